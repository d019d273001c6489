/** What arrived and no section lists: shown under other records, so that nothing that was sent is left out. */
import { asText, type FhirResource } from './json.ts';
import { sentType } from './original.ts';
import { kindOf } from './placement.ts';
import type { Reading } from './reading.ts';
import { strays } from './strays.ts';

/**
 * Matches of a kind that their search does not feed (an EHR that answers a search for visits with a practitioner), and
 * what came along with matches but belongs to none of them. To be asked when everything has arrived: until then a
 * party may still be named by a record that is on its way.
 */
export function leftovers(reading: Reading): readonly FhirResource[] {
  const answers = reading.searches.flatMap((search) => {
    const state = reading.stateOf(search.id);
    return state.state === 'read' ? [{ kinds: search.kinds, answer: state.answer }] : [];
  });
  const placed = answers.flatMap(({ answer }) => answer.records);
  const isPlaced = ({ kinds }: { kinds: readonly string[] }, record: FhirResource): boolean =>
    kinds.includes(kindOf(record, reading.patientId));
  // A result that is also a survey comes with either search: one of the two has placed it.
  const known = new Set(
    answers.flatMap((one) => one.answer.records.filter((record) => isPlaced(one, record))).map(identityOf),
  );
  const misplaced = new Map(
    answers
      .flatMap((one) => one.answer.records.filter((record) => !isPlaced(one, record)))
      .map((record) => [identityOf(record), record]),
  );
  const included = answers.flatMap(({ answer }) => answer.included);
  const unplaced = [...misplaced].filter(([identity]) => !known.has(identity)).map(([, record]) => record);
  return [...unplaced, ...strays(included, placed)];
}

/** `Type/id` as sent; without an id nothing says that two are the same. */
function identityOf(record: FhirResource): unknown {
  const id = asText(record.id);
  return id === undefined ? record : `${sentType(record)}/${id}`;
}
