/** Patient (FHIR R4 §8.1; US Core Patient): everything the banner and the demographics show. */
import { type Address, readAddress, readAddresses } from './addresses.ts';
import { type Concept, readConcept, readConcepts } from './concept.ts';
import {
  parseDateTime,
  type FhirDateTime,
  type Period,
  readPeriod,
  readWhen,
  type When,
  whenOf,
} from './dates.ts';
import { type Demographics, readDemographics, sexWords } from './demographics.ts';
import { type Identifier, readIdentifiers } from './identifiers.ts';
import { asBoolean, asList, asObjects, asText, type FhirResource } from './json.ts';
import { byNewest, type RecordKind } from './kind.ts';
import { type HumanName, readName, readNames } from './names.ts';
import { phrase, type Words } from './phrase.ts';
import { chartRecord, type ChartRecord, type Mark, type ReadContext } from './record.ts';
import { nameOfReference, namesOfReferences } from './reference-name.ts';
import { readTelecoms, type Telecom } from './telecom.ts';

export interface PatientRecord extends ChartRecord {
  readonly names: readonly HumanName[];
  readonly identifiers: readonly Identifier[];
  readonly birthDate: FhirDateTime | undefined;
  /** The birth date in words where it is no date. */
  readonly birthWhen: When | undefined;
  readonly gender: Words | undefined;
  readonly demographics: Demographics;
  /** `true` and when, where sent. `undefined`: nothing was sent. */
  readonly deceased: boolean | undefined;
  readonly died: When | undefined;
  readonly maritalStatus: Concept | undefined;
  /** "Second of a multiple birth": as sent, `true` or the order. */
  readonly multipleBirth: string | undefined;
  readonly telecoms: readonly Telecom[];
  readonly addresses: readonly Address[];
  readonly languages: readonly PatientLanguage[];
  readonly contacts: readonly PatientContact[];
  /** The practice whose chart it is. */
  readonly practice: string | undefined;
  readonly practitioners: readonly string[];
  readonly links: readonly { readonly name: string | undefined; readonly type: string | undefined }[];
}

export interface PatientLanguage {
  readonly language: Concept;
  readonly preferred: boolean;
}

export interface PatientContact {
  readonly name: HumanName | undefined;
  readonly relationships: readonly Concept[];
  readonly telecoms: readonly Telecom[];
  readonly address: Address | undefined;
  readonly gender: Words | undefined;
  readonly organization: string | undefined;
  readonly period: Period | undefined;
}

function readPatient(resource: FhirResource, context: ReadContext): PatientRecord {
  const names = readNames(resource['name']);
  const active = asBoolean(resource['active']);
  const died = readWhen(resource, 'deceased');
  const links = asObjects(resource['link']).map((link) => ({
    name: nameOfReference(link['other'], context, resource),
    type: asText(link['type']),
  }));
  const marks: readonly Mark[] = [
    ...(active === false ? [{ phrase: phrase('patient.inactive'), tone: 'warning' } as const] : []),
    ...(links.some((link) => link.type === 'replaced-by')
      ? [{ phrase: phrase('patient.replaced'), tone: 'warning' } as const]
      : []),
  ];
  return {
    ...chartRecord(resource, {
      title: names[0]?.familyFirst ?? phrase('patient.unnamed'),
      standing: active === false ? 'past' : 'current',
      status: active === undefined ? undefined : phrase(active ? 'status.active' : 'status.inactive'),
      when: undefined,
      enteredInError: false,
      marks,
    }),
    names,
    identifiers: readIdentifiers(resource['identifier']),
    birthDate: parseDateTime(resource['birthDate']),
    birthWhen: whenOf(resource['birthDate']),
    gender: sexWords(resource['gender']),
    demographics: readDemographics(resource),
    deceased: died === undefined ? asBoolean(resource['deceasedBoolean'] ?? resource['deceased']) : true,
    died,
    maritalStatus: readConcept(resource['maritalStatus']),
    multipleBirth: asText(resource['multipleBirthInteger']) ?? asText(resource['multipleBirthBoolean']),
    telecoms: readTelecoms(resource['telecom']),
    addresses: readAddresses(resource['address']),
    languages: readLanguages(resource['communication']),
    contacts: asObjects(resource['contact']).map((contact) => ({
      name: readName(contact['name']),
      relationships: readConcepts(contact['relationship']),
      telecoms: readTelecoms(contact['telecom']),
      address: readAddress(contact['address']),
      gender: sexWords(contact['gender']),
      organization: nameOfReference(contact['organization'], context, resource),
      period: readPeriod(contact['period']),
    })),
    practice: nameOfReference(resource['managingOrganization'], context, resource),
    practitioners: namesOfReferences(asList(resource['generalPractitioner']), context, resource),
    links,
  };
}

/** The preferred language first. */
function readLanguages(value: unknown): readonly PatientLanguage[] {
  return asObjects(value)
    .flatMap((one) => {
      const language = readConcept(one['language']);
      return language === undefined ? [] : [{ language, preferred: asBoolean(one['preferred']) === true }];
    })
    .toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
}

/** The open patient: one record. */
export const patient: RecordKind<PatientRecord> = {
  id: 'patient',
  read: readPatient,
  compare: byNewest,
};
