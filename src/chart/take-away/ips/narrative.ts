/**
 * The XHTML of a section (FHIR R4 §2.4): paragraphs and one table, made of text alone. What the record says becomes
 * characters, never markup.
 */

/** What XML 1.0 has no place for: control characters and half characters; then what would be markup. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export interface NarrativeTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function narrativeDiv(paragraphs: readonly string[], table: NarrativeTable | undefined): string {
  const row = (cells: readonly string[], tag: 'td' | 'th'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${xmlText(cell)}</${tag}>`).join('')}</tr>`;
  const said = paragraphs.map((text) => `<p>${xmlText(text)}</p>`).join('');
  const drawn =
    table === undefined || table.rows.length === 0
      ? ''
      : `<table><thead>${row(table.header, 'th')}</thead><tbody>${table.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
  return `<div xmlns="http://www.w3.org/1999/xhtml">${said}${drawn}</div>`;
}
