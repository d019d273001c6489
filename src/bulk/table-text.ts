/** Rows as text: RFC 4180 for spreadsheets, columns in line for a terminal. */

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

const isNumber = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** What a spreadsheet would run (OWASP, CSV injection), in full-width letters too. A unit that is a per cent sign is none. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A cell in a few words: nothing where it is null, a list with semicolons. */
export function spell(cell: Plain | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  if (!Array.isArray(cell)) return JSON.stringify(cell);
  return cell.map((each: Plain) => spell(each)).join('; ');
}

/**
 * Line ends as one, and no other control characters but the tab: a terminal would obey them. Format characters stay
 * (`\p{Cf}`), for a spreadsheet is to have names as they are written, and some scripts join letters by them.
 */
const printable = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\t\n]+/gu, ' ');

/** A line of CSV. Cells that a spreadsheet would run as a formula begin with an apostrophe. */
export function csvLine(cells: readonly Plain[]): string {
  const texts = cells.map((cell) => {
    const text = printable(spell(cell));
    const safe = formula.test(text) && !isNumber.test(text) ? `'${text}` : text;
    return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${texts.join(',')}\r\n`;
}

const widest = 72;

/** Lines of a table: names, a rule, rows; long cells are cut with an ellipsis. */
export function tableLines(names: readonly string[], rows: readonly (readonly Plain[])[]): readonly string[] {
  const cells = [names, ...rows].map((row) =>
    names.map((_name, index) => {
      const text = spell(row[index]).replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
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
