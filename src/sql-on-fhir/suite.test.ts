/** The official suite, both ways. Its cases lie in the folder of published data, and are not copied here. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duckDbMissing } from '#bulk/duckdb-missing.ts';
import { databaseInMemory, type Database } from '#bulk/database.ts';
import { tryView } from '#bulk/try-view.ts';
import { suiteCases, suiteFault } from './suite.ts';
import { viewRows } from './view-rows.ts';

const cases = suiteCases() ?? [];
const why = cases.length === 0 ? ' (skipped: CHARTSIDE_DATA names no folder with sql-on-fhir in it)' : '';

describe.skipIf(cases.length === 0)(`SQL on FHIR v2, official suite${why}`, () => {
  test('holds 134 cases', () => {
    expect(cases).toHaveLength(134);
  });

  test.each(cases)('on fhirpath: $name', async (each) => {
    expect(await suiteFault(each, (view, resources) => resources.flatMap(viewRows(view)))).toBeUndefined();
  });
});

const whyNotCompiled = why === '' && duckDbMissing !== undefined ? ` (skipped: ${duckDbMissing})` : why;

describe.skipIf(cases.length === 0 || duckDbMissing !== undefined)(
  `SQL on FHIR v2, official suite, compiled${whyNotCompiled}`,
  () => {
    let database: Database;
    let compiled = 0;
    beforeAll(async () => {
      database = await databaseInMemory();
    });
    afterAll(() => {
      database.close();
    });

    test.each(cases)('compiled: $name', async (each) => {
      const fault = await suiteFault(each, async (view, resources) => {
        const { rows, way } = await tryView(database, view, resources);
        if (way === 'sql') compiled += 1;
        return rows;
      });
      expect(fault).toBeUndefined();
    });

    // A compiler that refuses everything would pass the suite too.
    test('most of it runs as SQL', () => {
      expect(compiled).toBeGreaterThanOrEqual(100);
    });
  },
);
