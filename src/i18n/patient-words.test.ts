import { expect, test } from 'vitest';
import { en } from './en.ts';
import { explained as explainedEnglish } from './en/explained.ts';
import { patient as patientEnglish } from './en/patient.ts';
import { explained as explainedSpanish } from './es/explained.ts';
import { patient as patientSpanish } from './es/patient.ts';

type Messages = Readonly<Record<string, string | ((values: never) => string)>>;

/** One value for every name that some message puts in: numbers where a message counts. */
const filled = {
  nouns: '«nouns»',
  system: '«system»',
  reason: '«reason»',
  date: '«date»',
  range: '«range»',
  list: ['«list»'],
};

function said(message: string | ((values: never) => string), n: number): string {
  return typeof message === 'string'
    ? message
    : (message as (values: object) => string)({ ...filled, n, seconds: n });
}

const patients: readonly (readonly [string, Messages])[] = [
  ['English', patientEnglish],
  ['Spanish', patientSpanish],
];

test.each(patients)('the patient’s %s words put in what the clinician’s put in', (_language, words) => {
  const clinician: Messages = en;
  for (const [key, message] of Object.entries(words)) {
    for (const n of [1, 7]) {
      const placed = (text: string) => (text.match(n === 7 ? /«\w+»|7/g : /«\w+»/g) ?? []).toSorted();
      expect([key, placed(said(message, n))]).toEqual([key, placed(said(clinician[key]!, n))]);
    }
  }
});

test('both languages have the same keys, and each English word differs from the clinician’s', () => {
  expect(Object.keys(patientSpanish)).toEqual(Object.keys(patientEnglish));
  expect(Object.keys(explainedSpanish).toSorted()).toEqual(Object.keys(explainedEnglish).toSorted());
  const clinician: Messages = en;
  const words: Messages = patientEnglish;
  expect(Object.keys(words).filter((key) => said(words[key]!, 7) === said(clinician[key]!, 7))).toEqual([]);
});

test('the clinical word stays in the title of a section', () => {
  const kept: readonly (readonly [keyof typeof patientEnglish, RegExp])[] = [
    ['section.demographics', /demographics/i],
    ['section.problems', /problems/i],
    ['section.medications', /medications/i],
    ['section.immunizations', /immunizations/i],
    ['section.procedures', /procedures/i],
    ['section.results', /laboratory results/i],
    ['section.vitals', /vital signs/i],
    ['section.tests', /tests and imaging/i],
    ['section.specimens', /specimens/i],
    ['section.reports', /diagnostic reports/i],
    ['section.encounters', /visits \(encounters\)/i],
    ['section.social-history', /social history and screening/i],
    ['section.coverage', /coverage/i],
  ];
  for (const [key, word] of kept) expect(patientEnglish[key]).toMatch(word);
});

test.each(patients)('in %s what is critical is called so, and a flag fits its cell', (_language, words) => {
  for (const key of ['interpretation.critical-high', 'interpretation.critical-low', 'sheet.legend'])
    expect(words[key]).toMatch(/cr[ií]tic/i);
  const flags = Object.entries(words).filter(
    ([key]) =>
      /^(?:results\.derived|interpretation\.(?:high|low|critical|abnormal|normal|significantly))/.test(key) &&
      !/^interpretation\..*-derived$/.test(key),
  );
  expect(flags.length).toBeGreaterThan(8);
  expect(flags.filter(([, word]) => String(word).length > 32)).toEqual([]);
});

test.each([
  ['English', explainedEnglish],
  ['Spanish', explainedSpanish],
] as const)('in %s every explanation is at most four whole sentences', (_language, words) => {
  const explanations = Object.entries(words).filter(
    (entry): entry is [string, string] =>
      /^(?:what-is|means|plain)\./.test(entry[0]) && typeof entry[1] === 'string',
  );
  expect(explanations.length).toBeGreaterThan(30);
  for (const [key, text] of explanations) {
    if (key === 'what-is.open') continue;
    const sentences = text.replaceAll(/(?:U\.S|EE\. UU)\./g, 'US').match(/[^.?]+[.?]/g) ?? [];
    expect([key, text.endsWith('.')]).toEqual([key, true]);
    expect([key, sentences.length <= 4]).toEqual([key, true]);
    expect([key, text.length < 330]).toEqual([key, true]);
  }
});
