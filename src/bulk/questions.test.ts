/** The ready questions, asked of a small practice in which each rule has somebody to show it. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { marta } from '#sandbox/people/marta.ts';
import { allRows, askDatabase, notesOn } from './ask-database.ts';
import { testFolder } from './bulk-fixture.ts';
import { openDatabase, type Database } from './database.ts';
import { duckDbMissing } from './duckdb-missing.ts';
import { writeExport, type Resource } from './load-fixture.ts';
import { loadExport } from './load.ts';
import { questionNamed, questions } from './questions.ts';
import { readViews } from './view-files.ts';

const skipped = duckDbMissing === undefined ? '' : ` (skipped: ${duckDbMissing})`;
const going = new AbortController().signal;
const today = '2026-11-30';

const coded = (system: string, code: string, display = code): object => ({
  coding: [{ system, code, display }],
  text: display,
});
const snomed = 'http://snomed.info/sct';
const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const cvx = 'http://hl7.org/fhir/sid/cvx';
const of = (id: string): object => ({ subject: { reference: `Patient/${id}` } });
let made = 0;
const numbered = (resourceType: string, patient: string, more: object): Resource => ({
  resourceType,
  id: `r${(made += 1)}`,
  ...(resourceType === 'Immunization' || resourceType === 'AllergyIntolerance'
    ? { patient: { reference: `Patient/${patient}` } }
    : of(patient)),
  ...more,
});
const person = (id: string, more: object = {}): Resource => ({
  resourceType: 'Patient',
  id,
  gender: 'female',
  birthDate: '1970-01-01',
  name: [{ family: id.toUpperCase(), given: ['Test'] }],
  ...more,
});
const a1c = (patient: string, value: number, day: string, more: object = {}): Resource =>
  numbered('Observation', patient, {
    status: 'final',
    category: [coded('http://terminology.hl7.org/CodeSystem/observation-category', 'laboratory')],
    code: coded('http://loinc.org', '4548-4', 'Hemoglobin A1c'),
    effectiveDateTime: day,
    valueQuantity: { value, unit: '%', code: '%' },
    ...more,
  });
const vaccine = (patient: string, more: object): Resource =>
  numbered('Immunization', patient, {
    status: 'completed',
    vaccineCode: coded(cvx, '150', 'Influenza'),
    ...more,
  });
const problem = (patient: string, code: object | undefined, more: object = {}): Resource =>
  numbered('Condition', patient, {
    clinicalStatus: coded('x', 'active'),
    category: [coded('x', 'problem-list-item')],
    ...(code && { code }),
    ...more,
  });
const order = (patient: string, concept: object | undefined, more: object = {}): Resource =>
  numbered('MedicationRequest', patient, {
    status: 'active',
    intent: 'order',
    ...(concept && { medicationCodeableConcept: concept }),
    ...more,
  });

const diabetes = coded(snomed, '44054006', 'Type 2 diabetes mellitus');
const metformin = coded(rxnorm, '860975', 'metformin 500 MG');

const practice: readonly Resource[] = [
  person('ann'),
  person('bea', { birthDate: undefined }),
  person('cal', { deceasedBoolean: true }),
  person('dot', { deceasedDateTime: '2025-01-01' }),
  person('eve', { gender: undefined }),
  problem('ann', diabetes),
  problem('ann', diabetes),
  problem('bea', diabetes, { category: [coded('x', 'encounter-diagnosis')] }),
  problem('cal', diabetes, { clinicalStatus: coded('x', 'resolved') }),
  problem('dot', diabetes, { verificationStatus: coded('x', 'entered-in-error') }),
  problem('eve', { text: 'Tired' }, { clinicalStatus: undefined }),
  problem('gone', diabetes),
  order('ann', metformin),
  order('ann', metformin, { status: 'stopped' }),
  order('bea', {
    coding: [
      { system: rxnorm, code: '860975' },
      { system: rxnorm, code: '6809', display: 'metformin' },
    ],
  }),
  order('cal', { text: 'His own herbs' }),
  order('dot', metformin, { status: 'entered-in-error' }),
  a1c('ann', 9.4, '2026-10-01'),
  a1c('ann', 10.1, '2026-02-01T08:00:00Z'),
  a1c('bea', 9, '2026-10-01'),
  a1c('cal', 12, '2025-11-29'),
  a1c('dot', 75, '2026-10-01', { valueQuantity: { value: 75, unit: 'mmol/mol' } }),
  a1c('eve', 14, '2026-11-30', { valueQuantity: { value: 14, comparator: '>', unit: '%' } }),
  a1c('eve', 11, '2026-11-01', { status: 'entered-in-error' }),
  a1c('bea', 13, '2026-12-24'),
  a1c('bea', 12, '2026-05-05', { valueQuantity: { value: 12 } }),
  a1c('cal', 9.9, '2026-06-01', { category: undefined }),
  a1c('cal', 9.6, '2026-03-01', {
    category: [coded('x', 'vital-signs'), coded('x', 'laboratory'), coded('x', 'social-history')],
  }),
  vaccine('ann', { occurrenceDateTime: '2026-09-15' }),
  vaccine('bea', { occurrenceDateTime: '2025-11-30' }),
  vaccine('cal', { occurrenceDateTime: '2020-01-01' }),
  vaccine('eve', { occurrenceDateTime: '2026-10-10', status: 'not-done' }),
  vaccine('eve', { occurrenceString: 'last autumn', vaccineCode: { text: 'Flu shot' } }),
  vaccine('eve', { occurrenceDateTime: '2026-10-10', vaccineCode: { text: 'Haemophilus influenza b' } }),
  numbered('AllergyIntolerance', 'ann', { code: coded(snomed, '716186003', 'No known allergy') }),
];

describe.skipIf(duckDbMissing !== undefined)(`questions${skipped}`, () => {
  let root: Awaited<ReturnType<typeof testFolder>>;
  let database: Database;
  beforeAll(async () => {
    root = await testFolder();
    const folder = join(root.path, 'practice');
    await writeExport(folder, practice);
    await loadExport({ folder, views: await readViews(), parquet: false }, going);
    database = await openDatabase(folder);
  });
  afterAll(async () => {
    database.close();
    await root.remove();
  });

  type Rows = readonly Readonly<Record<string, unknown>>[];

  async function ask(name: string, of = database): Promise<Rows> {
    const { names, rows } = await askDatabase(of, questionNamed(name)?.sql ?? '', going, {
      today,
    }).then(async (answer) => ({ names: answer.names, rows: await allRows(answer) }));
    return rows.map((row) => Object.fromEntries(names.map((each, index) => [each, row[index]])));
  }

  /** The answers about drugs of a practice of its own. */
  async function askOf(name: string, resources: readonly Resource[]) {
    const folder = join(root.path, name);
    await writeExport(folder, resources);
    const { views } = await loadExport({ folder, views: await readViews(), parquet: false }, going);
    expect(views.filter(({ way }) => way !== 'sql')).toEqual([]);
    const own = await openDatabase(folder);
    try {
      return {
        byRxNorm: await ask('medications-by-rxnorm', own),
        missing: await ask('missing-data', own),
        within: await allRows(await askDatabase(own, 'SELECT text, code FROM contained_medications', going)),
      };
    } finally {
      own.close();
    }
  }

  test('patients by problem: each patient once; what is over or was an error is no problem', async () => {
    expect(await ask('patients-by-problem')).toEqual([
      {
        code: '44054006',
        system: 'SNOMED CT',
        problem: 'Type 2 diabetes mellitus',
        patients: 3,
        on_problem_list: 2,
      },
      { code: null, system: null, problem: 'Tired', patients: 1, on_problem_list: 1 },
    ]);
  });

  test('medications by RxNorm code as sent: every code counts, and orders without one are not hidden', async () => {
    expect(await ask('medications-by-rxnorm')).toEqual([
      { rxnorm: '860975', medication: 'metformin 500 MG', patients: 2, patients_active: 2, orders: 3 },
      { rxnorm: '6809', medication: 'metformin', patients: 1, patients_active: 1, orders: 1 },
      {
        rxnorm: null,
        medication: '(sent without an RxNorm code)',
        patients: 1,
        patients_active: 1,
        orders: 1,
      },
    ]);
  });

  test('a drug that is a record of its own, or stands within its order, counts by the code it has there', async () => {
    const drug = (id: string, code: object | undefined): Resource => ({
      resourceType: 'Medication',
      id,
      ...(code && { code }),
    });
    const by = (reference: string, ...contained: readonly Resource[]): object => ({
      medicationReference: { reference },
      contained,
    });
    const lisinopril = coded(rxnorm, '314076', 'lisinopril 10 MG');
    const aspirin = coded(rxnorm, '243670', 'aspirin 81 MG');
    const practitioner = { resourceType: 'PractitionerRole', id: 'd1', code: [coded('x', 'doctor')] };
    const { byRxNorm, missing } = await askOf('drugs', [
      drug('m1', metformin),
      drug('m2', { text: 'Mixed by hand' }),
      drug('m3', undefined),
      order('ann', metformin),
      order('bea', undefined, by('Medication/m1')),
      order('bea', undefined, by('https://ehr.example.org/fhir/Medication/m1/_history/2')),
      order('ann', undefined, by('#m1', practitioner, drug('m1', aspirin))),
      // The same name within another order is another drug, and so is one that nothing refers to.
      order('bea', undefined, by('#m1', drug('m1', lisinopril), drug('m2', aspirin))),
      order('cal', undefined, by('#m1', drug('m1', { coding: [{ system: rxnorm, code: '314076' }] }))),
      // Without a code, and there all the same.
      order('dot', undefined, by('Medication/m2')),
      order('dot', undefined, by('Medication/m3')),
      order('eve', undefined, by('#mixture', drug('mixture', { text: 'Cough mixture' }))),
      // Not there: elsewhere, in another order alone, or nowhere.
      order('eve', undefined, by('Medication/gone')),
      order('eve', undefined, by('#m3', drug('m1', aspirin))),
      order('dot', undefined, by('#m1')),
      order('dot', undefined, by('Medication/gone', drug('gone', aspirin))),
      order('eve', undefined, { medicationReference: { display: 'Hydroxychloroquine' } }),
    ]);
    expect(byRxNorm).toEqual([
      { rxnorm: '314076', medication: 'lisinopril 10 MG', patients: 2, patients_active: 2, orders: 2 },
      { rxnorm: '860975', medication: 'metformin 500 MG', patients: 2, patients_active: 2, orders: 3 },
      {
        rxnorm: null,
        medication: '(sent without an RxNorm code)',
        patients: 2,
        patients_active: 2,
        orders: 4,
      },
      {
        rxnorm: null,
        medication: '(sent without an RxNorm code: the drug is a record that did not come)',
        patients: 2,
        patients_active: 2,
        orders: 4,
      },
      { rxnorm: '243670', medication: 'aspirin 81 MG', patients: 1, patients_active: 1, orders: 1 },
    ]);
    expect(missing).toContainEqual({
      what: 'medication orders without an RxNorm code',
      missing: 8,
      of: 14,
    });
    expect(missing).toContainEqual({
      what: 'medication orders whose drug is a record that did not come',
      missing: 4,
      of: 14,
    });
  });

  test('the sandbox’s Marta: two drugs that lead nowhere, and a mixture within its order', async () => {
    const records = marta().map((each) => JSON.parse(JSON.stringify(each)) as Resource);
    const { missing, within } = await askOf('marta', records);
    const unmet = missing.find(({ what }) => String(what).endsWith('a record that did not come'));
    expect(unmet).toMatchObject({ missing: 2 });
    expect(within).toEqual([['Cough mixture, made up by the pharmacy', null]]);
  });

  test('A1c above 9 in the last year: in percent, above and not at 9, neither withdrawn nor to come', async () => {
    expect(await ask('a1c-above-9')).toMatchObject([
      { patient_id: 'eve', value: '>14.0', unit: '%', taken: '2026-11-30', results_above_9: 1 },
      { patient_id: 'ann', patient: 'ANN, Test', value: '9.4', taken: '2026-10-01', results_above_9: 2 },
      // One was sent without a category, and one with three.
      { patient_id: 'cal', value: '9.9', taken: '2026-06-01', results_above_9: 2 },
    ]);
  });

  test('no influenza vaccine in twelve months: the living, with what is recorded', async () => {
    expect(await ask('no-influenza-vaccine')).toMatchObject([
      { patient_id: 'bea', last_recorded: '2025-11-30', recorded_without_date: 0 },
      { patient_id: 'eve', last_recorded: null, recorded_without_date: 1 },
    ]);
  });

  test('missing data: how many of how many', async () => {
    const rows = await ask('missing-data');
    const found = rows.map(({ what, missing, of: all }) => [what, missing, all]);
    expect(found).toContainEqual(['patients without a birth date', 1, 5]);
    expect(found).toContainEqual(['patients without a gender', 1, 5]);
    expect(found).toContainEqual(['patients without a record of allergies, or that there are none', 4, 5]);
    expect(found).toContainEqual(['problems without a code', 1, 7]);
    expect(found).toContainEqual(['medication orders without an RxNorm code', 1, 5]);
    expect(found).toContainEqual(['immunizations without a CVX code', 2, 6]);
    expect(found).toContainEqual(['numbers of laboratory results and vital signs without a unit', 1, 10]);
    expect(found).toContainEqual([
      'hemoglobin A1c results that are no number of percent, and so not compared with 9',
      2,
      11,
    ]);
    expect(found).toContainEqual(['problems of patients who are not in this export', 1, 7]);
  });

  test('a question whose records never came says so, and missing data does not count them', async () => {
    const folder = join(root.path, 'little');
    await writeExport(folder, [person('ann')]);
    await loadExport({ folder, views: await readViews(), parquet: false }, going);
    const little = await openDatabase(folder);
    try {
      const views = questionNamed('no-influenza-vaccine')?.views ?? [];
      const { notes, unknown } = await notesOn(little, { views }, going);
      expect(unknown).toEqual([
        'No Immunization files came with the export: whether there are such records is not known.',
      ]);
      expect(notes).toEqual(['The folder does not say how its files came about.']);
      await expect(notesOn(little, { views, beside: ['another_view'] }, going)).rejects.toThrow(
        'before there was a view another_view',
      );
      const missing = questionNamed('missing-data')?.sql ?? '';
      const rows = await allRows(await askDatabase(little, missing, going, { today }));
      expect(rows).toContainEqual(['patients without a birth date', 0, 1]);
      expect(rows).toContainEqual(['patients without an immunization', null, null]);
    } finally {
      little.close();
    }
  });

  test('each question names the views it asks, and no others', async () => {
    const shipped = (await readViews()).map(({ name }) => name);
    for (const { name, sql, views, beside = [] } of questions) {
      const asked = shipped.filter((view) => new RegExp(`\\b(FROM|JOIN) ${view}\\b`).test(sql));
      expect([name, ...asked.toSorted()]).toEqual([name, ...[...views, ...beside].toSorted()]);
    }
  });
});
