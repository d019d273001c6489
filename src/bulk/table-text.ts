/** Rows as text: CSV for spreadsheets, columns in line for a terminal. */
import { csvLine } from '#fhir/csv.ts';

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** A cell in a few words: nothing where it is null, a list with semicolons. */
export function spell(cell: Plain | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  if (!Array.isArray(cell)) return JSON.stringify(cell);
  return cell.map((each: Plain) => spell(each)).join('; ');
}

/** A line of CSV, by the same rule as the chart's. */
export const csvCells = (cells: readonly Plain[]): string => csvLine(cells.map(spell));

const widest = 72;

/** Lines of a table: names, a rule, rows; long cells are cut with an ellipsis. */
export function tableLines(names: readonly string[], rows: readonly (readonly Plain[])[]): readonly string[] {
  const cells = [names, ...rows].map((row) =>
    names.map((_name, index) => {
      const text = spell(row[index]).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
      return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
    }),
  );
  const widths = names.map((_name, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, index) => text.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = cells;
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)];
}
