/** Observation and DiagnosticReport of DSTU2 (§4.20, §4.21) and STU3 (§10.1, §10.3) in R4's elements. */
import { asList, asObject, asObjects, asText, type JsonObject } from '#fhir/json.ts';
import { completed, each, listOf, notes, renamed, replaced, type Reshape } from './reshape.ts';

/** `related` of both versions: members and sources have elements of their own in R4; the others stay where they are. */
function relations(value: unknown): JsonObject {
  const targets = (type: string): readonly unknown[] | undefined =>
    listOf(
      asObjects(value)
        .filter((one) => asText(one['type']) === type)
        .map((one) => one['target']),
    );
  const others = asObjects(value).filter(
    (one) => !['has-member', 'derived-from'].includes(asText(one['type']) ?? ''),
  );
  return {
    hasMember: targets('has-member'),
    derivedFrom: targets('derived-from'),
    related: asList(value).length === others.length ? undefined : others,
  };
}

function ranges(value: unknown): readonly JsonObject[] | undefined {
  return each(value, (range) => renamed(range, { meaning: 'type' }));
}

/** What both versions have once and R4 repeats, with the comment among the notes. */
const observation: Reshape = (resource) => {
  const { comments: _comments, comment: _comment, ...rest } = resource;
  const { related, ...relatives } = relations(resource['related']);
  return completed(
    replaced(rest as typeof resource, {
      related,
      note: notes(resource['note'], resource['comments'], resource['comment']),
      referenceRange: ranges(resource['referenceRange']),
      component: each(resource['component'], (one) =>
        replaced(one, { referenceRange: ranges(one['referenceRange']) }),
      ),
    }),
    relatives,
  );
};

export const observationFromDstu2 = observation;
export const observationFromStu3: Reshape = (resource) =>
  observation(renamed(resource, { context: 'encounter' }));

export const reportFromDstu2: Reshape = (resource) =>
  renamed(resource, { request: 'basedOn', image: 'media', codedDiagnosis: 'conclusionCode' });

export const reportFromStu3: Reshape = (resource) => {
  const moved = renamed(resource, {
    context: 'encounter',
    image: 'media',
    codedDiagnosis: 'conclusionCode',
  });
  // `performer: { role, actor }`: the roles stay in the details.
  const performers = asList(moved['performer']).map((one) => asObject(one)?.['actor'] ?? one);
  return replaced(moved, { performer: listOf(performers) });
};
