import { describe, expect, it } from 'vitest';
import { planFor } from './plan.ts';
import { readStatement } from './read-statement.ts';
import { isVersion, statedOf, unaskedTypes, unlistedParameters } from './server-statement.ts';

const stated = (type: unknown, codes: readonly string[] = ['read', 'search-type'], names = ['patient']) => ({
  type,
  interaction: codes.map((code) => ({ code })),
  searchParam: names.map((name) => ({ name, type: 'reference' })),
});
const statement = (resource: readonly unknown[], more: object = {}, resourceType = 'CapabilityStatement') =>
  readStatement({ resourceType, rest: [{ mode: 'server', resource }], ...more });

describe.each([
  ['DSTU2', 'Conformance', '1.0.2'],
  ['STU3', 'CapabilityStatement', '3.0.1'],
  ['R4', 'CapabilityStatement', '4.0.1'],
] as const)('%s', (version, resourceType, fhirVersion) => {
  const read = statement(
    [stated('Goal'), stated('Location', ['read'], []), stated('CarePlan')],
    { fhirVersion, software: { name: 'Nextgen FHIR Server', version: '5.0.1.698' } },
    resourceType,
  )!;

  it('software, version, and what each type can do', () => {
    expect(read.software).toBe('Nextgen FHIR Server 5.0.1.698');
    expect(isVersion(read, version)).toBe(true);
    expect(isVersion(read, version === 'R4' ? 'STU3' : 'R4')).toBe(false);
    expect(['Goal', 'Location', 'Device'].map((type) => statedOf(read, type))).toEqual([
      'listed',
      'not-searchable',
      'unlisted',
    ]);
  });

  it('parameters of a search that are not listed', () => {
    const plan = planFor('office', 'R4', '85');
    const missing = (type: string) =>
      unlistedParameters(
        read,
        plan.find((search) => search.type === type)!,
      );
    expect([missing('Goal'), missing('CarePlan'), missing('Device')]).toEqual([[], ['category'], []]);
  });
});

it('types for patients that nobody asks for', () => {
  const read = statement([
    stated('Goal'),
    stated('Appointment'),
    stated('Endpoint', ['search-type'], ['name']),
  ])!;
  expect(unaskedTypes(read, new Set(['Goal']))).toEqual(['Appointment']);
});

it('a client’s part says nothing of the server, and the first of two parts counts', () => {
  const read = readStatement({
    resourceType: 'CapabilityStatement',
    rest: [
      { mode: 'client', resource: [stated('Device')] },
      { resource: [stated('Goal', ['read'])] },
      { mode: 'server', resource: [stated('Goal')] },
    ],
  })!;
  expect([statedOf(read, 'Device'), statedOf(read, 'Goal')]).toEqual(['unlisted', 'not-searchable']);
});

it('any other resource is none', () => {
  expect(readStatement({ resourceType: 'Patient' })).toBeUndefined();
  expect(readStatement({ resourceType: 'OperationOutcome' })).toBeUndefined();
});

describe('@threat-23 whatever is sent', () => {
  it.each([
    ['nothing', {}],
    ['text for everything', { rest: 'x', software: 'x', fhirVersion: 'x' }],
    ['null', { rest: null, software: null }],
    ['a list of nulls', { rest: [null, { resource: [null, 7, 'x', {}] }] }],
    ['a lone part', { rest: { resource: stated('Goal') } }],
    ['mistyped within', { rest: [{ resource: [{ type: 'Goal', interaction: 'x', searchParam: 7 }] }] }],
    ['types that are no names', { rest: [{ resource: [stated('<b>'), stated('__proto__'), stated(7)] }] }],
  ])('%s is read without an exception', (_, more) => {
    const read = readStatement({ resourceType: 'CapabilityStatement', ...more })!;
    expect([...read.types.keys()].every((type) => type === 'Goal')).toBe(true);
  });

  it('is bounded', () => {
    const names = Array.from({ length: 5000 }, (_, n) => `p${n}`);
    const letter = (n: number, first: number) => String.fromCodePoint(first + (Math.floor(n) % 26));
    const letters = (n: number) => letter(n, 65) + letter(n / 26, 97) + letter(n / 676, 97);
    const read = statement(
      Array.from({ length: 5000 }, (_, n) => stated(letters(n), [], n === 0 ? names : [])),
      { software: { name: 'x'.repeat(100_000) } },
    )!;
    expect(read.types.size).toBe(400);
    expect(read.types.get('Aaa')?.parameters.size).toBe(200);
    expect(read.software?.length).toBe(80);
  });
});
