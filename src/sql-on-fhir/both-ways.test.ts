/** Each construct, run on `fhirpath` and compiled: the same rows, and as SQL where `sql` says so. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseInMemory, type Database } from '#bulk/database.ts';
import { duckDbMissing } from '#bulk/duckdb-missing.ts';
import { tryView } from '#bulk/try-view.ts';
import { readViewDefinition, type ViewDefinition } from './view-definition.ts';
import { viewRows, type Row } from './view-rows.ts';

const ada = {
  resourceType: 'Patient',
  id: 'ada',
  active: true,
  birthDate: '1970-05',
  multipleBirthInteger: 2,
  maritalStatus: { coding: [{ system: 'http://x', code: 'M' }] },
  name: [
    { use: 'official', family: "O'Example", given: ['Ada', null, 'B.'] },
    { use: 'nickname', given: ['Addie'] },
  ],
  telecom: [
    { system: 'phone', value: '1', rank: 2 },
    { system: 'email', value: 'a@example.org', rank: 1 },
  ],
  contact: [{ name: { family: 'Kin' }, telecom: [{ system: 'phone', value: '9' }] }, { gender: 'other' }],
  managingOrganization: { reference: 'Organization/o1' },
  generalPractitioner: [
    { reference: 'Practitioner/p1' },
    { reference: 'https://ehr.example.org/fhir/Organization/o2/_history/3' },
    { reference: '#inside' },
    { reference: 'urn:uuid:u-1' },
    { reference: 'urn:uuid:u-2', type: 'PractitionerRole' },
    { reference: 'urn:uuid:u-3', type: 'http://hl7.org/fhir/StructureDefinition/PractitionerRole' },
  ],
  extension: [{ url: 'http://e/race', extension: [{ url: 'text', valueString: 'Mixed' }] }],
  // What one type calls a name is to another a list of them.
  contained: [
    { resourceType: 'Organization', id: 'o3', name: 'Clinic', active: true },
    { resourceType: 'Practitioner', id: 'inside', name: [{ family: 'Within', given: ['Wil', null] }, null] },
    { resourceType: 'Practitioner', id: 'other', active: null },
    { resourceType: 'Observation', id: 'o4', valueQuantity: { value: 1.5 } },
  ],
};
const bob = { resourceType: 'Patient', id: 'bob', active: false, name: [{ family: 'Bob' }] };
const none = { resourceType: 'Patient', id: 'none' };
const people = [ada, bob, none, { resourceType: 'Observation', id: 'o', status: 'final', code: {} }];

function viewOf(json: object): ViewDefinition {
  const read = readViewDefinition({ resource: 'Patient', ...json });
  if ('faults' in read) throw new Error(read.faults.join(' '));
  return read.view;
}

const column = (path: string, more: object = {}): object => ({ name: 'v', path, ...more });
/** The id and one value. */
const value = (path: string, more: object = {}): object => ({
  select: [{ column: [{ name: 'id', path: 'id' }, column(path, more)] }],
});
/** The values of one column for Ada, Bob and nobody. */
const of = (...values: readonly unknown[]): readonly unknown[] =>
  values.map((each, index) => [['ada', 'bob', 'none'][index], each]);

interface Case {
  readonly name: string;
  readonly view: object;
  readonly rows: readonly unknown[];
  readonly sql: boolean;
}
const given = (name: string, view: object, rows: readonly unknown[], sql = true): Case => ({
  name,
  view,
  rows,
  sql,
});

const nameRows = { forEach: 'name', column: [{ name: 'use', path: 'use' }] };

