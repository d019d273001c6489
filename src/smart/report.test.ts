import { expect, test } from 'vitest';
import type { SignInFailure } from './failure.ts';
import { reportOf } from './report.ts';
import { supportCodes } from './support-codes.ts';

const facts = {
  at: Date.UTC(2026, 10, 23, 14, 2),
  path: '/callback',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140',
};

test('a report says what happened in closed words', () => {
  expect(reportOf({ kind: 'sign-in-failed', error: 'server_error', systemId: 'office' }, facts)).toBe(
    [
      'Chartside: report',
      'Code: S34',
      'What: sign-in-failed',
      'Why: server_error',
      'System: office',
      'Page: /callback',
      'Time: 2026-11-23T14:02:00.000Z',
      'Browser: Mozilla/5.0 (X11; Linux x86_64) Chrome/140',
    ].join('\n'),
  );
});

test('@threat-12 nothing of an address, a token or a name gets into it', () => {
  const hostile = 'https://evil.test/?code=CANARY';
  const report = reportOf(
    { kind: 'discovery-refused', reason: hostile, systemId: hostile } as SignInFailure,
    {
      ...facts,
      path: '/chart/results/Observation/CANARY',
    },
  );
  expect(report).not.toContain('CANARY');
  expect(report).not.toContain('evil');
  expect(report).toContain('Page: /chart');
});

test.each([
  ['/', '/'],
  ['/launch', '/launch'],
  ['/callback/enterprise', '/callback'],
  ['/SMITH', 'other'],
])('the page %s is told as %s', (path, told) => {
  expect(reportOf({ kind: 'fault' }, { ...facts, path })).toContain(`Page: ${told}\n`);
});

test('a faulty configuration is reported by path', () => {
  const faults = [{ path: 'systems[0].aud', rule: 'missing' }] as const;
  expect(reportOf({ kind: 'config-faulty', faults }, facts)).toContain('Fault: systems[0].aud: missing');
});

test('every failure has a code of its own', () => {
  const codes = Object.values(supportCodes);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[A-Z]\d\d$/);
});
