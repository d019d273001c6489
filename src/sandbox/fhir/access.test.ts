import { describe, expect, test } from 'vitest';
import { fixtureSite, office, origin } from './fhir-fixture.ts';

const site = fixtureSite();
const denied = 'HAPI-0334: Access denied by default policy (no applicable rules)';

describe('no good token', () => {
  test.each([
    ['none', ''],
    ['an unknown one', 'forged'],
  ])('%s: 401 as plain text, without a request id', async (_name, as) => {
    const response = await site.get('Patient/85', { as });
    expect(response.status).toBe(401);
    expect(response.headers.get('Content-Type')).toMatch(/^text\/plain/);
    expect(response.headers.get('X-Request-ID')).toBeNull();
    expect(response.headers.get('Access-Control-Allow-Origin')).not.toBeNull();
    expect(await response.text()).not.toContain('{');
  });

  test('an undeclared parameter and an unknown type are answered before the token is looked at', async () => {
    expect((await site.get('Goal?patient=85&foo=1', { as: '' })).status).toBe(400);
    expect((await site.get('Medication', { as: '' })).status).toBe(404);
  });
});

describe('scopes and the patient compartment', () => {
  test.each([
    // Another patient's records
    ['patient', 'Patient/86', 403],
    ['patient', 'Condition?patient=86', 403],
    ['patient', 'Condition/PL-9', 403],
    ['patient', 'Encounter?_id=PT-9', 403],
    ['patient', 'Provenance/prov2', 403],
    ['patient-user-scope', 'Condition?patient=86', 403],
    ['patient-user-scope', 'Condition?patient=85', 200],
    ['provider', 'Condition?patient=86', 200],
    ['provider-v2', 'Patient/86', 200],
    // One's own, and what belongs to nobody
    ['patient', 'Condition?patient=85', 200],
    ['patient', 'Provenance/prov1', 200],
    ['patient', 'Device?patient=85', 200],
    ['patient', 'Location/loc1', 200],
    ['patient', 'Practitioner/p1', 200],
    ['patient', 'Organization/org1', 200],
    // v1, v2, letter case
    ['lower-case', 'Condition?patient=85', 200],
    ['lower-case', 'CarePlan?patient=85&category=assess-plan', 200],
    ['lower-case', 'Goal?patient=85', 403],
    ['search-only', 'Condition?patient=85', 200],
    ['search-only', 'Condition/PL-1', 403],
    ['read-only', 'Condition/PL-1', 200],
    ['read-only', 'Condition?patient=85', 403],
    ['write', 'Condition/PL-1', 403],
    ['write', 'Condition?patient=85', 403],
    ['no-scopes', 'Patient/85', 403],
    ['no-scopes', 'Patient', 403],
  ])('%s: %s → %i', async (as, path, status) => {
    const answer = await site.json(path, { as });
    expect(answer.status).toBe(status);
    expect(answer.diagnostics).toBe(status === 403 ? denied : '');
  });

  test('a search for patients finds those the token may open', async () => {
    expect((await site.json('Patient', { as: 'patient' })).ids).toEqual(['Patient/85']);
    expect((await site.json('Patient', { as: 'patient-user-scope' })).ids).toEqual(['Patient/85']);
    expect((await site.json('Patient?name=other', { as: 'patient' })).ids).toEqual([]);
    expect((await site.json('Patient', { as: 'provider' })).ids).toHaveLength(2);
  });

  test('one Provenance that may not be read refuses the whole search', async () => {
    const path = 'Condition?patient=85';
    expect((await site.json(path, { as: 'no-provenance' })).ids).toHaveLength(2);
    const { status, diagnostics } = await site.json(`${path}&_revinclude=Provenance:target`, {
      as: 'no-provenance',
    });
    expect([status, diagnostics]).toEqual([403, denied]);
    // Nothing to include, nothing to refuse.
    const none = await site.json(`${path}&category=other&_revinclude=Provenance:target`, {
      as: 'no-provenance',
    });
    expect(none.status).toBe(200);
  });

  test('HAPI’s stock compartment refuses even one’s own devices, and locations', async () => {
    const strict = fixtureSite();
    strict.control.switches.strictCompartment = true;
    expect((await strict.get('Device?patient=85', { as: 'patient' })).status).toBe(403);
    expect((await strict.get('Location/loc1', { as: 'patient' })).status).toBe(403);
    expect((await strict.get('Condition?patient=85', { as: 'patient' })).status).toBe(200);
    expect((await strict.get('Device?patient=85', { as: 'provider' })).status).toBe(200);
  });
});

describe('scopes limited to a category', () => {
  test('a search without a category brings what the scope covers', async () => {
    const { ids } = await site.json('Observation?patient=85', { as: 'laboratory' });
    expect(ids).toEqual([
      'Observation/LR-1',
      'Observation/LR-2',
      'Observation/LR-3',
      'Observation/LR-4',
      'Observation/LR-5',
    ]);
  });

  test.each([
    ['Observation?patient=85&category=laboratory', 200],
    ['Observation?patient=85&category=social-history', 403],
    ['Observation/LR-1', 200],
    ['Observation/HX-6', 403],
  ])('%s → %i', async (path, status) => {
    expect((await site.get(path, { as: 'laboratory' })).status).toBe(status);
  });

  test('a category of another system, or a restriction not understood, covers nothing', async () => {
    expect((await site.json('Observation?patient=85', { as: 'wrong-system' })).ids).toEqual([]);
    expect((await site.json('Observation?patient=85', { as: 'odd-filter' })).ids).toEqual([]);
  });
});

test('the data base keeps to the compartment too, by leaving out', async () => {
  const data = `${origin}/data/fhir/r4`;
  expect((await site.json(`${data}/Condition`, { as: 'patient' })).ids).toEqual([
    'Condition/PL-1',
    'Condition/ED-2',
  ]);
  expect((await site.get(`${data}/Condition?patient=86`, { as: 'patient' })).status).toBe(403);
  expect((await site.get(`${data}/Condition/PL-9`, { as: 'patient' })).status).toBe(403);
  expect((await site.get(`${office}/metadata`, { as: '' })).status).toBe(200);
});
