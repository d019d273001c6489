/** The official suite of SQL on FHIR v2, run both ways, for `npm run conformance`. */
import { databaseInMemory, type Database } from '#bulk/database.ts';
import { tryView } from '#bulk/try-view.ts';
import { suiteCases, suiteFault } from '#sql-on-fhir/suite.ts';
import { viewRows } from '#sql-on-fhir/view-rows.ts';

export interface SqlOnFhir {
  readonly lines: readonly string[];
  /** Every case held that could be run here. */
  readonly held: boolean;
}

async function openedOrWhy(): Promise<Database | string> {
  try {
    return await databaseInMemory();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A case counts as held where it held both ways. */
export async function sqlOnFhir(): Promise<SqlOnFhir> {
  const cases = suiteCases();
  if (cases === undefined)
    return {
      lines: ['SQL on FHIR: not run, for CHARTSIDE_DATA names no folder with sql-on-fhir in it'],
      held: true,
    };
  const database = await openedOrWhy();
  const faults: string[] = [];
  let [both, plain, compiled, sql] = [0, 0, 0, 0];
  for (const each of cases) {
    // oxlint-disable-next-line no-await-in-loop -- one database, one case after another
    const onFhirPath = await suiteFault(each, (view, resources) => resources.flatMap(viewRows(view)));
    let way = 'sql';
    const inDuckDb =
      typeof database === 'string'
        ? undefined
        : // oxlint-disable-next-line no-await-in-loop -- as above
          await suiteFault(each, async (view, resources) => {
            // What it throws before it says so is no SQL either.
            way = 'fhirpath';
            const tried = await tryView(database, view, resources);
            ({ way } = tried);
            return tried.rows;
          });
    if (onFhirPath === undefined) plain += 1;
    else faults.push(`  ${each.name}, on fhirpath: ${onFhirPath}`);
    if (inDuckDb === undefined) compiled += 1;
    else faults.push(`  ${each.name}, compiled: ${inDuckDb}`);
    if (way === 'sql') sql += 1;
    if (onFhirPath === undefined && inDuckDb === undefined) both += 1;
  }
  const all = cases.length;
  const byDuckDb =
    typeof database === 'string'
      ? `compiled to SQL: not run. ${database}`
      : `compiled ${compiled} of ${all}: ${sql} as SQL, ${all - sql} fell back to fhirpath or were refused`;
  if (typeof database !== 'string') database.close();
  return {
    lines: [...faults, `SQL on FHIR: ${both} of ${all} (on fhirpath ${plain} of ${all}; ${byDuckDb})`],
    held: both === all,
  };
}
