import type { ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';
import type { SectionId } from '#i18n/en/sections.ts';
import { t } from '#i18n/translate.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { Flagged } from '#chart/kit/Flag.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import type { Sheet, SheetColumn, SheetItem, SheetLine } from './sheet.ts';
import './Flowsheet.css';

/** As many dates as can be taken in at once; the others are a step away. */
const perPage = 8;

interface Props {
  readonly section: SectionId;
  readonly sheet: Sheet;
  readonly openKey: string | undefined;
}

/** Tests down, dates across; each value leads to its record. */
export function Flowsheet({ section, sheet, openKey }: Props): ReactNode {
  const [start, setStart] = useKeptState(`sheet ${section}`, 0);
  const total = sheet.columns.length;
  const from = Math.min(start, Math.max(0, total - 1));
  const columns = sheet.columns.slice(from, from + perPage);
  const name = t(`section.${section}`);
  if (total === 0) return null;
  return (
    <>
      {total > perPage && (
        <p className="sheet-pages">
          <button
            type="button"
            className="link-button"
            disabled={from === 0}
            onClick={() => setStart(Math.max(0, from - perPage))}
          >
            {t('sheet.newer')}
          </button>
          <output>{t('sheet.dates', { from: from + 1, to: from + columns.length, n: total })}</output>
          <button
            type="button"
            className="link-button"
            disabled={from + perPage >= total}
            onClick={() => setStart(from + perPage)}
          >
            {t('sheet.older')}
          </button>
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section className="sheet" aria-label={name} tabIndex={0}>
        <table>
          <caption className="unseen">{t('sheet.caption', { name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.test')}</th>
              {columns.map((column) => (
                <th scope="col" key={column.id}>
                  <ColumnHead column={column} />
                </th>
              ))}
            </tr>
          </thead>
          {sheet.parts.map(({ heading, lines }) => (
            <Part
              key={heading ?? ''}
              heading={heading}
              lines={lines.filter(({ cells }) => columns.some(({ id }) => cells.has(id)))}
              columns={columns}
              section={section}
              openKey={openKey}
            />
          ))}
        </table>
      </section>
    </>
  );
}

interface PartProps {
  readonly heading: string | undefined;
  readonly lines: readonly SheetLine[];
  readonly columns: readonly SheetColumn[];
  readonly section: SectionId;
  readonly openKey: string | undefined;
}

function Part({ heading, lines, columns, section, openKey }: PartProps): ReactNode {
  if (lines.length === 0) return null;
  return (
    <tbody>
      {heading !== undefined && (
        <tr className="sheet-heading">
          <th scope="rowgroup" colSpan={columns.length + 1}>
            {heading}
          </th>
        </tr>
      )}
      {lines.map(({ id, title, unit, cells }) => (
        <tr key={id}>
          <th scope="row">
            {title}
            {unit !== undefined && <span className="unit">{` ${unit}`}</span>}
          </th>
          {columns.map((column) => (
            <Cell
              key={column.id}
              items={cells.get(column.id) ?? []}
              ownUnit={unit === undefined}
              section={section}
              openKey={openKey}
            />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface CellProps {
  readonly items: readonly SheetItem[];
  /** The line's values differ in unit: each says its own. */
  readonly ownUnit: boolean;
  readonly section: SectionId;
  readonly openKey: string | undefined;
}

function Cell({ items, ownUnit, section, openKey }: CellProps): ReactNode {
  const { paths } = useChart();
  return (
    <td data-open={items.some(({ record }) => record.key === openKey) || undefined}>
      {items.map(({ record, text, unit, flag }, at) => (
        <Link
          // A record may state a test twice, and the order never changes.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          className="sheet-value"
          to={paths.record(section, record.key)}
          data-record={record.key}
          data-error={record.enteredInError || undefined}
          title={text.length > 18 ? text : undefined}
        >
          <Flagged flag={flag}>{text}</Flagged>
          {ownUnit && unit !== undefined && <span className="unit">{` ${unit}`}</span>}
        </Link>
      ))}
    </td>
  );
}

function ColumnHead({ column: { when } }: { column: SheetColumn }): ReactNode {
  if (when === undefined) return t('sheet.undated');
  const [day, whole] = [formatWhen(when, 'days'), formatWhen(when)];
  const time = whole.startsWith(`${day}, `) ? whole.slice(day.length + 2) : undefined;
  return (
    <>
      {day}
      {time !== undefined && (
        <>
          <br />
          {time}
        </>
      )}
    </>
  );
}
