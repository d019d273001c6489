import type { ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';
import { Absence } from '#chart/kit/Absence.tsx';
import { useChart } from '#chart/kit/chart-context.tsx';
import { countOf, isCounted } from '#chart/kit/counted.ts';
import { NoneKnown } from '#chart/kit/NoneKnown.tsx';
import { RecordLink } from '#chart/kit/RecordLink.tsx';
import { SectionNotes } from '#chart/kit/SectionNotes.tsx';
import { lacksSome } from '#chart/kit/story/missing-list.ts';
import { isComing } from '#chart/kit/story/NotRead.tsx';
import type { Records } from '#chart/kit/use-records.ts';
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

interface Props<R extends ChartRecord, Item> {
  readonly section: SectionId;
  readonly records: Records<R>;
  /** Beside the title, which of the list's records these are: "current", "newest first". */
  readonly qualifier?: 'current' | 'newest' | 'latest' | 'key-results';
  /** All that belongs here, in its order: the first six are shown, and of how many is said. */
  readonly items: (records: readonly R[]) => readonly Item[];
  readonly row: (item: Item) => SummaryRow;
  /** Rows of the section's list that are not of this kind. */
  readonly also?: number;
  /** Rows of one line to keep room for while they are coming; six where most records take one. */
  readonly room?: number;
  /** Above the rows: "No known allergies". */
  readonly statement?: ReactNode;
}

const mostRows = 6;

/** What is said where records came and none of them has a row. */
const noneWords = {
  current: 'summary.none-current',
  newest: 'summary.none-current',
  latest: 'summary.none-latest',
  'key-results': 'summary.none-key-results',
} as const;

/** A section at a glance: title, a few rows, the way to the rest; or the sentence that says why there are none. */
export function SummaryBlock<R extends ChartRecord, Item>(props: Props<R, Item>): ReactNode {
  const { section, records } = props;
  const id = `summary-${section}`;
  return (
    <section className="summary-block" aria-labelledby={id}>
      <ErrorBoundary
        resetKey={records.availability.run}
        fallback={() => (
          <>
            <h2 id={id}>{t(`section.${section}`)}</h2>
            <p className="absence">{t('absence.view-broken')}</p>
          </>
        )}
      >
        <Contents {...props} id={id} />
      </ErrorBoundary>
    </section>
  );
}

function Contents<R extends ChartRecord, Item>(props: Props<R, Item> & { readonly id: string }): ReactNode {
  const { section, records, qualifier, statement, also = 0, room = mostRows, id, row } = props;
  const { paths } = useChart();
  const counted = countOf(records.records);
  const items = records.face === 'records' ? props.items(records.records.filter(isCounted)) : [];
  return (
    <>
      <div className="summary-head">
        <h2 id={id}>{t(`section.${section}`)}</h2>
        <span className="muted small">
          {aboutOf(records, counted > 0 ? qualifier : undefined, items.length)}
        </span>
        {records.face === 'records' && (
          <Link className="summary-all" to={paths.section(section)}>
            {t('summary.all', { n: counted + also })}
            <span className="unseen">{` ${t(`section.${section}`)}`}</span>
          </Link>
        )}
      </div>
      <Room settled={!isComing(records)} rows={room}>
        {records.face === 'records' ? (
          <>
            <SectionNotes records={records} whole={false} />
            {statement ?? <NoneKnown section={section} records={records.records} />}
            {records.records.length === 0 && records.enteredInError.length > 0 && (
              <p className="absence">{t('story.in-error', { n: records.enteredInError.length })}</p>
            )}
            {items.length === 0 && counted > 0 && (
              <p className="absence">
                {t(noneWords[qualifier ?? 'current'], {
                  n: counted,
                  whole: !lacksSome(records) && !isComing(records),
                })}
              </p>
            )}
            <Rows section={section} rows={items.slice(0, mostRows).map((item) => row(item))} />
          </>
        ) : (
          <Absence section={section} records={records} rows={room} />
        )}
      </Room>
    </>
  );
}

/**
 * Which records these are, and how many of them have a row where not all have one: "6 of 8 current". What is still coming
 * is said here too: a line of its own would push the rows when it goes.
 */
function aboutOf<R extends ChartRecord>(
  { face, availability: { reading, waiting } }: Records<R>,
  qualifier: Props<R, unknown>['qualifier'],
  n: number,
): string {
  const coming = face === 'records' && reading + waiting > 0;
  const cut = { shown: mostRows, n };
  const which =
    n > mostRows
      ? t(qualifier === undefined ? 'summary.cut' : `summary.cut-${qualifier}`, cut)
      : qualifier && t(`summary.${qualifier}`);
  return [which, coming && t('summary.coming')].filter(Boolean).join(', ');
}

function Rows({ section, rows }: { section: SectionId; rows: readonly SummaryRow[] }): ReactNode {
  if (rows.length === 0) return null;
  const columns = Math.max(...rows.map(({ cells }) => cells.length));
  return (
    <ul className="summary-rows" data-columns={columns}>
      {rows.map(({ record, under, cells, section: own }) => (
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
