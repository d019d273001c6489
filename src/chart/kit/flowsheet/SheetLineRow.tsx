import { type ReactNode, memo } from 'react';
import { Link } from '#ui/Link.tsx';
import type { SectionId } from '#i18n/en/sections.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { Flagged } from '#chart/kit/Flag.tsx';
import type { SheetColumn, SheetItem, SheetLine } from './sheet.ts';
import type { Span } from './use-sheet-window.ts';

interface Props {
  readonly line: SheetLine;
  readonly index: number;
  /** Those in view, and where they stand among all. */
  readonly columns: readonly SheetColumn[];
  readonly from: number;
  readonly before: Span['before'];
  readonly after: Span['after'];
  readonly section: SectionId;
  readonly openKey: string | undefined;
  /** The column whose cell of this line the Tab key reaches; undefined where it is in another line. */
  readonly tabColumn: number | undefined;
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
}

/** One test of a flowsheet: its name, then its values in the columns that are in view. */
export const SheetLineRow = memo(function SheetLineRow(props: Props): ReactNode {
  const { line, index, columns, from, before, after, measure, tabColumn } = props;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row" aria-colindex={1}>
        {line.title}
        {line.unit !== undefined && <span className="unit">{` ${line.unit}`}</span>}
      </th>
      {before > 0 && <td aria-hidden="true" className="sheet-gap" />}
      {columns.map(({ id }, at) => (
        <Cell
          key={id}
          items={line.cells.get(id) ?? none}
          column={from + at}
          ownUnit={line.unit === undefined}
          section={props.section}
          openKey={props.openKey}
          tabbable={tabColumn === from + at}
        />
      ))}
      {after > 0 && <td aria-hidden="true" className="sheet-gap" />}
    </tr>
  );
});

/** Words rather than a figure: they wrap. */
const longText = 12;
const none: readonly SheetItem[] = [];

interface CellProps {
  readonly items: readonly SheetItem[];
  readonly column: number;
  /** The line's values differ in unit: each says its own. */
  readonly ownUnit: boolean;
  readonly section: SectionId;
  readonly openKey: string | undefined;
  readonly tabbable: boolean;
}

function Cell({ items, column, ownUnit, section, openKey, tabbable }: CellProps): ReactNode {
  const { paths } = useChart();
  const tabIndex = tabbable ? 0 : -1;
  return (
    <td
      aria-colindex={column + 2}
      data-column={column}
      data-open={items.some(({ record }) => record.key === openKey) || undefined}
      // An empty cell takes focus itself, so that the arrows can cross it.
      tabIndex={items.length === 0 ? tabIndex : undefined}
    >
      {items.map(({ record, text, unit, flag, meaning }, at) => (
        <Link
          // A record may state a test twice, and the order never changes.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          className="sheet-value"
          to={paths.record(section, record.key)}
          tabIndex={tabIndex}
          data-record={record.key}
          data-error={record.enteredInError || undefined}
          data-long={text.length > longText || undefined}
          title={text.length > longText ? text : undefined}
        >
          <Flagged flag={flag}>{text}</Flagged>
          {ownUnit && unit !== undefined && <span className="unit">{` ${unit}`}</span>}
          {meaning !== undefined && <span className="sheet-meaning">{meaning}</span>}
        </Link>
      ))}
    </td>
  );
}
