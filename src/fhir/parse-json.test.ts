import { describe, expect, it } from 'vitest';
import { asNumber, decimalText } from './json.ts';
import { parseExact, parseFhirJson, TooDeepError } from './parse-json.ts';

/** What stands at a path, whatever it is. */
const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
const noTurn = async (): Promise<void> => undefined;
/** A short text is parsed in one go, a long one entry by entry: blanks at the end change nothing else. */
const ways: readonly [string, (text: string) => Promise<unknown>][] = [
  ['short', (text) => parseFhirJson(text, noTurn)],
  ['long', (text) => parseFhirJson(text + ' '.repeat(40_000), noTurn)],
];

describe('decimals as written', () => {
  it.each([
    '1.50',
    '1.0',
    '0.0',
    '-0.0',
    '-2.10',
    '1E3',
    '1e-7',
    '2.5e+10',
    '0.0000001',
    '9007199254740993',
    '-0',
  ])('%s keeps its form', (number) => {
    const value = at(parseExact(`{"value":${number}}`), 'value');
    expect(decimalText(value)).toBe(number);
    expect(asNumber(value)).toBe(Number(number));
  });

  it.each(['1', '-3', '0', '1.5', '120', '98.6', '26.330000000000002'])('%s stays a number', (number) => {
    expect(parseExact(`{"value": ${number} }`)).toEqual({ value: Number(number) });
  });

  it('in lists, with blanks, at any depth', () => {
    const parsed = parseExact('{"a": [ 1.10 , {"b": [2.0,3]}, 4.00 ]}');
    const places = [[0], [1, 'b', 0], [1, 'b', 1], [2]];
    expect(places.map((place) => decimalText(at(parsed, 'a', ...place)))).toEqual([
      '1.10',
      '2.0',
      '3',
      '4.00',
    ]);
  });

  it('are written back as they came', () => {
    const sent =
      '{"valueQuantity":{"value":7.40,"unit":"%"},"text":"1.50 kg at 10:00:00.000","n":[1e3,-0.50]}';
    expect(JSON.stringify(parseExact(sent))).toBe(sent);
  });
});

describe.each(ways)('bundles, %s', (_way, parse) => {
  it.each([
    '{"resourceType":"Bundle"}',
    '{"resourceType":"Bundle","entry":[]}',
    '{"resourceType":"Bundle","entry":[ ],"total":0}',
    '{"entry":[{"resource":{"entry":[{"a":"]},{"}],"x":1.5}},{"b":[[],{}]}],"resourceType":"Bundle"}',
    '{"link":[{"entry":[1]}],"entry":"no list","resourceType":"Bundle"}',
    '{"text":"\\"entry\\":[","entry":[{"t":"\\\\"},{"u":"\\\\\\""}]}',
    '{"entry":[1,"two",null,[3],{"four":4}],"total":5}',
    ' \n{ "resourceType" : "Bundle" ,\t"entry" : [ { "a" : 1 } , { "b" : 2 } ] }\r\n',
  ])('%s', async (text) => {
    expect(await parse(text)).toEqual(JSON.parse(text));
  });

  it('keep the decimals of every entry', async () => {
    const text = `{"resourceType":"Bundle","entry":[${'{"v":1.0},'.repeat(50)}{"v":2.50}]}`;
    expect(JSON.stringify(await parse(text))).toBe(text);
  });

  it.each([
    '',
    '   ',
    '[]',
    'null',
    '<html></html>',
    '{"entry":[{"a":1},]}',
    '{"entry":[{"a":1} {"b":2}]}',
    '{"entry":[,{"b":2}]}',
    '{"entry":[{"a":1]}',
    '{"entry":[{"a":1}}',
    '{"entry":[{"a":1}]} x',
    '{"entry":[{"a":1}]',
    '{"entry":[{"a":"1}]}',
    '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Obs',
    '{"entry" [{"a":1}]}',
  ])('refused: %s', async (text) => {
    await expect(parse(text)).rejects.toThrow(SyntaxError);
  });

  it('a byte order mark is no fault', async () => {
    expect(await parse('\uFEFF{"entry":[{"a":1}]}')).toEqual({ entry: [{ a: 1 }] });
  });
});

describe.each(ways)('hostile bodies, %s', (_way, parse) => {
  it('@threat-23 an entry nested too deeply becomes the beginning of its text; the others are read', async () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const parsed = await parse(`{"entry":[{"ok":1},${deep},{"ok":2}]}`);
    expect(parsed).toEqual({ entry: [{ ok: 1 }, deep.slice(0, 2000), { ok: 2 }] });
  });

  it('@threat-23 a resource nested too deeply is refused without a stack overflow', async () => {
    const deep = `{"value":1.50,"a":${'{"b":'.repeat(50_000)}1${'}'.repeat(50_000)}}`;
    await expect(parse(deep)).rejects.toThrow(TooDeepError);
  });

  it('nesting as deep as records go is read', async () => {
    const deep = `{"value":1.50,"a":${'{"b":'.repeat(60)}1${'}'.repeat(60)}}`;
    expect(JSON.stringify(await parse(deep))).toBe(deep);
  });

  it('@threat-23 __proto__ and constructor are plain keys', async () => {
    const parsed = await parse(
      '{"__proto__":{"polluted":1},"entry":[{"__proto__":{"polluted":2.0},"constructor":{"prototype":{"polluted":3}}}]}',
    );
    expect(at({}, 'polluted')).toBeUndefined();
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(at(parsed, 'entry', 0))).toBe(Object.prototype);
    expect(Object.hasOwn(at(parsed, 'entry', 0) as object, '__proto__')).toBe(true);
  });
});

it('@threat-23 a large bundle is read in stretches, with turns for the page in between', async () => {
  const entry = `{"resource":{"resourceType":"Observation","note":"${'x'.repeat(400)}","value":1.50}}`;
  const text = `{"resourceType":"Bundle","entry":[${Array.from({ length: 12_000 }, () => entry).join(',')}]}`;
  let turns = 0;
  const parsed = await parseFhirJson(text, async () => {
    turns += 1;
  });
  expect(at(parsed, 'entry')).toHaveLength(12_000);
  expect(decimalText(at(parsed, 'entry', 11_999, 'resource', 'value'))).toBe('1.50');
  expect(turns).toBeGreaterThan(1);
});

it('takes turns by itself where none are given', async () => {
  const text = `{"entry":[${'{"v":[1,2,3,"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]},'.repeat(60_000)}{"v":0.10}]}`;
  const parsed = await parseFhirJson(text);
  expect(at(parsed, 'entry')).toHaveLength(60_001);
});
