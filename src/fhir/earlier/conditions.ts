/** Condition of DSTU2 (§4.3) and STU3 (§9.2) in R4's elements. */
import { asBoolean, asText } from '#fhir/json.ts';
import { completed, each, listOf, notes, renamed, replaced, type Reshape } from './reshape.ts';

/** "It has abated", without a date: R4 says that by the clinical status. */
function abated(value: unknown): string | undefined {
  return asBoolean(value) === true ? 'resolved' : undefined;
}

export const conditionFromDstu2: Reshape = (resource) => {
  const moved = renamed(resource, { patient: 'subject', dateRecorded: 'recordedDate', notes: 'note' });
  return completed(
    replaced(moved, {
      note: notes(moved['note']),
      evidence: each(resource['evidence'], (one) => one),
    }),
    { clinicalStatus: abated(resource['abatementBoolean']) },
  );
};

export const conditionFromStu3: Reshape = (resource) => {
  const moved = renamed(resource, { context: 'encounter', assertedDate: 'recordedDate' });
  return completed(replaced(moved, { stage: listOf(moved['stage']) }), {
    clinicalStatus: asText(moved['clinicalStatus']) ?? abated(resource['abatementBoolean']),
  });
};
