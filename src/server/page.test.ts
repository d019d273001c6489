import { expect, test } from 'vitest';
import { pageWithConfig } from './page.ts';

const template = '<p><script type="application/json" id="smart-config">{}</script></p>';

test('the configuration stands in the page and survives the journey', () => {
  const config = JSON.stringify({ label: '</script><script>alert(1)</script> $& $1' });
  const page = pageWithConfig(template, config);
  expect(page.match(/<\/script>/g)).toHaveLength(1);
  const inside = page.slice(page.indexOf('"smart-config">') + 15, page.indexOf('</script>'));
  expect(JSON.parse(inside)).toEqual(JSON.parse(config));
});

test('a page without the block is refused', () => {
  expect(() => pageWithConfig('<p></p>', '{}')).toThrow('smart-config');
});
