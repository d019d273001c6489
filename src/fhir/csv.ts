/**
 * Tables as CSV (RFC 4180), for the chart's lists and for questions to an export alike: CRLF, every field quoted where it
 * must be. UTF-8 with its byte order mark, which spreadsheets need to read it as such.
 */

export const byteOrderMark = '\u{FEFF}';

/** A number is none of a formula's: `-1.5` stays what it is. */
const number = '[+-]?\\d+(?:[.,]\\d+)?(?:[eE][+-]?\\d+)?';

/**
 * What begins a formula in a spreadsheet (OWASP, CSV injection), in its full-width form too. A unit that is a per cent
 * sign, or begins with one as UCUM's do, is none.
 */
const beginning = '[=+\\-@＝＋－＠|]|%(?=[A-Za-z])';

/**
 * What a spreadsheet takes off a cell before it looks at it: spaces, and quotes. Where it cuts at another separator than
 * ours, the quotes that we double stand at the beginning of a cell, and `""=1+1` is read as nothing, quoted, and a formula.
 */
const takenOff = '["\\s]*';

/** A number up to the end, or to where another separator would cut. */
const isNumber = `${number}${takenOff}(?:[;\\t\\n]|$)`;

/** At the beginning; or a tab or a line break that would hide one. */
const formula = new RegExp(`^${takenOff}(?!${isNumber})(?:${beginning})|^[\\t\\n]`);

/** The place before one that stands behind what another separator would cut at. */
const innerFormula = new RegExp(`(?=${beginning})(?!${isNumber})(?<=[;\\t\\n]${takenOff})`, 'g');

/**
 * Line ends as one, and no other control characters but the tab: a terminal would obey them. Format characters stay
 * (`\p{Cf}`), for a spreadsheet is to have names as they are written, and some scripts join letters by them. Half a
 * character is no UTF-8.
 */
const printable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\t\n]+/gu, ' ');

function field(text: string): string {
  const whole = printable(text);
  const begun = formula.test(whole) ? `'${whole}` : whole;
  // Where a spreadsheet's list separator is a semicolon the file falls apart at every one, and each piece is a cell.
  const harmless = begun.replaceAll(innerFormula, "'");
  return /[",\n\t;']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** One line. Cells that a spreadsheet would run as a formula begin with an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(field).join(',')}\r\n`;
}

/** @param rows the header first; shorter ones are filled up to the widest */
export function csvText(rows: readonly (readonly string[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const lines = rows.map((row) => csvLine(Array.from({ length: width }, (_, at) => row[at] ?? '')));
  return byteOrderMark + lines.join('');
}
