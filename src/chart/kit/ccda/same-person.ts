/** Whether a document is about the person of the open chart, by what both say: names, birth date, numbers. */
import type { DocumentPatient } from '#ccda/header.ts';
import type { CdaTime } from '#ccda/time.ts';
import type { PatientRecord } from '#fhir/patient.ts';

/** `unsure`: too little is said to tell. */
export type Sameness = 'same' | 'other' | 'unsure';

/**
 * `same` takes the birth date and a name in common; `other` a birth date or every name that differs. A name alone may
 * differ (marriage, a spelling) where birth date and a chart number agree. Sex and addresses change; they decide nothing.
 */
export function samePerson(inDocument: DocumentPatient, inChart: PatientRecord): Sameness {
  const birth = sameDay(inDocument.birth, inChart.birthDate?.sent);
  if (birth === false) return 'other';
  const names = sameName(inDocument, inChart);
  if (names === false) return birth === true && sharesNumber(inDocument, inChart) ? 'same' : 'other';
  return names === true && birth === true ? 'same' : 'unsure';
}

/** Compared as far as both go; undefined where one says nothing. */
function sameDay(time: CdaTime | undefined, sent: string | undefined): boolean | undefined {
  const iso = time?.kind === 'point' ? time.at.iso : undefined;
  if (iso === undefined || sent === undefined) return undefined;
  const [a, b] = [iso.slice(0, 10), sent.slice(0, 10)];
  const length = Math.min(a.length, b.length);
  if (a.slice(0, length) !== b.slice(0, length)) return false;
  // A year alone in common tells nobody from another.
  return length === 10 ? true : undefined;
}

function sameName(inDocument: DocumentPatient, inChart: PatientRecord): boolean | undefined {
  const theirs = inDocument.names.filter(({ text }) => letters(text) !== '');
  const ours = inChart.names;
  if (theirs.length === 0 || ours.length === 0) return undefined;
  return theirs.some((one) =>
    ours.some((other) => {
      const family = letters(one.family.join(''));
      if (family === '' || other.family === undefined)
        return words(one.text).every((word) => words(other.label).includes(word));
      return family === letters(other.family) && sameGiven(one.given, other.given);
    }),
  );
}

/** First names: one may be an initial, or be written together with the second. Ann is not Anna: they may be twins. */
function sameGiven(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [letters(a.join(' ')), letters(b.join(' '))];
  if (one === '' || other === '') return true;
  const isInitial = Math.min(one.length, other.length) === 1 && one[0] === other[0];
  return isInitial || one === other || letters(a[0] ?? '') === letters(b[0] ?? '');
}

function sharesNumber(inDocument: DocumentPatient, inChart: PatientRecord): boolean {
  return inDocument.ids.some(({ root, extension }) =>
    inChart.identifiers.some(
      ({ system, value }) =>
        extension !== undefined && root && value === extension && (system ?? '').endsWith(root),
    ),
  );
}

/** Letters and figures alone, without accents or case. */
function letters(text: string): string {
  return words(text).join('');
}

function words(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
