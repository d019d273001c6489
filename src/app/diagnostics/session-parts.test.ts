import { expect, test } from 'vitest';
import { answerOf, fakeReading } from '#chart/kit/fake-reading.ts';
import { planFor } from '#fhir/plan.ts';
import { people, providers } from '#sandbox/cast.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { fakeSystem } from '#smart/fake-browser.ts';
import { grantedScopes } from '#smart/scopes.ts';
import type { Session } from '#smart/session.ts';
import { reportText } from './report.ts';
import { requestTimes } from './request-times.ts';
import { budgetPart, searchesPart, sessionPart, timesPart } from './session-parts.ts';

const now = Date.UTC(2026, 10, 23, 14, 30);
const system = fakeSystem({
  scopes: { 'ehr-launch': ['launch', 'openid', 'user/*.read'] },
  rateLimit: { requestsPerMinute: 20, preflightsCount: true },
});

function sessionOf(patientId: string, sent: readonly string[]): Session {
  return {
    id: 'c2Vzc2lvbi1pZC1vZi00My1jaGFyYWN0ZXJzLWJhc2U2NA',
    system,
    launchKind: 'ehr-launch',
    patientId,
    encounterId: '90412211',
    fhirUser: providers[0].fhirUser,
    granted: grantedScopes(sent),
    openedAt: now - 300_000,
  } as unknown as Session;
}

const rowsOf = (part: ReturnType<typeof searchesPart>) =>
  Object.fromEntries((part.table?.rows ?? []).map(([type, , ...rest]) => [type, rest]));

test('what was granted and came back, a search a row', () => {
  const reading = fakeReading({
    patientId: 'p1',
    resources: [],
    states: {
      Patient: answerOf([{ resourceType: 'Patient', id: 'p1' }]),
      Condition: answerOf([], { foreign: 2, unreadable: [1], more: true }),
      Observation: { state: 'failed', failure: { kind: 'unreachable', reason: 'timeout' } },
      Goal: { state: 'not-shared', by: 'scope' },
      Device: { state: 'waiting' },
    },
  });
  const rows = rowsOf(searchesPart(sessionOf('p1', ['user/Patient.read', 'user/Condition.rs']), reading));
  expect(rows['Patient']).toEqual(['yes', 'read', '1']);
  expect(rows['Condition']).toEqual(['yes', 'read', '0, 1 unreadable, 2 of others, refused, not all']);
  expect(rows['Observation']).toEqual(['no', 'failed: The EHR did not answer in time.', '–']);
  expect(rows['Goal']).toEqual(['no', 'not shared (not granted)', '–']);
  expect(rows['Device']?.[1]).toBe('waiting');
});

test('searches by category are told apart; a word that a scope brought is not repeated', () => {
  const [lab] = planFor('enterprise', 'R4', 'p1').filter(({ id }) => id === 'Observation:laboratory');
  const odd = { ...lab!, id: 'x', parameters: [['category', 'SMITH, DAVID'] as const] };
  const reading = fakeReading({ patientId: 'p1', resources: [], searches: [lab!, odd] });
  const rows = searchesPart(sessionOf('p1', []), reading).table?.rows.map(([name]) => name);
  expect(rows).toEqual(['Observation (laboratory)', 'Observation']);
});

test('scopes: those asked for and not granted; a server’s own words are only counted', () => {
  const sent = ['openid', 'user/*.read', 'patient-name:DAVID', 'user/Patient.read?name=SMITH'];
  const { lines } = sessionPart(sessionOf('p1', sent), now);
  const values = Object.fromEntries(lines.map(({ name, value }) => [name, value]));
  expect(values).toMatchObject({
    Granted: 'openid user/*.read',
    'Not granted as asked': 'launch',
    'Granted under other names': '2',
    'Open for': '5 min',
  });
});

test('the limit: what was sent in the last minute, and when the next may go', () => {
  const session = sessionOf('p1', []);
  const linesOf = (sent: readonly number[], heldUntil = 0) =>
    Object.fromEntries(
      budgetPart(session, { sent, heldUntil }, now).lines.map(({ name, value }) => [name, value]),
    );
  const ago = (seconds: number): number => now - seconds * 1000;
  expect(linesOf([ago(70), ago(5)])).toMatchObject({
    Sent: '1 in the last minute, by all tabs',
    'Next request': 'may go at once',
  });
  const full = Array.from({ length: 20 }, () => ago(21));
  expect(linesOf(full)).toMatchObject({ 'Next request': 'in 40 s' });
  expect(linesOf([], now + 7_000)).toMatchObject({ 'Next request': 'in 7 s' });
});

/** Every word of a record that could tell somebody who it is about: names, dates, numbers, addresses, ids. */
function identifying(resources: readonly unknown[]): ReadonlySet<string> {
  const words = new Set<string>();
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) walk(each, name);
    else if (
      typeof value === 'string' &&
      /^(id|family|given|text|birthDate|line|city|postalCode|value|reference)$/.test(key) &&
      value.length > 2 &&
      !/^https?:|^[a-z ]+$/.test(value)
    )
      words.add(value);
  };
  for (const resource of resources) walk(resource, '');
  return words;
}

function reportOf(patientId: string, name: string, resources: ReturnType<typeof castResources>): string {
  const reading = fakeReading({ patientId, resources });
  const base = system.fhirBase;
  const times = requestTimes(
    resources.map((one, at) => ({
      name: at % 2 === 0 ? `${base}/${one.resourceType}/${one.id}` : `${base}/Goal?patient=${patientId}`,
      startTime: 1,
      duration: 2,
    })),
    system,
    'https://chart.example.org',
  );
  const session = sessionOf(patientId, ['openid', `patient/${patientId}.read`, name]);
  return reportText('Chartside', [
    sessionPart(session, now),
    searchesPart(session, reading),
    budgetPart(session, { sent: [now], heldUntil: 0 }, now),
    timesPart(times),
  ]);
}

/** Words of ours that records use too ("Laboratory"): they stand in the report of a chart of nobody. */
const ours = reportOf('', '', []);
const holds = (report: string, word: string): boolean =>
  report.includes(word) &&
  new RegExp(`(?<![\\p{L}\\d])${RegExp.escape(word)}(?![\\p{L}\\d])`, 'u').test(report);

test.each(Object.entries(people))('nothing in the report is about %s', (_who, person) => {
  const theirs = castResources().filter((one) => JSON.stringify(one).includes(person.id));
  const report = reportOf(person.id, person.name, theirs);
  const canaries = [
    ...identifying(theirs),
    ...person.name.split(/[, ]+/).filter((part) => part.length > 2),
    person.id,
    person.birthDate,
  ].filter((word) => !holds(ours, word));
  expect(canaries.length).toBeGreaterThan(5);
  const types = new Set(theirs.map(({ resourceType }) => resourceType));
  expect(canaries.filter((word) => !types.has(word) && holds(report, word))).toEqual([]);
  expect(report).not.toMatch(/https?:|localhost/);
  expect(report).toContain('Patient | Demographics | no | read | 1');
});
