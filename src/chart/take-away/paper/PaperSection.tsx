import { clinical } from '#chart/kit/take/clinical.ts';
import type { ReactNode } from 'react';
import { absenceText, missingParts } from '#chart/kit/absence-words.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { FactList } from '#chart/kit/FactList.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { kindById } from '#chart/kit/kinds.ts';
import { joined } from '#chart/kit/fact-words.ts';
import type { SectionDefinition } from '#chart/kit/section.ts';
import type { PrintChoices } from '#chart/kit/take/print-only.ts';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import type { PatientRecord } from '#fhir/patient.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';
import type { ChartLists, ListedKindId } from '#chart/kit/take/chart-lists.ts';
import { type Chosen, chosenOf } from './chosen.ts';
import { PaperTable } from './PaperTable.tsx';

interface Props {
  readonly section: SectionDefinition;
  readonly lists: ChartLists;
  readonly choices: PrintChoices;
}

/** One section on paper: what is missing first, statements, the list, what was left out. */
export const PaperSection = clinical(function PaperSection({ section, lists, choices }: Props): ReactNode {
  const { id, kind } = section;
  const records = useRecords(kindById(kind ?? 'other'));
  const reports = useRecords(kindById('reports'));
  const chart = useChart();
  const now = useNow();
  if (kind === undefined) return null;
  const all = kind === 'patient' ? records.records : lists.whole(kind, records.records, reports.records);
  const chosen = chosenOf(all, records.enteredInError.length, kind, choices);
  const listed = records.face === 'records' || all.length > 0;
  const missing = listed
    ? missingParts(records, chart, now).map(({ text }) => text)
    : [absenceText(id, records, chart)];
  return (
    <section className="paper-section" aria-labelledby={`paper-${id}`}>
      <h2 id={`paper-${id}`}>{t(`section.${id}`)}</h2>
      {missing.map((text) => (
        <p key={text} className="paper-missing">
          {text}
        </p>
      ))}
      <Statements chosen={chosen} section={section} />
      {kind === 'patient' ? (
        <Person records={records} lists={lists} />
      ) : chosen.records.length > 0 ? (
        <PaperTable kind={kind satisfies ListedKindId} shape={lists.shapes[kind]} records={chosen.records} />
      ) : (
        all.length > 0 &&
        chosen.statements.length === 0 && (
          <p>{t(choices.from || choices.to ? 'paper.nothing-in-range' : 'paper.nothing-current')}</p>
        )
      )}
      {chosen.leftOut.length > 0 && <p className="muted">{chosen.leftOut.join(' ')}</p>}
    </section>
  );
});

/** "No known allergies", with its date; a contradiction beside current items is said. */
const Statements = clinical(function Statements({
  chosen,
  section,
}: {
  chosen: Chosen;
  section: SectionDefinition;
}): ReactNode {
  const { statements, records } = chosen;
  if (statements.length === 0) return null;
  const said = joined([...new Set(statements.map(statementWords))], '; ');
  const conflict = records.some(({ standing }) => standing !== 'past');
  return (
    <p className={conflict ? 'paper-missing' : undefined}>
      {conflict
        ? t('statement.conflict', { said, nouns: t(`section.${section.id}.nouns`) })
        : t('statement.says', { said })}
    </p>
  );
});

function statementWords({ title, when }: ChartRecord): string {
  const said = words(title);
  return when === undefined ? said : t('statement.on', { said, when: formatWhen(when, 'days') });
}

function Person({ records, lists }: { records: Records<ChartRecord>; lists: ChartLists }): ReactNode {
  const now = useNow();
  const [record] = records.records;
  return record && <FactList facts={lists.person(record as PatientRecord, now)} />;
}
