import { expect, test } from 'vitest';
import { findJava, javaVersion } from './find-java.ts';
import { generations } from './generations.ts';

const printed = (version: string): string => `openjdk version "${version}" 2026-04-21\nOpenJDK Runtime`;
const machine = (javas: Readonly<Record<string, string | undefined>>) => ({
  candidates: Object.keys(javas),
  version: (path: string) => javas[path],
});

test.each([
  ['1.8.0_402', 8],
  ['17.0.15', 17],
  ['25', 25],
  ['24-ea', 24],
])('Java %s is version %d', (version, major) => {
  expect(javaVersion(printed(version))).toBe(major);
});

test('the first Java that fits is taken, whichever stands before it', () => {
  const javas = machine({
    '/broken': undefined,
    '/8': printed('1.8.0_402'),
    '/25': printed('25.0.3'),
    '/21': printed('21.0.1'),
    '/17': printed('17.0.15'),
  });
  expect(findJava(generations[16], javas)).toEqual({ java: '/21' });
  expect(findJava(generations[26], javas)).toEqual({ java: '/25' });
});

test('where none fits, a sentence says which are there and which is wanted', () => {
  const { missing } = findJava(generations[16], machine({ '/25': printed('25.0.3') })) as { missing: string };
  expect(missing).toMatch(/^Keycloak 16\.1\.1 needs Java 17 to 23, and here is Java 25\. Install one/);
  const none = findJava(generations[26], machine({})) as { missing: string };
  expect(none.missing).toMatch(/^Keycloak 26\.7\.3 needs Java 17 or newer, and there is none here\./);
});
