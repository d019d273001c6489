import { type ReactNode, memo } from 'react';
import { Flagged } from '#chart/kit/Flag.tsx';
import { PlainBeside } from '#chart/kit/plain/PlainBeside.tsx';
import { words } from '#chart/kit/words.ts';
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
  /** The address of a record. */
  readonly hrefOf: (key: string) => string;
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
        <PlainLine line={line} />
      </th>
      {before > 0 && <td aria-hidden="true" className="sheet-gap" />}
      {columns.map(({ id }, at) => (
        <Cell
          key={id}
          items={line.cells.get(id) ?? none}
          title={line.title}
          column={from + at}
          ownUnit={line.unit === undefined}
          hrefOf={props.hrefOf}
          open={(line.cells.get(id) ?? none).some(({ record }) => record.key === props.openKey)}
          tabbable={tabColumn === from + at}
        />
      ))}
      {after > 0 && <td aria-hidden="true" className="sheet-gap" />}
    </tr>
  );
});

/** The test's plain name; a part of a record that is called otherwise than the record has none of its own. */
function PlainLine({ line }: { line: SheetLine }): ReactNode {
  const record = line.cells.values().next().value?.[0]?.record;
  return record && words(record.title) === line.title && <PlainBeside record={record} />;
}

/** Words rather than a figure: they wrap. */
const longText = 12;
const none: readonly SheetItem[] = [];

interface CellProps {
  readonly items: readonly SheetItem[];
  /** The line's. */
  readonly title: string;
  readonly column: number;
  /** The line's values differ in unit: each says its own. */
  readonly ownUnit: boolean;
  readonly hrefOf: Props['hrefOf'];
  readonly open: boolean;
  readonly tabbable: boolean;
}

/** Hundreds stand in view, and more with every step of a scroll: no hooks here, clicks are the table's. */
const Cell = memo(function Cell({
  items,
  title,
  column,
  ownUnit,
  hrefOf,
  open,
  tabbable,
}: CellProps): ReactNode {
  const tabIndex = tabbable ? 0 : -1;
  return (
    <td
      aria-colindex={column + 2}
      data-column={column}
      data-open={open || undefined}
      // An empty cell takes focus itself, so that the arrows can cross it.
      tabIndex={items.length === 0 ? tabIndex : undefined}
    >
      {items.map(({ record, title: own, lineTitle, text, unit, flag, meaning }, at) => (
        <a
          // A record may state a test twice, and the order never changes.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          className="sheet-value"
          href={hrefOf(record.key)}
          tabIndex={tabIndex}
          data-record={record.key}
          data-error={record.enteredInError || undefined}
          data-long={text.length > longText || undefined}
          title={text.length > longText ? text : undefined}
        >
          <Flagged flag={flag}>{text}</Flagged>
          {ownUnit && unit !== undefined && <span className="unit">{` ${unit}`}</span>}
          {/* Under the sign's name each value says which of its measurements it is. */}
          {lineTitle === title && own !== title && <span className="sheet-meaning">{own}</span>}
          {meaning !== undefined && <span className="sheet-meaning">{meaning}</span>}
        </a>
      ))}
    </td>
  );
});
