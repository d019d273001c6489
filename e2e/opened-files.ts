/** Files of made-up people to open, as an EHR would export them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Made {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function file(name: string, content: string | Buffer): Made {
  return { name, mimeType: '', buffer: Buffer.from(content as string) };
}

export const lines = (...resources: readonly object[]): string =>
  resources.map((one) => `${JSON.stringify(one)}\n`).join('');

interface Who {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate: string;
  readonly number: string;
}

/** Two people of one name: told apart by birth date and number alone. */
export const elder: Who = {
  id: 'e1',
  family: 'Okafor',
  given: 'Grace',
  birthDate: '1951-05-06',
  number: 'T-1001',
};
export const younger: Who = {
  id: 'e2',
  family: 'Okafor',
  given: 'Grace',
  birthDate: '1988-09-10',
  number: 'T-1002',
};
export const other: Who = {
  id: 'e3',
  family: 'Lindqvist',
  given: 'Per',
  birthDate: '1966-01-02',
  number: 'T-1003',
};

export const patient = ({ id, family, given, birthDate, number }: Who): object => ({
  resourceType: 'Patient',
  id,
  name: [{ family, given: [given] }],
  birthDate,
  gender: 'female',
  identifier: [
    {
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
      value: number,
    },
  ],
});

export const problem = (id: string, of: string, words: string): object => ({
  resourceType: 'Condition',
  id,
  subject: { reference: `Patient/${of}` },
  clinicalStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
  },
  category: [
    {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/condition-category',
          code: 'problem-list-item',
        },
      ],
    },
  ],
  code: { text: words },
  recorder: { reference: 'Practitioner/d1' },
  recordedDate: '2025-03-04',
});

export const allergy = (id: string, of: string, words: string): object => ({
  resourceType: 'AllergyIntolerance',
  id,
  patient: { reference: `Patient/${of}` },
  clinicalStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
  },
  code: { text: words },
  criticality: 'high',
});

export const result = (id: string, of: string, value: string): string =>
  `{"resourceType":"Observation","id":"${id}","status":"final","subject":{"reference":"Patient/${of}"},"category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"4548-4"}],"text":"Hemoglobin A1c"},"effectiveDateTime":"2025-06-01","valueQuantity":{"value":${value},"unit":"%"}}\n`;

export const doctor = {
  resourceType: 'Practitioner',
  id: 'd1',
  name: [{ family: 'Achebe', given: ['Ifeoma'] }],
};

/** Writes an export folder as `npm run bulk` does, and gives its path. */
export async function exportFolder(folder: string): Promise<string> {
  const files: Readonly<Record<string, string>> = {
    'export.json': JSON.stringify({ version: 1, transactionTime: '2025-11-20T08:00:00Z', files: [] }),
    'Patient.001.ndjson': lines(patient(elder), patient(younger), patient(other)),
    'Condition.001.ndjson': lines(
      problem('c1', elder.id, 'Heart failure'),
      problem('c2', younger.id, 'Migraine'),
      problem('c3', other.id, 'Gout'),
    ),
    'AllergyIntolerance.001.ndjson': lines(allergy('a1', elder.id, 'Penicillin')),
    'Observation.001.ndjson':
      result('o1', elder.id, '7.10') +
      result('o2', younger.id, '5.2') +
      lines({ resourceType: 'Observation', id: 'o3', status: 'final', code: { text: 'Of nobody' } }),
    'Practitioner.001.ndjson': lines(doctor),
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'export', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return join(folder, 'export');
}
