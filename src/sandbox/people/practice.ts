import { coding, concept, hl7Concept, refer, sct, systems, type Reference } from './build.ts';
import type { Resource } from './resource.ts';

/** The practice, its people and places, and the outside laboratories, hospitals and payers. All made up. */

const phone = (value: string, use = 'work'): object => ({ system: 'phone', value, use });
const address = (line: string, city: string, postalCode: string): object => ({
  line: [line],
  city,
  state: 'AZ',
  postalCode,
  country: 'US',
});

function organization(
  id: string,
  name: string,
  type: readonly [string, string],
  more: object = {},
): Resource & { name: string } {
  return {
    resourceType: 'Organization',
    id,
    meta: { profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-organization'] },
    active: true,
    type: [hl7Concept('organization-type', ...type)],
    name,
    ...more,
  };
}

const provider = ['prov', 'Healthcare Provider'] as const;

export const practiceOrganization = organization('1673497', 'TESTFHIRAPI Family Medicine', provider, {
  identifier: [{ system: systems.npi, value: '1999999976' }],
  telecom: [phone('(480) 555-0100'), { system: 'fax', value: '(480) 555-0101', use: 'work' }],
  address: [address('400 MADE UP AVENUE', 'SAMPLEVILLE', '85001')],
});
export const laboratory = organization('1673510', 'Coastal Reference Laboratory', provider, {
  identifier: [{ system: 'urn:oid:2.16.840.1.113883.4.7', value: '99D9999991' }],
  telecom: [phone('(480) 555-0130')],
  address: [address('77 SPECIMEN ROAD', 'SAMPLEVILLE', '85003')],
});
export const imagingCenter = organization('1673511', 'Saguaro Imaging Center', provider, {
  telecom: [phone('(480) 555-0135')],
  address: [address('18 FILM STREET', 'SAMPLEVILLE', '85003')],
});
export const hospital = organization('1673512', 'Sampleville General Hospital', provider, {
  telecom: [phone('(480) 555-0140')],
  address: [address('1 HOSPITAL DRIVE', 'SAMPLEVILLE', '85004')],
});
export const kidneyClinic = organization('1673513', 'Sampleville Kidney Clinic', provider, {
  telecom: [phone('(480) 555-0150')],
  address: [address('1 HOSPITAL DRIVE SUITE 210', 'SAMPLEVILLE', '85004')],
});
export const pharmacy = organization('1673514', 'Ocotillo Pharmacy', ['other', 'Other'], {
  telecom: [phone('(480) 555-0160')],
  address: [address('9 CORNER STREET', 'SAMPLEVILLE', '85001')],
});
export const payers = {
  commercial: organization('1673520', 'Made Up Mutual Health Plan', ['pay', 'Payer'], {
    telecom: [phone('(800) 555-0170')],
  }),
  medicare: organization('1673521', 'Medicare (test payer)', ['pay', 'Payer']),
  medicaid: organization('1673522', 'Arizona Medicaid (test payer)', ['pay', 'Payer']),
};

interface Someone {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly suffix: string;
  readonly npi: string;
  readonly role: readonly [string, string];
  readonly organization: Resource & { name: string };
}

const someones = {
  testing: {
    id: '1000851',
    family: 'TESTING',
    given: 'PROVIDER',
    suffix: 'MD',
    npi: '1999999984',
    role: ['207Q00000X', 'Family Medicine Physician'],
    organization: practiceOrganization,
  },
  nurse: {
    id: '1000862',
    family: 'EXAMPLE',
    given: 'NORA',
    suffix: 'RN',
    npi: '1999999992',
    role: ['163W00000X', 'Registered Nurse'],
    organization: practiceOrganization,
  },
  nephrologist: {
    id: '1000873',
    family: 'NEPHRON',
    given: 'IMANI',
    suffix: 'MD',
    npi: '1999999927',
    role: ['207RN0300X', 'Nephrology Physician'],
    organization: kidneyClinic,
  },
  pediatrician: {
    id: '1000884',
    family: 'KINDER',
    given: 'TOMAS',
    suffix: 'MD',
    npi: '1999999935',
    role: ['208000000X', 'Pediatrics Physician'],
    organization: practiceOrganization,
  },
  hospitalist: {
    id: '1000895',
    family: 'WARD',
    given: 'PRIYA',
    suffix: 'MD',
    npi: '1999999943',
    role: ['208M00000X', 'Hospitalist Physician'],
    organization: hospital,
  },
  radiologist: {
    id: '1000906',
    family: 'SHADOW',
    given: 'LEON',
    suffix: 'MD',
    npi: '1999999950',
    role: ['2085R0202X', 'Diagnostic Radiology Physician'],
    organization: imagingCenter,
  },
  pharmacist: {
    id: '1000917',
    family: 'MORTAR',
    given: 'ELSIE',
    suffix: 'PharmD',
    npi: '1999999968',
    role: ['183500000X', 'Pharmacist'],
    organization: pharmacy,
  },
  socialWorker: {
    id: '1000928',
    family: 'HELPING',
    given: 'RUBEN',
    suffix: 'LCSW',
    npi: '1999999901',
    role: ['1041C0700X', 'Clinical Social Worker'],
    organization: practiceOrganization,
  },
} as const satisfies Record<string, Someone>;

type Who = keyof typeof someones;

function spoken(who: Someone): string {
  return `${who.family}, ${who.given}, ${who.suffix}`;
}

/** References to the practitioners, with the name as display. */
export const practitioners = Object.fromEntries(
  Object.entries(someones).map(([key, who]) => [key, refer(`Practitioner/${who.id}`, spoken(who))]),
) as Readonly<Record<Who, Reference>>;

export const locations = {
  practice: refer('Location/2000101', 'TESTFHIRAPI Family Medicine'),
  hospital: refer('Location/2000102', 'Sampleville General Hospital, 4 West'),
  emergency: refer('Location/2000103', 'Sampleville General Hospital, Emergency'),
  video: refer('Location/2000104', 'Video visit'),
  kidneyClinic: refer('Location/2000105', 'Sampleville Kidney Clinic'),
} as const;

/** Who stands behind a record: the requester, performer, recorder or author it names, else the practice's physician. */
export function author(record: Resource): Reference {
  for (const element of ['requester', 'recorder', 'author', 'performer', 'participant']) {
    for (const each of [record[element]].flat()) {
      const { reference, actor, individual } = (each ?? {}) as {
        reference?: string;
        actor?: Reference;
        individual?: Reference;
      };
      const found = reference ?? actor?.reference ?? individual?.reference;
      if (found !== undefined && /^(Practitioner|Organization)\//.test(found)) return { reference: found };
    }
  }
  return { reference: practitioners.testing.reference ?? '' };
}

/** Everything that belongs to no patient. */
export function practiceResources(): readonly Resource[] {
  return [
    practiceOrganization,
    laboratory,
    imagingCenter,
    hospital,
    kidneyClinic,
    pharmacy,
    ...Object.values(payers),
    ...Object.values(someones).flatMap(practitioner),
    ...Object.values(locations).map(location),
  ];
}

function practitioner(who: Someone): readonly Resource[] {
  return [
    {
      resourceType: 'Practitioner',
      id: who.id,
      identifier: [{ system: systems.npi, value: who.npi }],
      active: true,
      name: [{ use: 'official', family: who.family, given: [who.given], suffix: [who.suffix] }],
      telecom: [phone('(480) 555-0100')],
      address: [address('400 MADE UP AVENUE', 'SAMPLEVILLE', '85001')],
    },
    {
      resourceType: 'PractitionerRole',
      id: `3${who.id}`,
      active: true,
      practitioner: refer(`Practitioner/${who.id}`, spoken(who)),
      organization: refer(who.organization, who.organization.name),
      code: [concept(who.role[1], coding('http://nucc.org/provider-taxonomy', who.role[0], who.role[1]))],
      specialty: [
        concept(who.role[1], coding('http://nucc.org/provider-taxonomy', who.role[0], who.role[1])),
      ],
      telecom: [phone('(480) 555-0100')],
    },
  ];
}

function location(at: Reference): Resource {
  const hospitalPlace = at.display?.includes('Hospital') === true;
  return {
    resourceType: 'Location',
    id: (at.reference ?? '').slice('Location/'.length),
    status: 'active',
    name: at.display,
    mode: 'instance',
    type: [hospitalPlace ? sct('22232009', 'Hospital') : sct('408443003', 'General medical practice')],
    telecom: [phone(hospitalPlace ? '(480) 555-0140' : '(480) 555-0100')],
    address: hospitalPlace
      ? address('1 HOSPITAL DRIVE', 'SAMPLEVILLE', '85004')
      : address('400 MADE UP AVENUE', 'SAMPLEVILLE', '85001'),
    managingOrganization: refer(hospitalPlace ? hospital : practiceOrganization),
  };
}
