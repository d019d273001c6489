/**
 * A table as CSV (RFC 4180): CRLF, every field quoted where it must be, as many fields in each line as in the first.
 * UTF-8 with its byte order mark, which spreadsheets need to read it as such.
 */

/** A number is none of a formula's: `-1.5` stays what it is. */
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * What a spreadsheet would run (OWASP, CSV injection): a first character that begins a formula, also in its full-width
 * form, behind spaces or behind a tab or a line break.
 */
const formula = /^\s*[=+\-@＝＋－＠|%]|^[\t\r\n\0]/;

/** The beginning of a formula behind what another separator would cut at. */
const innerFormula = /([;\t\r\n]\s*)(?=[=+\-@＝＋－＠|%])/g;

function field(text: string): string {
  // Half a character is no UTF-8.
  const whole = text.toWellFormed().replaceAll('\0', '');
  const begun = formula.test(whole) && !plainNumber.test(whole) ? `'${whole}` : whole;
  // Where a spreadsheet's list separator is a semicolon the file falls apart at every one, and each piece is a cell.
  const harmless = begun.replaceAll(innerFormula, "$1'");
  return /[",\r\n\t;']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** @param rows the header first; shorter ones are filled up */
export function csvText(rows: readonly (readonly string[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const lines = rows.map((row) => Array.from({ length: width }, (_, at) => field(row[at] ?? '')).join(','));
  return `\u{FEFF}${lines.map((line) => `${line}\r\n`).join('')}`;
}
