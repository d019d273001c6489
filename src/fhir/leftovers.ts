/** What arrived and no section lists: shown under other records, so that nothing that was sent is left out. */
import type { FhirResource } from './json.ts';
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
  const misplaced = answers.flatMap(({ kinds, answer }) =>
    answer.records.filter((record) => !kinds.includes(kindOf(record, reading.patientId))),
  );
  const included = answers.flatMap(({ answer }) => answer.included);
  return [...misplaced, ...strays(included, placed)];
}
