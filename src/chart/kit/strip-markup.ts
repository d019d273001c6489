/**
 * Markup without what the profile of `sanitize-narrative.ts` drops anyway: attributes that are not allowed, style
 * sheets, the base address. DOMPurify parses before it drops, and a browser that parses `onclick`, `style` or `<base>`
 * reports each as a violation of the page's policy, blocked but logged. This is for a clean report alone: what it
 * misses, DOMPurify still drops.
 */

const startTag = /<([a-z][a-z\d:-]*)([\s/](?:"[^"]*"|'[^']*'|[^'"<>])*)?>/gi;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>=`]+))?/g;

/** @param kept names of the attributes to keep, in lower case */
export function stripMarkup(html: string, kept: ReadonlySet<string>): string {
  return html
    .replaceAll(/<style\b[^<>]*>[\s\S]*?(?:<\/style\s*>|$)/gi, '')
    .replaceAll(/<base\b[^<>]*>/gi, '')
    .replaceAll(startTag, (_tag, name: string, attributes = '') => {
      const left = [...(attributes as string).matchAll(attribute)]
        .filter(([, key = '']) => kept.has(key.toLowerCase()))
        .map(([whole]) => ` ${whole}`);
      return `<${name}${left.join('')}>`;
    });
}
