import { expect, test } from 'vitest';
import { readViewDefinition } from '#sql-on-fhir/view-definition.ts';
import { notForSpark } from './not-for-spark.ts';
import { readViews } from './view-files.ts';

const column = [{ name: 'id', path: 'id' }];
const contained = 'contained.ofType(Medication)';

test.each([
  ['a column', { select: [{ column: [{ name: 'id', path: `${contained}.id` }] }] }],
  ['the rows', { select: [{ forEach: contained, column }] }],
  [
    'rows within rows',
    { select: [{ forEach: 'note', select: [{ forEachOrNull: `%resource.${contained}`, column }] }] },
  ],
  ['a branch', { select: [{ unionAll: [{ column }, { forEach: contained, column }] }] }],
  ['what repeats', { select: [{ repeat: ['contained'], column }] }],
  ['a condition', { select: [{ column }], where: [{ path: 'contained.exists()' }] }],
])('a view that reads contained records in %s is not for Spark', (_where, json) => {
  const read = readViewDefinition({ resource: 'MedicationRequest', ...json });
  if ('faults' in read) throw new Error(read.faults.join());
  expect(notForSpark(read.view)).toContain('carries within itself');
});

test('the word in a text is no such reading', () => {
  const path = "note.where(text = 'what\\'s contained').text.first()";
  const read = readViewDefinition({
    resource: 'MedicationRequest',
    select: [{ column: [{ name: 'a', path }] }],
  });
  if ('faults' in read) throw new Error(read.faults.join());
  expect(notForSpark(read.view)).toBeUndefined();
});

test('of the shipped views it is one', async () => {
  const not = (await readViews()).filter((view) => notForSpark(view) !== undefined);
  expect(not.map(({ name }) => name)).toEqual(['contained_medications']);
});
