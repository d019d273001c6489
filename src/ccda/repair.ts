/** The text of a document before it is parsed: what some systems forget to write, and what no document needs. */

/** Prefixes that C-CDA uses; the namespaces they are always bound to. */
const usual: Readonly<Record<string, string>> = {
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  sdtc: 'urn:hl7-org:sdtc',
  voc: 'urn:hl7-org:v3/voc',
};

/** What holds the parts of a document that came without a root of their own. */
export const fragmentName = 'fragment';

/** What comes before the first element. */
const prologue = /^[\uFEFF\s]*(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>|\s)*/;

const prefixed = /[\s</]([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*(?=[\s=/>])/g;

/**
 * Whether a text is sure to be no well-formed document as it stands: a part that has lost its root, or one with prefixes
 * that it never declares. A browser's own page for a parsing error has inline styles, each a report against the policy.
 */
export function needsRepair(text: string): boolean {
  if (!/^<(?:[\w.-]+:)?ClinicalDocument[\s>]/.test(text.replace(prologue, ''))) return true;
  const used = new Set([...text.matchAll(prefixed)].map(([, prefix]) => prefix!));
  return [...used].some((prefix) => !/^xml(?:ns)?$/.test(prefix) && !text.includes(`xmlns:${prefix}`));
}

/**
 * The same text with every prefix bound that it uses and never declares, inside one element that holds all of it: a
 * part cut out of a document has lost the declarations of its root, and may be more than one element.
 */
export function repaired(text: string): string {
  const content = text
    .replace(/^[\uFEFF\s]*<\?xml[^>]*\?>/, '')
    .replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/, '');
  const used = new Set([...content.matchAll(prefixed)].map(([, prefix]) => prefix!));
  used.delete('xml');
  used.delete('xmlns');
  const bound = [...used].map((prefix) => {
    const name = Object.hasOwn(usual, prefix) ? usual[prefix]! : `urn:undeclared:${prefix}`;
    return ` xmlns:${prefix}="${name}"`;
  });
  return `<${fragmentName}${bound.join('')}>${content}</${fragmentName}>`;
}

const pageNamespaces =
  /(\sxmlns(?::[\w.-]+)?\s*=\s*["'])http:\/\/www\.w3\.org\/(1999\/xhtml|2000\/svg|1998\/Math\/MathML)(?=["'])/g;

/**
 * Elements of HTML, SVG and MathML become elements of nothing: a browser that parses them already looks at their
 * handlers and reports each against the page's policy, though they stand in no page. Their words stay.
 */
export function withoutPages(text: string): string {
  return text.replaceAll(pageNamespaces, '$1urn:no-page:$2');
}
