/** The same files and the same views on Spark with Pathling: the same rows as in DuckDB, view by view. */
import { join } from 'node:path';
import { readdir, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { testFolder } from '#bulk/bulk-fixture.ts';
import { duckDbMissing } from '#bulk/duckdb-missing.ts';
import { writeExport, type Resource } from '#bulk/load-fixture.ts';
import { sparkMissing } from '#bulk/spark-missing.ts';
import { madeUpLines, madeUpTypes, type MadeUpType } from '#sandbox/bulk/made-up-patients.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { bulk } from './bulk.ts';

async function run(...argv: readonly string[]) {
  let out = '';
  let err = '';
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const exit = await bulk(argv, streams, {}, new AbortController().signal);
  return { exit, out, err };
}

/** What Pathling's parser takes: it refuses a whole file for one narrative that is no XHTML, or one code that is none. */
function isPlain({ status }: Resource): boolean {
  return status !== 'lapsed';
}
const narrative = '<div xmlns="http://www.w3.org/1999/xhtml">Narrative</div>';
function withPlainNarrative(each: Resource): Resource {
  const { text } = each;
  return text === undefined ? each : { ...each, text: { ...(text as object), div: narrative } };
}

const subject = { reference: 'Patient/429200303' };
const order = { resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject };
const coding = [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '860975' }];
/** What the cast has none of, or hardly any: drugs that are records of their own, answered questionnaires. */
const besideTheCast: readonly Resource[] = [
  { resourceType: 'Medication', id: 'drug-1', code: { coding } },
  { resourceType: 'Medication', id: 'drug-2', code: { text: 'Mixed by hand' } },
  { ...order, id: 'by-reference', medicationReference: { reference: 'Medication/drug-1' } },
  {
    ...order,
    id: 'within',
    contained: [{ resourceType: 'Medication', id: 'm1', code: { coding } }],
    medicationReference: { reference: '#m1' },
  },
  {
    resourceType: 'QuestionnaireResponse',
    id: 'answers',
    status: 'completed',
    questionnaire: 'http://example.org/Questionnaire/phq-2|1',
    subject,
    authored: '2026-10-14T09:21:00-06:00',
    source: subject,
    item: [{ linkId: '1', answer: [{ valueString: 'No' }] }],
  },
];

/** Some of the cast's records of each type, and made-up patients: Spark takes its time over each view. */
function records(): readonly Resource[] {
  const cast = castResources().map((each) => JSON.parse(JSON.stringify(each)) as Resource);
  const byType = Map.groupBy(cast, ({ resourceType }) => resourceType);
  const some = [...byType.values()].flatMap((all) => {
    const step = Math.ceil(all.length / 60);
    return all.filter((_each, index) => index % step === 0);
  });
  const madeUp = (Object.keys(madeUpTypes) as MadeUpType[]).flatMap((type) =>
    [0, 1, 2].flatMap((patient) => madeUpLines(type, patient).trim().split('\n')),
  );
  const plain = some.filter(isPlain).map(withPlainNarrative);
  return [...plain, ...besideTheCast, ...madeUp.map((line) => JSON.parse(line) as Resource)];
}

const missing = duckDbMissing ?? sparkMissing;

test.skipIf(missing !== undefined)(
  `every shipped view but contained_medications has the same rows on Spark and in DuckDB${missing === undefined ? '' : ` (skipped: ${missing})`}`,
  async () => {
    const folder = await testFolder();
    try {
      const exported = join(folder.path, 'export');
      await writeExport(exported, records());
      await run('load', exported);
      const { exit, out } = await run('spark', exported, '--parts', '3', '--json');
      const told = JSON.parse(out) as {
        readonly views: readonly {
          readonly name: string;
          readonly absent?: boolean;
          readonly failed?: string;
          readonly notRun?: string;
        }[];
        readonly compared: readonly {
          readonly name: string;
          readonly rows: number;
          readonly onlyDuckDb: number;
          readonly onlySpark: number;
        }[];
      };
      expect(told.views).toHaveLength(32);
      // Pathling has no contained records: the one view that reads them is told of, and not compared with anything.
      const notRun = told.views.filter((view) => view.notRun !== undefined).map(({ name }) => name);
      expect(notRun).toEqual(['contained_medications']);
      expect(told.compared.map(({ name }) => name)).not.toContain('contained_medications');
      expect(told.views.filter(({ failed }) => failed !== undefined)).toEqual([]);
      const differing = told.compared.filter(({ onlyDuckDb, onlySpark }) => onlyDuckDb + onlySpark > 0);
      expect(differing).toEqual([]);
      expect(exit).toBe(0);
      expect(told.compared.length).toBeGreaterThan(20);
      const rows = (view: string): number => told.compared.find(({ name }) => name === view)?.rows ?? 0;
      expect(rows('lab_results')).toBeGreaterThan(100);
      const few = ['medication_products', 'practitioner_roles', 'questionnaire_responses'];
      expect(few.filter((view) => rows(view) === 0)).toEqual([]);
      expect((await stat(join(exported, 'spark'))).mode & 0o777).toBe(0o700);
      // By patient where a view is about patients, in one folder where not.
      const inside = async (view: string): Promise<readonly string[]> =>
        (await readdir(join(exported, 'spark', view))).filter((name) =>
          /^patient_part=|\.parquet$/.test(name),
        );
      const parts = ['patient_part=0', 'patient_part=1', 'patient_part=2'];
      expect((await inside('patients')).toSorted()).toEqual(parts);
      expect((await inside('lab_results')).toSorted()).toEqual(parts);
      expect((await inside('organizations')).every((name) => name.endsWith('.parquet'))).toBe(true);
    } finally {
      await folder.remove();
    }
  },
  // Minutes on a machine that has nothing else to do.
  1_800_000,
);
