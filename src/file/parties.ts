import { asList, asText } from '#fhir/json.ts';
import { referenceText } from '#fhir/reference-index.ts';
import type { Found } from './resources-in.ts';
import { patientRefsOf } from './whose.ts';

/** Who and what records of care point at, of nobody in particular. */
const parties: ReadonlySet<string> = new Set([
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'HealthcareService',
  'Medication',
  'Substance',
  'Endpoint',
  'Binary',
  'Questionnaire',
  'Library',
  'PlanDefinition',
  'ActivityDefinition',
  'InsurancePlan',
  'OrganizationAffiliation',
]);

/**
 * Tells, record by record in their order, whether one is nobody's own, but what others' records point at. So is what
 * wrote a document (a patient summary's program): its Composition, which comes first in a document, names it.
 */
export function createParties(): (found: Found, container: number) => boolean {
  const writers = new Set<string>();
  return ({ resource, fullUrl }, container) => {
    const { resourceType } = resource;
    if (resourceType === 'Composition')
      for (const author of asList(resource['author']))
        writers.add(`${container} ${referenceText(author) ?? ''}`);
    if (resourceType !== 'Device') return parties.has(resourceType);
    const names = [fullUrl, `Device/${asText(resource.id) ?? ''}`];
    return (
      patientRefsOf(resource).length === 0 && names.some((name) => writers.has(`${container} ${name ?? '-'}`))
    );
  };
}
