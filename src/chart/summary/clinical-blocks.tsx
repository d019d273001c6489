/** The summary's blocks of what is going on: allergies, problems, medications. */
import { type ReactNode, useMemo } from 'react';
import { joined } from '#chart/kit/fact-words.ts';
import { formatDay, formatWhen } from '#chart/kit/format.ts';
import { useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import { allergies } from '#fhir/allergies.ts';
import { allergySummary } from '#fhir/allergy-summary.ts';
import type { When } from '#fhir/dates.ts';
import { dosageWords } from '#fhir/dosage.ts';
import { fold } from '#fhir/kind.ts';
import { courseOf } from '#fhir/medication-course.ts';
import { type MedicationRecord, medications } from '#fhir/medications.ts';
import { problemsAtAGlance } from '#fhir/problem-order.ts';
import { problems } from '#fhir/problems.ts';
import { startDate } from '#fhir/timeline.ts';
import { t } from '#i18n/translate.ts';
import { useMedia } from '#ui/use-media.ts';
import { useNow } from '#ui/use-now.ts';
import { SummaryBlock } from './SummaryBlock.tsx';

/** In one line across both columns; one below the other where there is no room for that. */
export function AllergiesBlock(): ReactNode {
  const wide = useMedia('(width >= 768px)');
  const records = useRecords(allergies);
  const summary = useMemo(() => allergySummary(records.records), [records.records]);
  const said = summary.statements.map(({ title }) => words(title)).join('; ');
  return (
    <SummaryBlock
      section="allergies"
      records={records}
      room={wide ? 1 : 4}
      statement={
        said !== '' && (
          <p>{t(summary.kind === 'conflict' ? 'allergies.conflict' : 'allergies.says', { said })}</p>
        )
      }
      items={() => summary.items}
      row={(record) => ({
        record,
        cells: [
          record.reactions
            .flatMap(({ manifestations }) => manifestations.map(({ label }) => label))
            .join(', '),
        ],
      })}
    />
  );
}

const current = <R extends { standing: string }>(records: readonly R[]): readonly R[] =>
  records.filter(({ standing }) => standing !== 'past');

export function ProblemsBlock(): ReactNode {
  // What is new turns with the day.
  const today = new Date(useNow()).setHours(0, 0, 0, 0);
  return (
    <SummaryBlock
      section="problems"
      records={useRecords(problems)}
      qualifier="current"
      items={(records) => problemsAtAGlance(records, today)}
      row={({ record, newSince }) => ({
        record,
        cells: [
          newSince === undefined
            ? since(record.onset ?? record.when)
            : t('problems.new', { date: formatDay(newSince) }),
        ],
      })}
    />
  );
}

export function MedicationsBlock(): ReactNode {
  const records = useRecords(medications);
  return (
    <SummaryBlock
      section="medications"
      records={records}
      qualifier="current"
      room={9}
      // Copies of one order would leave no room for the other drugs; the section shows each.
      items={(all) => fold(medications, current(all))}
      row={({ first, records: same }) => ({
        record: first,
        under: joined(
          [
            first.dosages.map((dosage) => dosageWords(dosage).map(words).join(', ')).join('; '),
            same.length > 1 && t('list.folded', { n: same.length - 1 }),
          ],
          ' · ',
        ),
        cells: [lastChange(first, records.records)],
      })}
    />
  );
}

const recently = 365 * 86_400_000;

/** The last change of a medicine: new, at another dose (and which before), or since when it has been the same. */
function lastChange(record: MedicationRecord, all: readonly MedicationRecord[]): ReactNode {
  const [course, own] = [courseOf(record, all), startDate(record.when)];
  if (course === undefined || own === undefined) return since(record.when);
  const date = formatDay(own);
  const first = startDate(course.first.when);
  if (course.change === 'started') {
    const isNew = (record.sortTime ?? 0) > Date.now() - recently;
    return t(isNew ? 'medications.course-started' : 'medications.course-since', { date });
  }
  if (course.change === 'renewed' && first !== undefined) {
    return t('medications.course-renewed', { first: formatDay(first), date });
  }
  return (
    <span title={t('medications.course-before', { before: words(course.before?.title ?? '') })}>
      {t('medications.course-changed', { date })}
    </span>
  );
}

/** "since Mar 2024": a beginning, whether it was sent as a date or as an open span. */
function since(when: When | undefined): string {
  if (when === undefined) return '';
  const said = formatWhen(when, 'days');
  return when.kind === 'date' ? t('when.since', { start: said }) : said;
}
