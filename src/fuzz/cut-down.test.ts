import { expect, test } from 'vitest';
import { cutDown } from './cut-down.ts';

test('what the failure does not need is taken away', async () => {
  const input = { a: [1, { bad: 'xxxxBADyyyy', more: [{}] }], b: { c: 'long' }, ['__proto__x']: 1 };
  const fails = async (one: unknown): Promise<boolean> => JSON.stringify(one).includes('BAD');
  expect(JSON.stringify(await cutDown(input, fails))).toMatch(/^\{"a":\[\{"bad":"x*BADy*"\}\]\}$/);
});

test('a text by itself is halved', async () => {
  const less = await cutDown(`${'a'.repeat(100)}!`, async (one) => String(one).includes('!'));
  expect(less).toBe('!');
});
