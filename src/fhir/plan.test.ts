import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asR4 } from './earlier/as-r4.ts';
import type { FhirResource } from './json.ts';
import { kindById } from './kinds.ts';
import { kindOf } from './placement.ts';
import { isReadable, type KindId, officePlan, planFor, planTypes, searchUrl } from './plan.ts';

import { planWithScopes } from './plan-scopes.ts';
import type { FhirVersion } from './version.ts';

const usCorePlan = planFor('us-core', 'R4', '85');
const urls = (withProvenance: boolean) =>
  officePlan('85').map((search) => searchUrl(search, '85', withProvenance));

describe('NextGen Office', () => {
  it('the whole chart, in twenty requests, in this order', () => {
    const p = '&_revinclude=Provenance%3Atarget';
    expect(urls(true)).toEqual([
      'Patient/85',
      `AllergyIntolerance?patient=85${p}`,
      `Condition?patient=85${p}`,
      `MedicationRequest?patient=85${p}`,
      `Observation?patient=85${p}`,
      `Encounter?patient=85${p}`,
      `Immunization?patient=85${p}`,
      `DiagnosticReport?patient=85${p}`,
      `DocumentReference?patient=85${p}`,
      `Procedure?patient=85${p}`,
      `CarePlan?patient=85&category=assess-plan${p}`,
      `Goal?patient=85${p}`,
      `CareTeam?patient=85${p}`,
      `Device?patient=85${p}`,
      `Coverage?patient=85${p}`,
      `MedicationDispense?patient=85${p}`,
      `MedicationAdministration?patient=85${p}`,
      `ServiceRequest?patient=85${p}`,
      'RelatedPerson?patient=85',
      'Specimen?patient=85',
    ]);
  });

  it('asks for nothing it refuses', () => {
    for (const url of urls(true)) expect(url).not.toMatch(/_include|_count|_sort|_offset|_lastUpdated|,/);
    expect(urls(false).join()).not.toContain('_revinclude');
  });

  it('an id is escaped', () => {
    const search = officePlan('a/b?c&d=e')[1]!;
    expect(searchUrl(search, 'a/b?c&d=e', false)).toBe('AllergyIntolerance?patient=a%2Fb%3Fc%26d%3De');
    expect(searchUrl(officePlan('a/b')[0]!, 'a/b', false)).toBe('Patient/a%2Fb');
  });

  it('Medication is never asked for; the parties are', () => {
    expect(isReadable('office', 'R4', 'Medication')).toBe(false);
    expect(isReadable('office', 'R4', 'Person')).toBe(false);
    expect(
      ['Practitioner', 'Organization', 'Location', 'Encounter'].every((type) =>
        isReadable('office', 'R4', type),
      ),
    ).toBe(true);
    expect(isReadable('us-core', 'R4', 'Medication')).toBe(true);
  });
});

