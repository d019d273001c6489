import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindOf } from './placement.ts';
import { isReadable, officePlan, planTypes, searchUrl, usCorePlan } from './plan.ts';
import { planWithScopes } from './plan-scopes.ts';

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
    expect(isReadable('office', 'Medication')).toBe(false);
    expect(isReadable('office', 'Person')).toBe(false);
    expect(
      ['Practitioner', 'Organization', 'Location', 'Encounter'].every((type) => isReadable('office', type)),
    ).toBe(true);
    expect(isReadable('us-core', 'Medication')).toBe(true);
  });
});

describe('a plain US Core server', () => {
  it('begins as the other, and asks for every type once', () => {
    const types = planTypes('us-core');
    expect(types.slice(0, 20)).toEqual(planTypes('office'));
    expect(new Set(types).size).toBe(types.length);
    const carePlan = usCorePlan('85').find(({ type }) => type === 'CarePlan')!;
    expect(searchUrl(carePlan, '85', true)).toBe('CarePlan?patient=85&_revinclude=Provenance%3Atarget');
    const event = usCorePlan('85').find(({ type }) => type === 'AdverseEvent')!;
    expect(searchUrl(event, '85', true)).toBe('AdverseEvent?subject=Patient%2F85');
  });

  it('further types may be missing from a server; those of the chart may not', () => {
    const optional = usCorePlan('85').filter((search) => search.optional);
    expect(optional).toHaveLength(usCorePlan('85').length - 20);
    expect(optional.map(({ type }) => type)).toContain('ExplanationOfBenefit');
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

it.each(['office', 'us-core'] as const)(
  '%s: every search feeds the section its records are placed in',
  (rules) => {
    const plan = rules === 'office' ? officePlan('85') : usCorePlan('85');
    for (const { type, kinds } of plan) {
      expect({ type, fed: kinds.includes(kindOf({ resourceType: type, id: '85' })) }).toEqual({
        type,
        fed: true,
      });
    }
  },
);

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
