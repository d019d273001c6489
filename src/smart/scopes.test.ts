import { expect, test } from 'vitest';
import { grantedScopes, splitScopes } from './scopes.ts';

const allows = (scopes: string, type: string) => grantedScopes(splitScopes(scopes)).allows(type);

// Security check 21.
test.each([
  ['user/*.read', 'Observation', 'yes'],
  ['patient/*.*', 'Observation', 'yes'],
  ['patient/Observation.read', 'Observation', 'yes'],
  ['patient/observation.READ', 'Observation', 'yes'],
  ['Patient/CAREPLAN.Read', 'CarePlan', 'yes'],
  ['patient/Observation.rs', 'Observation', 'yes'],
  ['patient/Observation.cruds', 'Observation', 'yes'],
  ['user/*.rs', 'Goal', 'yes'],
  ['system/Goal.s', 'Goal', 'yes'],
  ['patient/Observation.r patient/Observation.s', 'Observation', 'yes'],
  ['patient/Observation.write', 'Observation', 'no'],
  ['patient/Observation.cud', 'Observation', 'no'],
  // Reading by id alone does not let a list be read.
  ['patient/Observation.r', 'Observation', 'no'],
  ['patient/Patient.r', 'Patient', 'yes'],
  ['user/Practitioner.r', 'Practitioner', 'yes'],
  ['patient/ObservationX.read', 'Observation', 'no'],
  ['patient/Observation', 'Observation', 'no'],
  ['patient/Observation.', 'Observation', 'no'],
  ['patient/Observation.sr', 'Observation', 'no'],
  ['launch/patient openid fhirUser offline_access', 'Patient', 'no'],
  ['', 'Patient', 'no'],
  ['__proto__/constructor.read', 'constructor', 'no'],
])('@threat-21 %s and %s: %s', (scopes, type, answer) => {
  expect(allows(scopes, type)).toBe(answer);
});

const category = 'http://terminology.hl7.org/CodeSystem/observation-category';

test.each([
  [`patient/Observation.rs?category=${category}|laboratory`, ['laboratory']],
  [`patient/Observation.RS?Category=${category}|LABORATORY`, ['laboratory']],
  [`patient/Observation.rs?category=${encodeURIComponent(`${category}|laboratory`)}`, ['laboratory']],
  ['patient/Observation.rs?category=laboratory,vital-signs', ['laboratory', 'vital-signs']],
  [
    `patient/Observation.rs?category=${category}|laboratory user/Observation.s?category=${category}|survey`,
    ['laboratory', 'survey'],
  ],
])('@threat-21 %s is limited to categories', (scopes, categories) => {
  expect(allows(scopes, 'Observation')).toEqual(categories);
});

test('@threat-21 a wide scope beside a narrow one is wide', () => {
  expect(allows('patient/Observation.rs?category=x|laboratory patient/*.read', 'Observation')).toBe('yes');
});

test('@threat-21 a limit this app cannot follow never reads as everything', () => {
  expect(allows('patient/Observation.rs?code=http://loinc.org|718-7', 'Observation')).toBe('no');
});

test('what was sent is kept as it was sent', () => {
  expect(grantedScopes(splitScopes(' patient/CarePlan.read  OPENID\n')).sent).toEqual([
    'patient/CarePlan.read',
    'OPENID',
  ]);
});