const cases: readonly Case[] = [
  given('a path', value('active', { type: 'boolean' }), of(true, false, null)),
  given(
    'the name of the type before a path',
    value('Patient.active', { type: 'boolean' }),
    of(true, false, null),
  ),
  given('a path through a list', value('name.family'), of("O'Example", 'Bob', null)),
  given('first()', value('name.given.first()'), of('Ada', null, null)),
  given('last()', value('telecom.last().value'), of('a@example.org', null, null)),
  given('an index', value('name[1].given[0]'), of('Addie', null, null)),
  given('where()', value("name.where(use = 'nickname').given.first()"), of('Addie', null, null)),
  given('where() with $this', value("name.given.where($this = 'B.')"), of('B.', null, null)),
  given(
    'exists() and empty()',
    value("name.exists(use = 'official') and contact.empty().not()", { type: 'boolean' }),
    of(true, false, false),
  ),
  given('count()', value('telecom.count()', { type: 'integer' }), of(2, 0, 0)),
  given(
    'and, or, not, implies with nothing',
    value("active and (gender = 'male')", { type: 'boolean' }),
    of(null, false, null),
  ),
  given('or', value("active or (gender = 'male')", { type: 'boolean' }), of(true, null, null)),
  given('implies', value("active implies name.family = 'Bob'", { type: 'boolean' }), of(false, true, null)),
  given('= of a list of several', value("name.given = 'Ada'", { type: 'boolean' }), of(false, null, null)),
  given('!=', value("name.family != 'Bob'", { type: 'boolean' }), of(true, false, null)),
  given(
    '< of numbers',
    value('multipleBirth.ofType(integer) < 3', { type: 'boolean' }),
    of(true, null, null),
  ),
  given('ofType()', value('multipleBirth.ofType(integer)', { type: 'integer' }), of(2, null, null)),
  given('as', value('(multipleBirth as integer)', { type: 'integer' }), of(2, null, null)),
  given('join()', value("name.given.join('|')"), of('Ada|B.|Addie', '', '')),
  given('select()', value('telecom.select(value).first()'), of('1', null, null)),
  given(
    'extension()',
    value("extension('http://e/race').extension('text').value.ofType(string)"),
    of('Mixed', null, null),
  ),
  given(
    '+ and &',
    value("name.first().family + '!' & name.first().use"),
    of("O'Example!official", 'Bob!', ''),
  ),
  given('iif()', value("iif(active, 'yes', 'no')"), of('yes', 'no', 'no')),
  given(
    'startsWith()',
    value("name.first().family.startsWith('O')", { type: 'boolean' }),
    of(true, false, null),
  ),
  given('upper()', value('name.first().family.upper()'), of("O'EXAMPLE", 'BOB', null)),
  given('collection', value('name.given', { collection: true }), of(['Ada', 'B.', 'Addie'], [], [])),
  given('collection of one', value('birthDate', { collection: true }), of(['1970-05'], [], [])),
  given('getResourceKey()', value('getResourceKey()'), of('ada', 'bob', 'none')),
  given(
    'getReferenceKey()',
    value('generalPractitioner.getReferenceKey()', { collection: true }),
    of(['p1', 'o2', 'u-1', 'u-2', 'u-3'], [], []),
  ),
  given(
    'getReferenceKey() of a type',
    value('generalPractitioner.getReferenceKey(Organization)'),
    of('o2', null, null),
  ),
  given(
    'getReferenceKey() of a type that only Reference.type names',
    value('generalPractitioner.getReferenceKey(PractitionerRole)', { collection: true }),
    of(['u-2', 'u-3'], [], []),
  ),
  given(
    'getReferenceKey() of another type',
    value('managingOrganization.getReferenceKey(Patient)'),
    of(null, null, null),
  ),
  given(
    'contained resources of a type',
    value('contained.ofType(Practitioner).name.family', { collection: true }),
    of(['Within'], [], []),
  ),
  given(
    'contained resources of two types',
    value(
      "contained.ofType(Organization).name.first() & ' ' & contained.ofType(Practitioner).name.given.first()",
    ),
    of('Clinic Wil', ' ', ' '),
  ),
  given(
    'contained resources that are there, and are not',
    value('contained.ofType(Organization).exists() and %resource.contained.ofType(Device).empty()', {
      type: 'boolean',
    }),
    of(true, false, false),
  ),
  given(
    'contained resources: truth values and numbers',
    value(
      'contained.ofType(Practitioner).active.empty() and contained.ofType(Organization).active and contained.ofType(Observation).value.ofType(Quantity).value > 1',
      { type: 'boolean' },
    ),
    of(true, null, null),
  ),
  given(
    'contained resources that are referred to',
    {
      select: [
        { column: [column('id')] },
        {
          forEach:
            "contained.ofType(Practitioner).where('#' + id = %resource.generalPractitioner.where(reference.startsWith('#')).reference.first())",
          column: [{ name: 'family', path: 'name.family.first()' }],
        },
      ],
    },
    [['ada', 'Within']],
  ),
  given(
    'a contained resource in a contained one’s path',
    value('contained.ofType(Practitioner).contained.ofType(Device).id'),
    of(null, null, null),
    false,
  ),
  given(
    'a boundary',
    value('birthDate.highBoundary()', { type: 'date' }),
    of('1970-05-31', null, null),
    false,
  ),
  given(
    'a date compared',
    value('birthDate < @1971-01-01', { type: 'boolean' }),
    of(true, null, null),
    false,
  ),
  given(
    'arithmetic',
    value('multipleBirth.ofType(integer) * 2', { type: 'integer' }),
    of(4, null, null),
    false,
  ),
  given('where of the view', { ...value('active'), where: [{ path: 'active' }] }, [['ada', true]]),
  given('a where that is empty', { ...value('active'), where: [{ path: "gender = 'male'" }] }, []),
  given(
    'constants',
    { ...value('name.where(use = %u).given.first()'), constant: [{ name: 'u', valueCode: 'official' }] },
    of('Ada', null, null),
  ),
  given(
    'forEach, nested, with %rowIndex',
    {
      select: [
        { column: [column('id')] },
        {
          forEach: 'contact',
          column: [{ name: 'c', path: '%rowIndex', type: 'integer' }],
          select: [{ forEach: 'telecom', column: [{ name: 't', path: 'value' }] }],
        },
      ],
    },
    [['ada', 0, '9']],
  ),
  given(
    'forEach of a path that is no list',
    {
      select: [
        { column: [column('id')] },
        { forEach: 'maritalStatus', column: [{ name: 'm', path: 'coding.code' }] },
      ],
    },
    [['ada', 'M']],
  ),
  given(
    'forEachOrNull',
    {
      select: [
        { column: [column('id')] },
        {
          forEachOrNull: 'contact',
          column: [
            { name: 'k', path: 'name.family' },
            { name: 'i', path: '%rowIndex', type: 'integer' },
          ],
        },
      ],
    },
    [
      ['ada', 'Kin', 0],
      ['ada', null, 1],
      ['bob', null, 0],
      ['none', null, 0],
    ],
  ),
  given(
    'two forEach beside each other',
    { select: [nameRows, { forEach: 'telecom', column: [{ name: 't', path: 'value' }] }] },
    [
      ['official', '1'],
      ['official', 'a@example.org'],
      ['nickname', '1'],
      ['nickname', 'a@example.org'],
    ],
  ),
  given(
    'unionAll of lists and of one',
    {
      select: [
        { column: [column('id')] },
        {
          unionAll: [
            { forEach: 'telecom', column: [{ name: 't', path: 'value' }] },
            { forEach: 'contact.telecom', column: [{ name: 't', path: 'value' }] },
            { column: [{ name: 't', path: 'name.first().family' }] },
          ],
        },
      ],
    },
    [
      ['ada', '1'],
      ['ada', 'a@example.org'],
      ['ada', '9'],
      ['ada', "O'Example"],
      ['bob', 'Bob'],
      ['none', null],
    ],
  ),
  given(
    'unionAll inside forEach',
    {
      select: [
        {
          forEach: 'name',
          column: [{ name: 'use', path: 'use' }],
          unionAll: [
            { column: [{ name: 'g', path: 'given.first()' }] },
            { forEach: 'given', column: [{ name: 'g', path: '$this' }] },
          ],
        },
      ],
    },
    [
      ['official', 'Ada'],
      ['official', 'Ada'],
      ['official', 'B.'],
      ['nickname', 'Addie'],
      ['nickname', 'Addie'],
      [null, null],
    ],
  ),
];

