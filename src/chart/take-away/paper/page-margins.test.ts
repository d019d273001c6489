import { expect, test } from 'vitest';
import { cssString, pageRules } from './page-margins.ts';

test.each([
  '"; } body { display: none } "',
  'a\\',
  'a\nb',
  '</style><script>',
  '"}@import url(https://evil.example)',
  'O\u2028x',
])('a name such as %j stays inside its string', (name) => {
  expect(cssString(name).slice(1, -1)).not.toMatch(/["<>{};\n\r\u2028]|\\(?![0-9a-f]+ )/);
});

test('whose it is, where it came from and the page’s number', () => {
  const rules = pageRules({ whose: 'SMITH, DAVID', source: 'Read from X' });
  expect(rules).toContain('@top-left { content: "SMITH, DAVID"');
  expect(rules).toContain('"Page" " " counter(page) " " "of" " " counter(pages)');
});
