/** Patient, RelatedPerson, Practitioner and where they work, as DSTU2 and STU3 write them. */
import { common, familyList } from './datatypes.ts';
import {
  as,
  element,
  first,
  isJson,
  type Json,
  leftOut,
  listOf,
  made,
  only,
  restated,
  type Rule,
  type Rules,
  same,
  shape,
} from './shape.ts';

const person: Rules = { ...common, identifier: same, active: same, telecom: same, address: same };

const patient: Rules = {
  ...person,
  gender: same,
  birthDate: same,
  _birthDate: same,
  deceasedBoolean: same,
  deceasedDateTime: same,
  maritalStatus: same,
  multipleBirthBoolean: same,
  multipleBirthInteger: same,
  communication: same,
  managingOrganization: same,
};

/** US Core of STU3 has R4's addresses for race, ethnicity and birth sex. */
export const patientAsStu3 = shape('Patient', {
  ...patient,
  name: same,
  contact: same,
  generalPractitioner: same,
});

const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-';
const argonaut = 'http://fhir.org/guides/argonaut/StructureDefinition/argo-';

/** Argonaut's addresses of what US Core has since; the other extensions keep their own. */
const extensions: Rule = restated('at Argonaut’s addresses', (value) => ({
  extension: listOf(value)
    .filter(isJson)
    .map((one) => {
      const known = /us-core-(race|ethnicity|birthsex)$/.exec(String(one['url']))?.[1];
      return known === undefined || !String(one['url']).startsWith(usCore)
        ? one
        : { ...one, url: argonaut + known };
    }),
}));

const contactDstu2: Rule = (value) => ({
  contact: listOf(value)
    .filter(isJson)
    .map((one) => ({ ...one, ...(familyOf(one['name']) && { name: familyOf(one['name']) }) })),
});

function familyOf(name: unknown): Json | undefined {
  return isJson(name)
    ? { ...name, ...element('family', name['family'] === undefined ? undefined : [name['family']]) }
    : undefined;
}

export const patientAsDstu2 = shape('Patient', {
  ...patient,
  extension: extensions,
  name: familyList,
  contact: contactDstu2,
  generalPractitioner: as('careProvider'),
});

const related: Rules = {
  ...person,
  patient: same,
  relationship: first('one relationship'),
  gender: same,
  birthDate: same,
  communication: leftOut('a related person has no languages'),
  period: same,
};

export const relatedPersonAsStu3 = shape('RelatedPerson', { ...related, name: same });

/** One name, its family in a list. */
const oneName = made((value) => {
  const [one, ...others] = listOf(value);
  if (others.length > 0) throw new Error('There is more than one name');
  return familyOf(one);
});

export const relatedPersonAsDstu2 = shape('RelatedPerson', {
  ...related,
  active: leftOut('a related person is not active or otherwise'),
  name: oneName,
});

export const practitionerAsStu3 = shape('Practitioner', { ...person, name: same });
export const roleAsStu3 = shape('PractitionerRole', {
  ...common,
  active: same,
  practitioner: same,
  organization: same,
  code: same,
  specialty: same,
  telecom: same,
});

/** `practitionerRole`: added from the roles of R4, which stand in their practitioner. */
export const practitionerAsDstu2 = shape('Practitioner', {
  ...person,
  name: oneName,
  practitionerRole: same,
});

/** A role as its practitioner's record has it. */
export const roleAsDstu2 = shape('PractitionerRole', {
  ...common,
  resourceType: restated('within its practitioner', () => ({})),
  id: restated('within its practitioner', () => ({})),
  active: restated('roles that are over are not there', () => ({})),
  practitioner: restated('within its practitioner', () => ({})),
  organization: as('managingOrganization'),
  code: only('role'),
  specialty: same,
  telecom: leftOut('a role has no numbers'),
});

const organization: Rules = { ...person, name: same };
export const organizationAsStu3 = shape('Organization', { ...organization, type: same });
export const organizationAsDstu2 = shape('Organization', { ...organization, type: only() });

const location = shape('Location', {
  ...person,
  status: same,
  name: same,
  mode: same,
  type: only(),
  managingOrganization: same,
});
export const locationAsStu3 = location;
export const locationAsDstu2 = location;
