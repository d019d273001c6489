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
  return [...plain, ...madeUp.map((line) => JSON.parse(line) as Resource)];
}

const missing = duckDbMissing ?? sparkMissing;

test.skipIf(missing !== undefined)(
  `every shipped view has the same rows on Spark and in DuckDB${missing === undefined ? '' : ` (skipped: ${missing})`}`,
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
        }[];
        readonly compared: readonly {
          readonly name: string;
          readonly rows: number;
          readonly onlyDuckDb: number;
          readonly onlySpark: number;
        }[];
      };
      expect(told.views).toHaveLength(29);
      expect(told.views.filter(({ failed }) => failed !== undefined)).toEqual([]);
      const differing = told.compared.filter(({ onlyDuckDb, onlySpark }) => onlyDuckDb + onlySpark > 0);
      expect(differing).toEqual([]);
      expect(exit).toBe(0);
      expect(told.compared.length).toBeGreaterThan(20);
      expect(told.compared.find(({ name }) => name === 'lab_results')?.rows).toBeGreaterThan(100);
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
