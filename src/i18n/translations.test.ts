/**
 * A translation is a translation: every word differs from the English one, but for a written list of those that are the
 * same in both; and each message puts in what the English one puts in. That no key is missing is the types' to say
 * (`translation.ts`); that no English stands outside the messages is `chart/every-word.test.tsx`'s and
 * `app/every-page.test.tsx`'s.
 */
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { patient as patientEnglish } from './en/patient.ts';
import { es } from './es.ts';
import { patient as patientSpanish } from './es/patient.ts';
import { plainNames as namesEnglish } from './en/plain-names.ts';
import { plainNames as namesSpanish } from './es/plain-names.ts';
import { sameInSpanish } from './same-in-spanish.ts';
import type { MessageFile } from './translate.ts';

type Message = MessageFile[string];

/** What a message may be given, by the name it asks for: a mark that is found again in what it says. */
function given(n: number): object {
  return new Proxy(
    {},
    {
      get: (_target, name) => {
        const key = String(name);
        if (/^(?:n|total|done|shown|at|seconds|series|images|years|months|weeks|days)$/.test(key)) return n;
        if (key === 'how') return 'ehr';
        if (key === 'list') return ['«list»'];
        if (['times', 'period', 'count'].includes(key)) return n === 1 ? '1' : `«${key}»`;
        return `«${key}»`;
      },
    },
  );
}

function said(message: Message, n: number): string {
  return typeof message === 'string' ? message : (message as (values: object) => string)(given(n));
}

/** Marks and numbers that a message put in; a number in words ("One record") is as good. */
function placed(text: string): readonly string[] {
  return (text.toLowerCase().match(/«[\w-]+»/g) ?? []).toSorted();
}

const pairs: readonly (readonly [string, MessageFile, MessageFile])[] = [
  ['all messages', en, es],
  ['patients’ words', patientEnglish, patientSpanish],
];

test.each(pairs)(
  '%s: no Spanish word is the English one, but for those that are the same',
  (_, english, spanish) => {
    const same = Object.keys(english).filter((key) =>
      [1, 7].every((n) => said(english[key]!, n) === said(spanish[key]!, n)),
    );
    expect(same.filter((key) => !sameInSpanish.has(key))).toEqual([]);
  },
);

test('the list of words that are the same in both holds no others', () => {
  const different = [...sameInSpanish].filter((key) => {
    const [english, spanish] = [(en as MessageFile)[key], (es as MessageFile)[key]];
    return english === undefined || spanish === undefined || said(english, 7) !== said(spanish, 7);
  });
  expect(different).toEqual([]);
});

test.each(pairs)('%s: Spanish has the same keys, and puts in the same', (_, english, spanish) => {
  expect(Object.keys(spanish).toSorted()).toEqual(Object.keys(english).toSorted());
  for (const [key, message] of Object.entries(english)) {
    for (const n of [1, 7]) {
      expect([key, placed(said(spanish[key]!, n))]).toEqual([key, placed(said(message, n))]);
    }
    expect([key, said(spanish[key]!, 7).includes('7')]).toEqual([key, said(message, 7).includes('7')]);
  }
});

test('names and explanations of tests are Spanish', () => {
  const same = Object.keys(namesEnglish).filter(
    (code) => namesSpanish[code]?.says === namesEnglish[code]?.says,
  );
  expect(same).toEqual([]);
});
