/**
 * Narrative XHTML of a record made safe to insert: the elements FHIR allows in a narrative (R4 §2.4.0.1) and few
 * attributes; no style, class, id, image or address that leads out of the page. DOMPurify's defaults keep all of
 * those, so the profile is ours. The result is TrustedHTML where the browser has Trusted Types (policy `dompurify`).
 */
import DOMPurify, { type Config } from 'dompurify';
import { stripMarkup } from './strip-markup.ts';

const allowedElements =
  'a abbr acronym b bdi bdo big blockquote br caption cite code col colgroup dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr ' +
  'i ins kbd li ol p pre q s samp small span strong sub sup table tbody td tfoot th thead tr tt u ul var #text';

const plainAttributes = ['colspan', 'rowspan', 'scope', 'headers', 'abbr', 'title', 'lang', 'dir'];

const profile: Config = {
  ALLOWED_TAGS: allowedElements.split(' '),
  ALLOWED_ATTR: [...plainAttributes, 'href'],
  // DOMPurify holds every other attribute's value to the pattern for addresses too.
  ADD_URI_SAFE_ATTR: plainAttributes,
  ALLOWED_URI_REGEXP: /^#/,
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  SANITIZE_NAMED_PROPS: true,
  KEEP_CONTENT: true,
};

const kept: ReadonlySet<string> = new Set([...plainAttributes, 'href']);

/** Longer narratives are cut: five megabytes of markup would hold up the page. */
export const mostNarrative = 300_000;

/** The same as elements that stand in no page: for whoever wants a narrative's words. */
export function narrativeFragment(html: string): DocumentFragment {
  return DOMPurify.sanitize(stripMarkup(html.slice(0, mostNarrative), kept), {
    ...profile,
    RETURN_DOM_FRAGMENT: true,
  });
}

/** Safe markup as TrustedHTML; a plain string where the browser has no Trusted Types. */
export function sanitizeNarrative(html: string): string {
  const trusted = DOMPurify.sanitize(stripMarkup(html.slice(0, mostNarrative), kept), {
    ...profile,
    RETURN_TRUSTED_TYPE: true,
  });
  return trusted as unknown as string;
}
