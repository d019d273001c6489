import {
  coding,
  concept,
  hl7Concept,
  period,
  present,
  refer,
  systems,
  type Coding,
  type Extension,
} from './build.ts';
import { Chart } from './chart.ts';
import { practiceOrganization, practitioners } from './practice.ts';

const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/';
const v2Identifiers = 'http://terminology.hl7.org/CodeSystem/v2-0203';

export interface PersonOptions {
  readonly id: string;
  readonly names: readonly object[];
  readonly gender?: string;
  readonly birthDate?: string;
  readonly chartNumber?: string;
  readonly race?: readonly (readonly [string, string])[];
  readonly raceDetail?: readonly (readonly [string, string])[];
  readonly ethnicity?: readonly [string, string];
  readonly birthSex?: 'F' | 'M' | 'UNK' | 'ASKU' | 'OTH';
  readonly address?: readonly object[];
  readonly telecom?: readonly object[];
  /** [BCP 47 code, display]; the first is preferred. */
  readonly languages?: readonly (readonly [string, string])[];
  readonly extensions?: readonly Extension[];
  readonly identifiers?: readonly object[];
  readonly more?: object;
}

/**
 * Starts a chart with its Patient as NextGen Office writes one: no `meta`, no narrative, and an identifier whose
 * system is the address of the identifier *type* code system, whose value is the resource's own id and whose assigner
 * is the practice.
 */
export function person(options: PersonOptions): Chart {
  const chart = new Chart(options.id);
  const { race, ethnicity, birthSex } = options;
  const extension = [
    ...(race !== undefined ? [raceExtension('us-core-race', race, options.raceDetail ?? [])] : []),
    ...(ethnicity !== undefined ? [raceExtension('us-core-ethnicity', [ethnicity], [])] : []),
    ...(birthSex !== undefined ? [{ url: `${usCore}us-core-birthsex`, valueCode: birthSex }] : []),
    ...(options.extensions ?? []),
  ];
  chart.add(
    'Patient',
    present({
      extension: extension.length > 0 ? extension : undefined,
      identifier: [
        {
          type: { coding: [coding(v2Identifiers, 'U', 'Unspecified identifier')], text: 'Unique Id for EHR' },
          system: v2Identifiers,
          value: options.id,
          assigner: refer(practiceOrganization),
        },
        ...(options.chartNumber !== undefined
          ? [
              {
                use: 'usual',
                type: concept('Chart Number', coding(v2Identifiers, 'MR', 'Medical record number')),
                system: 'urn:oid:2.16.840.1.113883.3.9999.1673497.1',
                value: options.chartNumber,
                assigner: refer(practiceOrganization),
              },
            ]
          : []),
        ...(options.identifiers ?? []),
      ],
      active: true,
      name: options.names,
      telecom: options.telecom,
      gender: options.gender,
      birthDate: options.birthDate,
      address: options.address,
      communication: options.languages?.map(([code, display], index) => ({
        language: concept(display, coding('urn:ietf:bcp:47', code, display)),
        preferred: index === 0,
      })),
      generalPractitioner: [practitioners.testing],
      managingOrganization: refer(practiceOrganization),
      ...options.more,
    }),
    '',
    options.id,
  );
  return chart;
}

export const races = {
  white: ['2106-3', 'White'],
  black: ['2054-5', 'Black or African American'],
  asian: ['2028-9', 'Asian'],
  native: ['1002-5', 'American Indian or Alaska Native'],
} as const;
export const hispanic = ['2135-2', 'Hispanic or Latino'] as const;
export const notHispanic = ['2186-5', 'Not Hispanic or Latino'] as const;

function raceExtension(
  name: string,
  categories: readonly (readonly [string, string])[],
  details: readonly (readonly [string, string])[],
): Extension {
  const sub = (url: string, [code, display]: readonly [string, string]): Extension => ({
    url,
    valueCoding: coding(systems.race, code, display),
  });
  return {
    url: usCore + name,
    extension: [
      ...categories.map((each) => sub('ombCategory', each)),
      ...details.map((each) => sub('detailed', each)),
      { url: 'text', valueString: [...details, ...categories].map(([, display]) => display)[0] },
    ],
  };
}

export function tribe(code: string, display: string, text: string, enrolled: boolean): Extension {
  return {
    url: `${usCore}us-core-tribal-affiliation`,
    extension: [
      {
        url: 'tribalAffiliation',
        valueCodeableConcept: concept(
          text,
          coding('http://terminology.hl7.org/CodeSystem/v3-TribalEntityUS', code, display),
        ),
      },
      { url: 'isEnrolled', valueBoolean: enrolled },
    ],
  };
}

export function genderIdentity(code: string, display: string): Extension {
  return {
    url: `${usCore}us-core-genderIdentity`,
    valueCodeableConcept: concept(display, coding(systems.snomed, code, display)),
  };
}

/** US Core's `sex` of release 6.1: a bare SNOMED CT code. */
export function sexExtension(code: string): Extension {
  return { url: `${usCore}us-core-sex`, valueCode: code };
}

export function pronouns(loincCode: string, display: string): Extension {
  return {
    url: 'http://hl7.org/fhir/StructureDefinition/individual-pronouns',
    extension: [
      { url: 'value', valueCodeableConcept: concept(display, coding(systems.loinc, loincCode, display)) },
    ],
  };
}

/** FHIR R4's own flag; US Core's newer one is a coding, see `interpreterNeeded`. */
export const interpreterRequired: Extension = {
  url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
  valueBoolean: true,
};
export function interpreterNeeded(code: string, display: string): Extension {
  return { url: `${usCore}us-core-interpreter-needed`, valueCoding: coding(systems.snomed, code, display) };
}

/** The current home: a `period` without end, which the server ends at the time of the request as NextGen does. */
export function home(line: string, since: string, city = 'SAMPLEVILLE', postalCode = '85001'): object {
  return { use: 'home', line: [line], city, state: 'AZ', postalCode, country: 'US', period: period(since) };
}
export function oldHome(
  line: string,
  since: string,
  until: string,
  city: string,
  postalCode: string,
): object {
  return {
    use: 'old',
    line: [line],
    city,
    state: 'AZ',
    postalCode,
    country: 'US',
    period: period(since, until),
  };
}

export function phone(value: string, use: 'home' | 'mobile' | 'work' | 'old' = 'home'): object {
  return { system: 'phone', value, use };
}
export function email(value: string): object {
  return { system: 'email', value, use: 'home' };
}

export const english = ['en-US', 'English (United States)'] as const;
export const spanish = ['es', 'Spanish'] as const;

export function maritalStatus(code: string, display: string): object {
  return hl7Concept('v3-MaritalStatus', code, display);
}

/** Someone close to the patient. */
export function relatedPerson(
  chart: Chart,
  family: string,
  given: string,
  relationship: Coding,
  more: object = {},
): ReturnType<Chart['add']> {
  return chart.add('RelatedPerson', {
    active: true,
    patient: chart.patient,
    relationship: [concept(relationship.display, relationship)],
    name: [{ use: 'official', family, given: [given] }],
    ...more,
  });
}
