import type { Resource } from './resource.ts';

/**
 * Every record of the cast: practice, practitioners, patients and their charts. The same on every call and every
 * machine; dates are fixed around `castToday`. Decimals whose written form matters (`1.50`) are `JSON.rawJSON`
 * values: `JSON.stringify` writes them as they are, `structuredClone` loses them (copy with a spread).
 */
export function castResources(): readonly Resource[] {
  return [
    ...[
      ['428946492', 'SMITH', 'DAVID', 'male', '1974-03-14'],
      ['428946523', 'SMITH', 'ANNA', 'female', '1976-09-02'],
      ['429119572', 'SMITH', 'ALEX', 'male', '2012-05-30'],
    ].map(([id, family, given, gender, birthDate]) => ({
      resourceType: 'Patient',
      id: id ?? '',
      identifier: [
        {
          type: {
            coding: [
              {
                system: 'http://terminology.hl7.org/CodeSystem/v2-0203',
                code: 'U',
                display: 'Unspecified identifier',
              },
            ],
            text: 'Unique Id for EHR',
          },
          system: 'http://terminology.hl7.org/CodeSystem/v2-0203',
          value: id,
          assigner: { reference: 'Organization/1673497' },
        },
      ],
      active: true,
      name: [{ use: 'official', family, given: [given] }],
      gender,
      birthDate,
      address: [
        {
          use: 'home',
          line: ['12 MADE UP LANE'],
          city: 'SAMPLEVILLE',
          state: 'AZ',
          postalCode: '85000',
          period: { start: '2014-02-01' },
        },
      ],
    })),
    {
      resourceType: 'AllergyIntolerance',
      id: '94649201',
      clinicalStatus: {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' },
        ],
      },
      code: {
        coding: [
          { system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '7980', display: 'penicillin G' },
        ],
      },
      criticality: 'high',
      patient: { reference: 'Patient/428946492' },
    },
    {
      resourceType: 'Encounter',
      id: 'PT-90412211',
      status: 'in-progress',
      class: {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
        code: 'AMB',
        display: 'ambulatory',
      },
      subject: { reference: 'Patient/428946492' },
      period: { start: '2026-11-21T10:40:00-07:00' },
    },
  ];
}
