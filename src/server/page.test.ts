import { expect, test } from 'vitest';
import { linkHeader, pageWithConfig } from './page.ts';

const template = '<p><script type="application/json" id="smart-config">{}</script></p>';

test('the configuration stands in the page and survives the journey', () => {
  const hostile = '</script><script>alert(1)</script> $& $1';
  const config = { ok: false, findings: [{ path: hostile, rule: 'unknown' }] } as const;
  const page = pageWithConfig(template, config);
  expect(page.match(/<\/script>/g)).toHaveLength(1);
  const inside = page.slice(page.indexOf('"smart-config">') + 15, page.indexOf('</script>'));
  expect(JSON.parse(inside)).toEqual(config);
});

test('a page without the block is refused', () => {
  expect(() => pageWithConfig('<p></p>', { ok: false, findings: [] })).toThrow('smart-config');
});

test('the files that finish a sign-in are asked for by a header; a page of development names none', () => {
  const block = (text: string) => `<script type="application/json" id="chart-files">${text}</script>`;
  expect(
    linkHeader(block('{"signIn":["/assets/a.js"],"record":["/assets/b.js"],"chart":["/assets/c.js"]}')),
  ).toBe('</assets/a.js>; rel=modulepreload, </assets/b.js>; rel=preload; as=script; crossorigin');
  expect(linkHeader(block(''))).toBeUndefined();
  expect(linkHeader('<p>the page</p>')).toBeUndefined();
});