describe('a plain US Core server', () => {
  it('begins as the other, and asks for every type once', () => {
    const types = planTypes('us-core');
    expect(types.slice(0, 20)).toEqual(planTypes('office'));
    expect(new Set(types).size).toBe(types.length);
    expect(types).toContain('ExplanationOfBenefit');
    const carePlan = usCorePlan.find(({ type }) => type === 'CarePlan')!;
    expect(searchUrl(carePlan, '85', true)).toBe('CarePlan?patient=85&_revinclude=Provenance%3Atarget');
    const event = usCorePlan.find(({ type }) => type === 'AdverseEvent')!;
    expect(searchUrl(event, '85', true)).toBe('AdverseEvent?subject=Patient%2F85');
  });

  it.runIf(process.env['CHARTSIDE_DATA'])('no type of the large published chart is left out', () => {
    const text = readFileSync(`${process.env['CHARTSIDE_DATA']}/heavy-r4/heavy_open.json`, 'utf8');
    const types = new Set([...text.matchAll(/"resource":\{"resourceType":"(\w+)"/g)].map(([, type]) => type));
    expect(types.size).toBeGreaterThan(10);
    expect([...types].filter((type) => !planTypes('us-core').includes(type!))).toEqual([
      'Organization',
      'Practitioner',
    ]);
  });
});

const kinds = Object.keys(kindById) as KindId[];
const every = (['office', 'enterprise', 'us-core'] as const).flatMap((rules) =>
  (['R4', 'STU3', 'DSTU2'] as const).map((version) => [rules, version] as const),
);

describe.each(every)('%s in %s', (rules, version) => {
  const plan = planFor(rules, version, '85');

  it('every search feeds the section its records are placed in', () => {
    const unfed = plan
      .filter(({ parameters }) => !parameters.some(([name]) => name === 'category'))
      .filter(({ type, kinds }) => !kinds.includes(kindOf(readAs(type, version))))
      .map(({ type }) => type);
    expect(unfed).toEqual([]);
  });

  it('no kind is left unasked: what is not there, the system has been asked for', () => {
    const fed = new Set(plan.flatMap(({ kinds }) => kinds));
    expect(kinds.filter((kind) => !fed.has(kind))).toEqual([]);
  });

  it('no two searches are the same', () => {
    expect(new Set(plan.map(({ id }) => id)).size).toBe(plan.length);
    expect(new Set(plan.map((search) => searchUrl(search, '85', false))).size).toBe(plan.length);
  });

  it('the patient first, then what a clinician looks at first', () => {
    const first = plan.slice(0, 5).map(({ kinds }) => kinds[0]);
    expect(first).toEqual(['patient', 'allergies', 'problems', 'medications', expect.any(String)]);
  });
});

function readAs(type: string, version: FhirVersion): FhirResource {
  const resource = { resourceType: type, id: '85' };
  return version === 'R4' ? resource : asR4(resource, version);
}

describe('NextGen Enterprise', () => {
  const asked = (version: FhirVersion) =>
    planFor('enterprise', version, '85').map((search) => searchUrl(search, '85', false));

  it('R4: observations by category, care plans by theirs, and never a count', () => {
    const observations = asked('R4').filter((url) => url.startsWith('Observation'));
    expect(observations).toHaveLength(14);
    expect(observations.slice(0, 3)).toEqual([
      'Observation?patient=85&category=laboratory',
      'Observation?patient=85&category=vital-signs',
      'Observation?patient=85&category=social-history',
    ]);
    expect(asked('R4')).toContain('CarePlan?patient=85&category=assess-plan');
    expect(asked('R4').join()).not.toMatch(/_count|_sort|Provenance\?/);
  });

  it('each category feeds the section its records are placed in', () => {
    for (const { type, parameters, kinds } of planFor('enterprise', 'R4', '85')) {
      const [, code] = parameters.find(([name]) => name === 'category') ?? [];
      if (type !== 'Observation' || code === undefined) continue;
      const category = [{ coding: [{ code }] }];
      expect({ code, kinds }).toEqual({ code, kinds: [kindOf({ resourceType: type, id: 'o', category })] });
    }
  });

  it('DSTU2: the care team is a care plan of its own category', () => {
    expect(asked('DSTU2')).toContain('CarePlan?patient=85&category=careteam');
    expect(asked('DSTU2')).toContain('MedicationOrder?patient=85');
    expect(asked('DSTU2').join()).not.toMatch(/CareTeam|MedicationRequest|ServiceRequest/);
  });
});

it('NextGen Office, R3: what R4 renamed is asked for by its old name', () => {
  const types = planTypes('office', 'STU3');
  expect(types).toContain('ProcedureRequest');
  expect(types).not.toContain('ServiceRequest');
  const coverage = planFor('office', 'STU3', '85').find(({ type }) => type === 'Coverage')!;
  expect(searchUrl(coverage, '85', false)).toBe('Coverage?beneficiary=85');
});

describe('granted scopes', () => {
  const scoped = (allowed: Record<string, 'yes' | 'no' | readonly string[]>) => {
    const { searches, withheld } = planWithScopes(officePlan('85'), (type) => allowed[type] ?? 'yes');
    return {
      asked: searches.filter(({ id }) => !withheld.has(id)),
      withheld: searches.filter(({ id }) => withheld.has(id)),
    };
  };

  it('everything granted: the plan as it is', () => {
    expect(planWithScopes(officePlan('85'), () => 'yes').searches).toEqual(officePlan('85'));
  });

  it('a type not granted is not asked for, and stays in the plan to say so', () => {
    const { asked, withheld } = scoped({ Goal: 'no', Coverage: 'no', Patient: 'no' });
    expect(withheld.map(({ id, kinds }) => [id, kinds])).toEqual([
      ['Goal', ['goals']],
      ['Coverage', ['coverage']],
    ]);
    expect(asked).toHaveLength(18);
    expect(asked[0]?.type).toBe('Patient');
  });

  it('some categories of observations: one search each, and a word about the rest', () => {
    const { asked, withheld } = scoped({ Observation: ['vital-signs', 'survey'] });
    const observations = asked.filter(({ type }) => type === 'Observation');
    expect(observations.map((search) => [search.id, searchUrl(search, '85', false), search.kinds])).toEqual([
      ['Observation:vital-signs', 'Observation?patient=85&category=vital-signs', ['vitals']],
      ['Observation:survey', 'Observation?patient=85&category=survey', ['social-history']],
    ]);
    expect(withheld.map(({ id, kinds }) => [id, kinds])).toEqual([
      ['Observation:rest', ['laboratory', 'social-history', 'tests', 'other']],
    ]);
  });

  it('a category with its system, twice, or unknown', () => {
    const { asked } = scoped({ Observation: ['http://x|laboratory', 'laboratory', 'new-one'] });
    const observations = asked.filter(({ type }) => type === 'Observation');
    expect(observations.map(({ id }) => id)).toEqual(['Observation:laboratory', 'Observation:new-one']);
    expect(observations[1]?.kinds).toEqual(['laboratory', 'vitals', 'social-history', 'tests', 'other']);
  });

  it('conditions: all three categories leave nothing out, two do', () => {
    const all = scoped({ Condition: ['problem-list-item', 'encounter-diagnosis', 'health-concern'] });
    expect(all.asked.filter(({ type }) => type === 'Condition')).toHaveLength(3);
    expect(all.withheld).toEqual([]);
    expect(scoped({ Condition: ['problem-list-item', 'health-concern'] }).withheld[0]?.kinds).toEqual([
      'problems',
    ]);
  });

  it('a category of any other type is the server’s to hold to', () => {
    const { asked, withheld } = scoped({ DiagnosticReport: ['lab'] });
    const report = asked.find(({ type }) => type === 'DiagnosticReport')!;
    expect(searchUrl(report, '85', false)).toBe('DiagnosticReport?patient=85');
    expect(withheld.map(({ id }) => id)).toEqual(['DiagnosticReport:rest']);
  });

  it('CarePlan’s fixed category, granted or not', () => {
    expect(scoped({ CarePlan: ['assess-plan'] }).asked).toHaveLength(20);
    expect(scoped({ CarePlan: ['longitudinal'] }).withheld.map(({ id }) => id)).toEqual(['CarePlan']);
  });

  it('without a scope for Provenance no search asks for it', () => {
    expect(scoped({ Provenance: 'no' }).asked.some(({ provenance }) => provenance)).toBe(false);
  });
});
