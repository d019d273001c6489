/** Immunization of DSTU2 (§4.7) and STU3 (§9.7) in R4's elements. */
import { asBoolean, asObject, asText, type FhirResource, type JsonObject } from '#fhir/json.ts';
import { actors, completed, each, listOf, renamed, replaced, type Reshape } from './reshape.ts';

function protocols(value: unknown): readonly JsonObject[] | undefined {
  return each(value, (protocol) =>
    renamed(protocol, {
      doseSequence: 'doseNumberPositiveInt',
      seriesDoses: 'seriesDosesPositiveInt',
    }),
  );
}

function immunization(resource: FhirResource, notGiven: unknown): FhirResource {
  const moved = renamed(resource, { date: 'occurrenceDateTime', vaccinationProtocol: 'protocolApplied' });
  const why = asObject(resource['explanation']) ?? {};
  const isError = asText(resource['status']) === 'entered-in-error';
  return replaced(
    completed(moved, { reasonCode: why['reason'], statusReason: listOf(why['reasonNotGiven'])?.[0] }),
    {
      status: asBoolean(notGiven) === true && !isError ? 'not-done' : undefined,
      protocolApplied: protocols(moved['protocolApplied']),
    },
  );
}

export const immunizationFromDstu2: Reshape = (resource) => {
  const reported = asBoolean(resource['reported']);
  const moved = completed(immunization(resource, resource['wasNotGiven']), {
    primarySource: reported === undefined ? undefined : !reported,
  });
  return replaced(moved, { performer: actors(resource['performer']) });
};

export const immunizationFromStu3: Reshape = (resource) =>
  completed(immunization(resource, resource['notGiven']), {
    performer: each(resource['practitioner'], (one) => renamed(one, { role: 'function' })),
  });
