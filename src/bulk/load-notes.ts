/** What whoever asks a loaded database should know about what is in it, and what is not. */
import { quotedName } from '#sql-on-fhir/shape.ts';
import type { DuckDBConnection } from '@duckdb/node-api';
import { tookNoTypes } from './export-listing.ts';
import { isComplete, type ExportState } from './export-state.ts';
import type { LoadedView } from './load-view.ts';

/** From how the export came about. */
export function exportNotes(state: ExportState | undefined, hasErrors: boolean): readonly string[] {
  if (state === undefined) return ['The folder does not say how its files came about.'];
  const { phase, request, isBare, transactionTime } = state;
  return [
    ...(isComplete(state)
      ? []
      : phase === 'cancelled'
        ? ['The export was cancelled: some files never came.']
        : ['The export is not complete: some files are still to come.']),
    ...(request.since === undefined
      ? []
      : [
          isBare
            ? `The server took no --since ${request.since}: the records are all there are, not only the newer ones.`
            : `The export holds what was changed since ${request.since} alone.`,
        ]),
    ...(request.types.length === 0
      ? []
      : [
          tookNoTypes(state)
            ? `The server takes no types: of what it sent only these were fetched: ${request.types.join(', ')}.`
            : `Only these types were asked for: ${request.types.join(', ')}.`,
        ]),
    ...(hasErrors ? ['The server could not export some records: errors/ says which.'] : []),
    ...(transactionTime === undefined ? [] : [`The records are as of ${transactionTime}.`]),
  ];
}

const patients = 'patients';
const ids = (n: number): string => (n === 1 ? 'One patient id' : `${n} patient ids`);

/**
 * A table knows people by their ids alone. Where that is not enough (an id with two Patient records, which may be two
 * people; a record that names nobody, or somebody who is not there) every answer is to say so.
 */
export async function peopleNotes(
  connection: DuckDBConnection,
  views: readonly LoadedView[],
): Promise<readonly string[]> {
  const made = views.filter(({ way, files }) => way !== 'failed' && files > 0).map(({ name }) => name);
  const counts = async (sql: string): Promise<readonly number[]> => {
    const [row = []] = (await connection.runAndReadAll(sql)).getRowsJS();
    return row.map(Number);
  };
  const hasPatients = made.includes(patients);
  const notes: string[] = [];
  if (hasPatients) {
    const [repeated = 0, torn = 0] = await counts(
      `SELECT count(*), count(*) FILTER (born > 1 OR (born = 0 AND called > 1)) FROM (
        SELECT count(DISTINCT birth_date) AS born, count(DISTINCT (family, given)) AS called
        FROM ${patients} GROUP BY id HAVING count(*) > 1)`,
    );
    if (repeated > 0)
      notes.push(
        `${ids(repeated)} ${repeated === 1 ? 'has' : 'have'} more than one Patient record: what is joined by patient_id appears once for each.`,
      );
    if (torn > 0)
      notes.push(
        `${ids(torn)} may stand for two people, for birth dates or names differ: the tables cannot tell whose their records are.`,
      );
  }
  const [unnamed, unmet]: [string[], string[]] = [[], []];
  const columns = await connection.runAndReadAll(
    "SELECT table_name FROM duckdb_columns() WHERE column_name = 'patient_id'",
  );
  const withPatient = new Set<unknown>(columns.getRowsJS().flat());
  for (const name of made.filter((each) => withPatient.has(each))) {
    const unknown = hasPatients
      ? `count(DISTINCT patient_id) FILTER (patient_id NOT IN (SELECT id FROM ${patients} WHERE id IS NOT NULL))`
      : '0';
    // oxlint-disable-next-line no-await-in-loop -- DuckDB uses all processors for one
    const [without = 0, notThere = 0] = await counts(
      `SELECT count(*) FILTER (patient_id IS NULL), ${unknown} FROM ${quotedName(name)}`,
    );
    if (without > 0) unnamed.push(`${name} ${without}`);
    if (notThere > 0) unmet.push(`${name} ${notThere}`);
  }
  if (unnamed.length > 0)
    notes.push(`Rows without a patient_id, for the record does not say whose it is: ${unnamed.join(', ')}.`);
  if (unmet.length > 0)
    notes.push(`Patients who are named, and of whom no Patient record came: ${unmet.join(', ')}.`);
  return notes;
}
