import type { ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';
import { useChart } from '#chart/kit/chart-context.tsx';
import { countOf } from '#chart/kit/counted.ts';
import { formatCount } from '#chart/kit/format.ts';
import { kindById } from '#chart/kit/kinds.ts';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { lacksSome } from '#chart/kit/story/missing-list.ts';
import { useAvailability, useRecords } from '#chart/kit/use-records.ts';
import { useNoteReports, useResultsInReports } from '#chart/kit/use-note-count.ts';
import type { KindId } from '#fhir/plan.ts';
import { t } from '#i18n/translate.ts';
import { Icon } from '#ui/Icon.tsx';
import { paths } from '#app/paths.ts';

interface Props {
  readonly section: SectionDefinition;
  readonly current: boolean;
  readonly marked: boolean;
  readonly onGo: (() => void) | undefined;
}

/** One section in the navigation: its name, and how many records, or in a word why there is no number. */
export function SectionLink({ section, current, marked, onGo }: Props): ReactNode {
  const to = section.id === 'summary' ? paths.chart : paths.section(section.id);
  return (
    <Link className="section-link" to={to} aria-current={current ? 'page' : undefined} onClick={onGo}>
      <Icon name={section.icon} />
      <span className="section-label">
        <span className="section-name">{t(`nav.${section.id}`)}</span>
        {section.kind !== undefined &&
          (marked && section.counted ? <Counted kind={section.kind} /> : <WordMark kind={section.kind} />)}
      </span>
    </Link>
  );
}

function Counted({ kind }: { kind: KindId }): ReactNode {
  if (kind === 'laboratory') return <ResultsMark />;
  return kind === 'documents' ? <NotesMark /> : <CountMark kind={kind} />;
}

/** Those that came inside a report are results too. */
function ResultsMark(): ReactNode {
  return <CountMark kind="laboratory" also={useResultsInReports()} />;
}

/** Notes are more than documents: as many as their list has rows. */
function NotesMark(): ReactNode {
  const { reading } = useChart();
  const reports = useNoteReports();
  return <CountMark kind="documents" also={reports} whole={reading.wholeRecordUrl === undefined ? 0 : 1} />;
}

interface CountProps {
  readonly kind: KindId;
  /** Of another kind, in the same list. */
  readonly also?: number;
  /** A row of no record, where there are others. */
  readonly whole?: number;
}

function CountMark({ kind, also = 0, whole = 0 }: CountProps): ReactNode {
  const { records, face, availability } = useRecords(kindById(kind));
  if (face !== 'records' && also === 0)
    return (
      <small data-coming={face === 'reading' || face === 'waiting' || undefined}>
        {t(`nav.mark-${face}`)}
      </small>
    );
  const counted = countOf(records) + also;
  // Statements such as "no known allergies" and nothing else.
  if (counted === 0 && records.length > 0) return <small>{t('nav.mark-none-known')}</small>;
  return (
    <small>
      {formatCount(counted + whole)}
      {lacksSome({ availability }) && <span>{` ${t('nav.mark-partly')}`}</span>}
    </small>
  );
}

/** For sections that are not counted, and before counting has begun. */
function WordMark({ kind }: { kind: KindId }): ReactNode {
  const { reading, waiting, failures, notShared, answers } = useAvailability(kind);
  if (answers.length > 0) return null;
  const word =
    reading > 0
      ? 'reading'
      : waiting > 0
        ? 'waiting'
        : failures.length > 0
          ? 'failed'
          : notShared.length > 0
            ? 'not-shared'
            : undefined;
  const isComing = word === 'reading' || word === 'waiting';
  return word && <small data-coming={isComing || undefined}>{t(`nav.mark-${word}`)}</small>;
}
