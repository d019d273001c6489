/**
 * Every request of a chart, door by door, in the order they are sent: to be read beside what NextGen publishes.
 * `+P`: with `_revinclude=Provenance:target`. NextGen Office's R4 plan stands in `plan.test.ts`.
 */
import { expect, test } from 'vitest';
import { planFor, searchUrl } from './plan.ts';
import type { SearchRules } from './plan.ts';
import type { FhirVersion } from './version.ts';

function requests(rules: SearchRules, version: FhirVersion): readonly string[] {
  return planFor(rules, version, '85').map((search) => {
    const url = decodeURIComponent(searchUrl(search, '85', false)).replace('patient=85', 'patient');
    return [url, '→', search.kinds.join(' '), search.provenance ? '+P' : '']
      .filter((part) => part !== '')
      .join(' ');
  });
}

test('NextGen Office R3: R4’s chart in STU3’s names; nobody publishes what it answers', () => {
  expect(requests('office', 'STU3')).toEqual([
    'Patient/85 → patient',
    'AllergyIntolerance?patient → allergies +P',
    'Condition?patient → problems +P',
    'MedicationRequest?patient → medications +P',
    'Observation?patient → laboratory vitals social-history tests other +P',
    'Encounter?patient → encounters +P',
    'Immunization?patient → immunizations +P',
    'DiagnosticReport?patient → reports +P',
    'DocumentReference?patient → documents +P',
    'Procedure?patient → procedures +P',
    'CarePlan?patient&category=assess-plan → care-plans +P',
    'Goal?patient → goals +P',
    'CareTeam?patient → care-teams +P',
    'Device?patient → devices +P',
    'Coverage?beneficiary=85 → coverage +P',
    'MedicationDispense?patient → medications +P',
    'MedicationAdministration?patient → medications +P',
    'ProcedureRequest?patient → orders +P',
    'RelatedPerson?patient → people',
    'Specimen?patient → specimens',
    'MedicationStatement?patient → medications',
    'ReferralRequest?patient → orders',
    'QuestionnaireResponse?patient → social-history',
    'ImagingStudy?patient → tests',
    'ExplanationOfBenefit?patient → other',
    'FamilyMemberHistory?patient → other',
    'ClinicalImpression?patient → other',
    'Flag?patient → other',
    'List?patient → other',
  ]);
});

test('NextGen Enterprise R4: its CapabilityStatement’s types, observations and care plans by category', () => {
  expect(requests('enterprise', 'R4')).toEqual([
    'Patient/85 → patient',
    'AllergyIntolerance?patient → allergies +P',
    'Condition?patient → problems +P',
    'MedicationRequest?patient → medications +P',
    'Observation?patient&category=laboratory → laboratory +P',
    'Observation?patient&category=vital-signs → vitals +P',
    'Observation?patient&category=social-history → social-history +P',
    'Observation?patient&category=survey → social-history +P',
    'Observation?patient&category=sdoh → social-history +P',
    'Observation?patient&category=functional-status → social-history +P',
    'Observation?patient&category=disability-status → social-history +P',
    'Observation?patient&category=cognitive-status → social-history +P',
    'Observation?patient&category=imaging → tests +P',
    'Observation?patient&category=clinical-test → tests +P',
    'Observation?patient&category=procedure → tests +P',
    'Observation?patient&category=exam → tests +P',
    'Observation?patient&category=therapy → tests +P',
    'Observation?patient&category=activity → tests +P',
    'Encounter?patient → encounters +P',
    'Immunization?patient → immunizations +P',
    'DiagnosticReport?patient → reports +P',
    'DocumentReference?patient → documents +P',
    'Procedure?patient → procedures +P',
    'CarePlan?patient&category=assess-plan → care-plans +P',
    'Goal?patient → goals +P',
    'CareTeam?patient → care-teams +P',
    'Device?patient → devices +P',
    'Coverage?patient → coverage +P',
    'MedicationDispense?patient → medications +P',
    'ServiceRequest?patient → orders +P',
    'RelatedPerson?patient → people',
    'Specimen?patient → specimens +P',
    'MedicationStatement?patient → medications',
    'QuestionnaireResponse?patient → social-history +P',
    'ExplanationOfBenefit?patient → other',
  ]);
});

test('NextGen Enterprise DSTU2: what Argonaut asks of such a server, what it may have beside, and nothing included', () => {
  expect(requests('enterprise', 'DSTU2')).toEqual([
    'Patient/85 → patient',
    'AllergyIntolerance?patient → allergies',
    'Condition?patient → problems',
    'MedicationOrder?patient → medications',
    'MedicationStatement?patient → medications',
    'Observation?patient&category=laboratory → laboratory',
    'Observation?patient&category=vital-signs → vitals',
    'Observation?patient&category=social-history → social-history',
    'Observation?patient&category=survey → social-history',
    'Observation?patient&category=imaging → tests',
    'Observation?patient&category=procedure → tests',
    'Observation?patient&category=exam → tests',
    'Observation?patient&category=therapy → tests',
    'Encounter?patient → encounters',
    'Immunization?patient → immunizations',
    'DiagnosticReport?patient → reports',
    'DocumentReference?patient → documents',
    'Procedure?patient → procedures',
    'CarePlan?patient&category=assess-plan → care-plans',
    'CarePlan?patient&category=careteam → care-teams',
    'Goal?patient → goals',
    'Device?patient → devices',
    'Coverage?patient → coverage',
    'MedicationDispense?patient → medications',
    'MedicationAdministration?patient → medications',
    'DiagnosticOrder?patient → orders',
    'ProcedureRequest?patient → orders',
    'ReferralRequest?patient → orders',
    'RelatedPerson?patient → people',
    'Specimen?patient → specimens',
    'QuestionnaireResponse?patient → social-history',
    'ImagingStudy?patient → tests',
    'FamilyMemberHistory?patient → other',
    'ClinicalImpression?patient → other',
    'Flag?patient → other',
    'List?patient → other',
  ]);
});

const doors = (['office', 'enterprise', 'us-core'] as const).flatMap((rules) =>
  (['R4', 'STU3', 'DSTU2'] as const).map((version) => [rules, version] as const),
);

test.each(doors)('%s in %s: no count, no page size, no order, no list of values', (rules, version) => {
  for (const search of planFor(rules, version, '85')) {
    expect(searchUrl(search, '85', true)).not.toMatch(
      /_count|_maxresults|_sort|_offset|_include=|_summary|,/,
    );
  }
});

test.each(doors)('%s in %s: every search names the patient', (rules, version) => {
  for (const search of planFor(rules, version, '85')) {
    expect(searchUrl(search, '85', true)).toMatch(
      /^Patient\/85$|[?&](?:patient=85|beneficiary=85|subject=Patient%2F85)(?:&|$)/,
    );
  }
});

test('what is known to be refused without its category is never asked without', () => {
  const needing = (rules: SearchRules, version: FhirVersion) => [
    ...new Set(
      planFor(rules, version, '85')
        .filter(({ needsCategory }) => needsCategory)
        .map(({ type }) => type),
    ),
  ];
  expect(needing('enterprise', 'R4')).toEqual(['Observation', 'CarePlan']);
  expect(needing('office', 'R4')).toEqual(['CarePlan']);
  // Nothing is published of the others: they may be tried without, once.
  expect(needing('office', 'STU3')).toEqual([]);
  expect(needing('enterprise', 'DSTU2')).toEqual([]);
  expect(needing('us-core', 'R4')).toEqual([]);
});
