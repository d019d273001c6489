import type { ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';
import { Absence } from '#chart/kit/Absence.tsx';
import { useChart } from '#chart/kit/chart-context.tsx';
import { countOf, isCounted } from '#chart/kit/counted.ts';
import { RecordLink } from '#chart/kit/RecordLink.tsx';
import { SectionNotes } from '#chart/kit/SectionNotes.tsx';
import { isComing } from '#chart/kit/story/NotRead.tsx';
import type { Records } from '#chart/kit/use-records.ts';
import type { PlainKey } from '#chart/kit/words.ts';
import type { ChartRecord } from '#fhir/record.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { t } from '#i18n/translate.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { Room } from './Room.tsx';
import './SummaryBlock.css';

/** One line of a block: the record's name, what stands under and after it. */
export interface SummaryRow {
  readonly record: ChartRecord;
  /** Where the record is listed, if elsewhere than the block's own. */
  readonly section?: SectionId;
  readonly under?: ReactNode;
  /** Cells after the name; the last is set right. */
  readonly cells: readonly ReactNode[];
}

interface Props<R extends ChartRecord> {
  readonly section: SectionId;
  readonly records: Records<R>;
  /** Beside the title: "current", "newest first". */
  readonly qualifier?: PlainKey;
  /** What stands on the summary; a block shows at most six. */
  readonly rows: (records: readonly R[]) => readonly SummaryRow[];
  /** Rows of the section's list that are not of this kind. */
  readonly also?: number;
  /** Rows of one line to keep room for while they are coming; six where most records take one. */
  readonly room?: number;
  /** Above the rows: "No known allergies". */
  readonly statement?: ReactNode;
}

const mostRows = 6;

/** A section at a glance: title, a few rows, the way to the rest; or the sentence that says why there are none. */
export function SummaryBlock<R extends ChartRecord>(props: Props<R>): ReactNode {
  const { section, records, qualifier, statement, also = 0, room = mostRows } = props;
  const { paths } = useChart();
  const id = `summary-${section}`;
  const counted = countOf(records.records);
  return (
    <section className="summary-block" aria-labelledby={id}>
      <div className="summary-head">
        <h2 id={id}>{t(`section.${section}`)}</h2>
        <span className="muted small">{qualifierOf(records, counted > 0 ? qualifier : undefined)}</span>
        {records.face === 'records' && (
          <Link className="summary-all" to={paths.section(section)}>
            {t('summary.all', { n: counted + also })}
            <span className="unseen">{` ${t(`section.${section}`)}`}</span>
          </Link>
        )}
      </div>
      <Room settled={!isComing(records)} rows={room}>
        {records.face === 'records' ? (
          <ErrorBoundary
            resetKey={records.availability.run}
            fallback={() => <p className="absence">{t('absence.view-broken')}</p>}
          >
            <SectionNotes records={records} whole={false} />
            {statement}
            <Rows {...props} items={records.records.filter(isCounted)} n={counted} />
          </ErrorBoundary>
        ) : (
          <Absence section={section} records={records} rows={room} />
        )}
      </Room>
    </section>
  );
}

/** What is still coming is said beside the title: a line of its own would push the rows when it goes. */
function qualifierOf<R extends ChartRecord>(
  { face, availability: { reading, waiting } }: Records<R>,
  qualifier: PlainKey | undefined,
): string {
  const coming = face === 'records' && reading + waiting > 0;
  return [qualifier && t(qualifier), coming && t('summary.coming')].filter(Boolean).join(', ');
}

function Rows<R extends ChartRecord>({
  section,
  rows,
  items,
  n,
}: Props<R> & { items: readonly R[]; n: number }): ReactNode {
  const shown = rows(items).slice(0, mostRows);
  if (shown.length === 0) {
    return n > 0 && <p className="absence">{t('summary.none-current', { n })}</p>;
  }
  const columns = Math.max(...shown.map(({ cells }) => cells.length));
  return (
    <ul className="summary-rows" data-columns={columns}>
      {shown.map(({ record, under, cells, section: own }) => (
        <li key={record.key}>
          <div className="summary-name">
            <RecordLink section={own ?? section} record={record} />
            {under !== undefined && under !== '' && <div className="muted">{under}</div>}
          </div>
          {cells.map((cell, at) => (
            // Cells have their place and nothing else.
            // oxlint-disable-next-line react/no-array-index-key
            <div className="summary-cell" key={at}>
              {cell}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
