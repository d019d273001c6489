import { expect, test } from 'vitest';
import { readViewDefinition } from './view-definition.ts';

const id = { name: 'id', path: 'id' };
const patient = (more: object): unknown => ({ resource: 'Patient', select: [{ column: [id] }], ...more });

function faults(json: unknown): readonly string[] {
  const read = readViewDefinition(json);
  return 'faults' in read ? read.faults : [];
}

test('a view is read with its columns in the order of the specification', () => {
  const read = readViewDefinition({
    name: 'people',
    title: 'People',
    resource: 'Patient',
    select: [
      { select: [{ column: [{ name: 'c', path: 'id' }] }], column: [{ name: 'a', path: 'id', type: 'id' }] },
      { column: [{ name: 'z', path: 'gender', type: 'http://hl7.org/fhirpath/System.String' }] },
      { unionAll: [{ column: [{ name: 'u', path: 'id' }] }, { column: [{ name: 'u', path: 'gender' }] }] },
    ],
  });
  if ('faults' in read) throw new Error(read.faults.join());
  expect(read.view).toMatchObject({ name: 'people', title: 'People', resource: 'Patient', where: [] });
  expect(read.view.columns.map(({ name }) => name)).toEqual(['a', 'c', 'z', 'u']);
  expect(read.view.columns.map(({ type }) => type)).toEqual(['id', undefined, 'String', undefined]);
});

test.each([
  ['nothing', undefined, 'is a JSON object'],
  ['another resource', patient({ resourceType: 'Patient' }), 'resourceType'],
  ['no resource', { select: [{ column: [id] }] }, 'resource: names no type'],
  ['a resource that is none', patient({ resource: 'Patients' }), 'resource: names no type'],
  ['a data type', patient({ resource: 'HumanName' }), 'resource: names no type'],
  ['no select', { resource: 'Patient' }, 'select: a view selects something'],
  ['no column', { resource: 'Patient', select: [{ forEach: 'name' }] }, 'select: a view has columns'],
  ['a name no table can have', patient({ name: 'a"; DROP' }), 'name: begins with a letter'],
  [
    'a column no table can have',
    patient({ select: [{ column: [{ name: 'a b', path: 'id' }] }] }),
    'select[0].column[0].name',
  ],
  ['a column without a path', patient({ select: [{ column: [{ name: 'a' }] }] }), 'select[0].column[0].path'],
  [
    'the same column twice',
    patient({ select: [{ column: [id, { name: 'ID', path: 'id' }] }] }),
    'two columns are called id',
  ],
  [
    'what is no FHIRPath',
    patient({ select: [{ column: [{ name: 'a', path: 'name.where(' }] }] }),
    'is not FHIRPath',
  ],
  ['a forEach that is a number', patient({ select: [{ forEach: 1, column: [id] }] }), 'select[0].forEach'],
  [
    'two kinds of rows',
    patient({ select: [{ forEach: 'name', repeat: ['contact'], column: [id] }] }),
    'not several',
  ],
  ['a repeat of nothing', patient({ select: [{ repeat: [], column: [id] }] }), 'select[0].repeat'],
  ['a where that is a text', patient({ where: 'active' }), 'where: is a list'],
  ['a where without a path', patient({ where: [{}] }), 'where[0].path'],
  [
    'a constant of two values',
    patient({ constant: [{ name: 'a', valueString: 'x', valueInteger: 1 }] }),
    'constant[0]: has one value',
  ],
  [
    'a constant of a wrong type',
    patient({ constant: [{ name: 'a', valueBoolean: 'yes' }] }),
    'constant[0]: has one value',
  ],
  ['a constant that is not there', patient({ where: [{ path: 'gender = %g' }] }), 'there is no constant %g'],
])('%s is refused with the place of the fault', (_what, json, said) => {
  expect(faults(json).join('\n')).toContain(said);
});

test('branches of a union with other columns are told apart', () => {
  const unionAll = [{ column: [id, { name: 'b', path: 'id' }] }, { column: [{ name: 'b', path: 'id' }, id] }];
  expect(faults({ resource: 'Patient', select: [{ unionAll }] })[0]).toContain(
    'not id, b here and b, id there',
  );
});

test('a constant is put in as a literal, and not inside a text', () => {
  const read = readViewDefinition(
    patient({
      constant: [
        { name: 'use', valueCode: "it's" },
        { name: 'day', valueDateTime: '2026-11-30' },
      ],
      where: [{ path: "name.where(use = %use and text = '%use').exists() and birthDate < %day" }],
    }),
  );
  if ('faults' in read) throw new Error(read.faults.join());
  expect(read.view.where).toEqual([
    "name.where(use = 'it\\'s' and text = '%use').exists() and birthDate < @2026-11-30T",
  ]);
});
