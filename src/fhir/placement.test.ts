import { describe, expect, it } from 'vitest';
import type { FhirResource } from './json.ts';
import { kindOf } from './placement.ts';

const system = 'http://terminology.hl7.org/CodeSystem/observation-category';
const usCore = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-category';

function observation(fields: Record<string, unknown>): FhirResource {
  return { resourceType: 'Observation', ...fields };
}

function categories(...codes: readonly string[]): FhirResource {
  return observation({ category: codes.map((code) => ({ coding: [{ system, code }] })) });
}

describe('kindOf', () => {
  it.each([
    ['laboratory', 'laboratory'],
    ['vital-signs', 'vitals'],
    ['social-history', 'social-history'],
    ['survey', 'social-history'],
    ['imaging', 'tests'],
    ['procedure', 'tests'],
    ['exam', 'tests'],
    ['therapy', 'tests'],
    ['activity', 'tests'],
  ])('an observation of category %s is listed under %s', (category, kind) => {
    expect(kindOf(categories(category))).toBe(kind);
  });

  it.each([
    'sdoh',
    'functional-status',
    'disability-status',
    'cognitive-status',
    'treatment-intervention-preference',
  ])('US Core category %s is social history and screening', (code) => {
    expect(kindOf(observation({ category: [{ coding: [{ system: usCore, code }] }] }))).toBe(
      'social-history',
    );
  });

  it('weighs several categories in one written order, whatever order they came in', () => {
    expect(kindOf(categories('procedure', 'laboratory'))).toBe('laboratory');
    expect(kindOf(categories('survey', 'vital-signs'))).toBe('vitals');
    expect(kindOf(categories('activity', 'survey'))).toBe('social-history');
  });

  it('reads a category sent as text, and the sections of HL7 v2', () => {
    expect(kindOf(observation({ category: [{ text: 'Vital Signs' }] }))).toBe('vitals');
    expect(kindOf(observation({ category: { text: 'Laboratory' } }))).toBe('laboratory');
    const section = { system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'MB' };
    expect(kindOf(observation({ category: [{ coding: [section] }] }))).toBe('laboratory');
  });

  it('takes no code of a foreign system for a category', () => {
    expect(
      kindOf(observation({ category: [{ coding: [{ system: 'urn:oid:1.2.3', code: 'laboratory' }] }] })),
    ).toBe('other');
  });

  it('falls back on the LOINC code, then on the NextGen Office id', () => {
    const coded = (code: string) => observation({ code: { coding: [{ system: 'http://loinc.org', code }] } });
    expect(kindOf(coded('85354-9'))).toBe('vitals');
    expect(kindOf(coded('72166-2'))).toBe('social-history');
    expect(kindOf(observation({ id: 'LR-12' }))).toBe('laboratory');
    expect(kindOf(observation({ id: 'VS-12' }))).toBe('vitals');
    expect(kindOf(observation({ id: 'HX-12' }))).toBe('social-history');
  });

  it('never guesses: an observation that says nothing of its kind is "other"', () => {
    const potassium = { coding: [{ system: 'http://loinc.org', code: '2823-3' }] };
    expect(kindOf(observation({ code: potassium }))).toBe('other');
    expect(kindOf(observation({ category: [{ coding: [{ system, code: 'vital-sign' }] }] }))).toBe('other');
    expect(kindOf(observation({ id: 'XLR-1' }))).toBe('other');
  });

  it.each([
    ['AllergyIntolerance', 'allergies'],
    ['Condition', 'problems'],
    ['MedicationRequest', 'medications'],
    ['MedicationDispense', 'medications'],
    ['MedicationAdministration', 'medications'],
    ['MedicationStatement', 'medications'],
    ['Immunization', 'immunizations'],
    ['Procedure', 'procedures'],
    ['Encounter', 'encounters'],
    ['DocumentReference', 'documents'],
    ['DiagnosticReport', 'reports'],
    ['CarePlan', 'care-plans'],
    ['Goal', 'goals'],
    ['CareTeam', 'care-teams'],
    ['Device', 'devices'],
    ['QuestionnaireResponse', 'social-history'],
    ['Coverage', 'coverage'],
    ['ServiceRequest', 'orders'],
    ['Specimen', 'specimens'],
    ['RelatedPerson', 'people'],
    ['ImagingStudy', 'tests'],
    ['Provenance', 'other'],
    ['OperationOutcome', 'other'],
    ['Practitioner', 'other'],
    ['Medication', 'other'],
    ['SomethingNew', 'other'],
    ['constructor', 'other'],
    ['__proto__', 'other'],
  ])('%s → %s', (resourceType, kind) => {
    expect(kindOf({ resourceType })).toBe(kind);
  });

  it('keeps the open patient apart from anybody else', () => {
    const patient: FhirResource = { resourceType: 'Patient', id: 'p1' };
    expect(kindOf(patient)).toBe('patient');
    expect(kindOf(patient, 'p1')).toBe('patient');
    expect(kindOf(patient, 'p2')).toBe('other');
  });
});