const sorted = (rows: readonly unknown[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted();

test.each(cases)('on fhirpath: $name', ({ view, rows }) => {
  expect(sorted(people.flatMap(viewRows(viewOf(view))))).toEqual(sorted(rows));
});

const skipped = duckDbMissing === undefined ? '' : ` (skipped: ${duckDbMissing})`;

describe.skipIf(duckDbMissing !== undefined)(`compiled${skipped}`, () => {
  let database: Database;
  beforeAll(async () => {
    database = await databaseInMemory();
  });
  afterAll(() => {
    database.close();
  });

  test.each(cases)('$name', async ({ view, rows, sql }) => {
    const tried = await tryView(database, viewOf(view), people);
    expect(sorted(tried.rows)).toEqual(sorted(rows));
    expect(tried.way).toBe(sql ? 'sql' : 'fhirpath');
  });

  test.each([
    ['several values in a column that is no collection', value('name.given'), /several values|has 3 values/],
    [
      'a condition of several truth values',
      { ...value('id'), where: [{ path: "name.select(use = 'official')" }] },
      /several values|neither true nor false/,
    ],
  ])('%s is an error both ways', async (_what, json, said) => {
    const view = viewOf(json);
    expect(() => people.flatMap(viewRows(view))).toThrow(said);
    await expect(tryView(database, view, people)).rejects.toThrow(said);
  });

  test('a decimal is not made a whole number', async () => {
    const view = viewOf({
      resource: 'Observation',
      select: [{ column: [column('value.ofType(Quantity).value', { type: 'integer' })] }],
    });
    const result = { resourceType: 'Observation', valueQuantity: { value: 9.5 } };
    expect(await tryView(database, view, [result])).toEqual({ rows: [[9.5]], way: 'fhirpath' });
  });

  test.each([
    ['a text as a truth value', value('active', { type: 'boolean' }), { active: 'yes' }],
    ['a text "true" as one', value('active', { type: 'boolean' }), { active: 'true' }],
    ['a number as one', { ...value('id'), where: [{ path: 'active' }] }, { active: 1 }],
    ['a decimal as a whole number', value('telecom.rank', { type: 'integer' }), { telecom: [{ rank: 2.5 }] }],
    [
      'a truth value as one',
      value('multipleBirth.ofType(integer)', { type: 'integer' }),
      { multipleBirthInteger: true },
    ],
    [
      'a contained resource that has not its shape',
      value('contained.ofType(Practitioner).name.family', { collection: true }),
      { contained: [{ resourceType: 'Practitioner', name: ['Within'] }] },
    ],
    [
      'a text as a contained truth value',
      value('contained.ofType(Practitioner).active', { type: 'boolean' }),
      { contained: [{ resourceType: 'Practitioner', active: 'true' }] },
    ],
    ['letters whose case DuckDB changes otherwise', value('gender.upper()'), { gender: 'Groß' }],
  ])('%s ends the SQL: such records are for fhirpath', async (_what, json, members) => {
    const odd = { resourceType: 'Patient', id: 'odd', ...members };
    await expect(tryView(database, viewOf(json), [odd])).rejects.toThrow(
      /that (is none|has no members)|beyond ASCII/,
    );
  });

  test('texts of a view cannot leave their quotes', async () => {
    const odd = `x'); DROP TABLE y; --"`;
    const view = viewOf({
      ...value("name.where(use = %u or family = 'O\\'Example').given.first()"),
      constant: [{ name: 'u', valueString: odd }],
    });
    const tried = await tryView(database, view, people);
    expect(tried).toMatchObject({ way: 'sql' });
    expect(sorted(tried.rows)).toEqual(sorted(of('Ada', null, null)));
  });
});

test('repeat goes down as deep as the items do, in order', () => {
  const view = viewOf({
    resource: 'QuestionnaireResponse',
    select: [
      {
        repeat: ['item', 'answer.item'],
        column: [
          { name: 'link', path: 'linkId' },
          { name: 'i', path: '%rowIndex', type: 'integer' },
        ],
      },
    ],
  });
  const answers = {
    resourceType: 'QuestionnaireResponse',
    item: [
      { linkId: '1', item: [{ linkId: '1.1', answer: [{ item: [{ linkId: '1.1.1' }] }] }] },
      { linkId: '2' },
    ],
  };
  const rows: readonly Row[] = viewRows(view)(answers);
  expect(rows).toEqual([
    ['1', 0],
    ['1.1', 1],
    ['1.1.1', 2],
    ['2', 3],
  ]);
});

test.each([
  ['a text where a number is declared', value('name.first().family', { type: 'integer' })],
  ['a number where a truth value is declared', value('multipleBirth.ofType(integer)', { type: 'boolean' })],
  ['a where that is no truth value', { ...value('id'), where: [{ path: 'name.family' }] }],
])('%s is an error', (_what, json) => {
  expect(() => people.flatMap(viewRows(viewOf(json)))).toThrow(
    /is no (integer|boolean)|neither true nor false/,
  );
});
