/**
 * Markup without what the profile of `sanitize-narrative.ts` drops anyway: attributes that are not allowed, style
 * sheets, the base address. DOMPurify parses before it drops, and a browser that parses `onclick`, `style` or `<base>`
 * reports each as a violation of the page's policy, blocked but logged. This is for a clean report alone: what it
 * misses, DOMPurify still drops.
 */
import { t } from '#i18n/translate.ts';

const startTag = /<([a-z][a-z\d:-]*)([\s/](?:"[^"]*"|'[^']*'|[^'"<>])*)?>/gi;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>=`]+))?/g;

/** What a picture says in words: it is not shown, and its words are all there is of it. */
function pictureWords(attributes: string): string {
  const found = [...attributes.matchAll(attribute)].find(([, key = '']) => key.toLowerCase() === 'alt')?.[2];
  const alt = found?.replace(/^(["'])([\s\S]*)\1$/, '$2').trim() ?? '';
  if (alt === '') return '';
  return ` ${t('narrative.picture', { alt: alt.replaceAll('<', '&lt;').replaceAll('>', '&gt;') })} `;
}

/** @param kept names of the attributes to keep, in lower case */
export function stripMarkup(html: string, kept: ReadonlySet<string>): string {
  return html
    .replaceAll(/<style\b[^<>]*>[\s\S]*?(?:<\/style\s*>|$)/gi, '')
    .replaceAll(/<base\b[^<>]*>/gi, '')
    .replaceAll(startTag, (_tag, name: string, attributes = '') => {
      if (name.toLowerCase() === 'img') return pictureWords(attributes as string);
      const left = [...(attributes as string).matchAll(attribute)]
        .filter(([, key = '']) => kept.has(key.toLowerCase()))
        .map(([whole]) => ` ${whole}`);
      return `<${name}${left.join('')}>`;
    });
}
