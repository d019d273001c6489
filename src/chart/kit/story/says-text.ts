/** What a record of any kind says in one line beside its name: its value, its dose, who wrote it, how it stands. */
import { partWords } from '#chart/kit/value-words.ts';
import { joined, said } from '#chart/kit/fact-words.ts';
import { flagWords } from '#chart/kit/Flag.tsx';
import { noteInstead } from '#chart/kit/observation/note-words.ts';
import { words } from '#chart/kit/words.ts';
import type { DocumentRecord } from '#fhir/documents.ts';
import { dosageWords } from '#fhir/dosage.ts';
import type { MedicationRecord } from '#fhir/medications.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { OtherRecord } from '#fhir/other.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import type { ProblemRecord } from '#fhir/problems.ts';
import type { SocialRecord } from '#fhir/social-history.ts';
import type { TestRecord } from '#fhir/tests.ts';
import type { Entry } from '#fhir/visit-links.ts';
import { t } from '#i18n/translate.ts';

/** The observation whose value is what the record says, where there is one. */
export function valueOf({ kind, record }: Entry): ObservationRecord | undefined {
  if (kind === 'laboratory' || kind === 'vitals') return record as ObservationRecord;
  if (kind === 'social-history') return (record as SocialRecord).observation;
  if (kind === 'other') return (record as OtherRecord).observation;
  return kind === 'tests' ? (record as TestRecord).observation : undefined;
}

/** What a record says that has no value. */
export function plainSays({ kind, record }: Entry): string {
  if (kind === 'medications') return medicationSays(record as MedicationRecord);
  if (kind === 'documents') return authorsSay(record as DocumentRecord);
  if (kind === 'problems') return problemSays(record as ProblemRecord);
  // A result or a procedure that is simply done needs no word for it.
  const isDone = record.source['status'] === 'final' || record.source['status'] === 'completed';
  return isDone && kind !== 'tests' ? '' : said(record.status);
}

/** The same with values, as plain text. */
export function saysText(entry: Entry): string {
  const observation = valueOf(entry);
  if (observation === undefined) return plainSays(entry);
  const note = noteInstead(observation);
  if (note !== undefined) return note;
  return joined(
    shownObservation(observation).map((part) =>
      joined([partWords(part), ...part.flags.filter(({ tone }) => tone !== 'plain').map(flagWords)]),
    ),
    '; ',
  );
}

/** Among values and statuses a name alone says nothing. */
function authorsSay({ authors }: DocumentRecord): string {
  const names = joined(authors.map(({ name }) => name));
  return names === '' ? '' : t('story.by', { names });
}

/** What was written at a visit may have been a problem for years: it says which list it is of. */
function problemSays({ place, placeWords, status }: ProblemRecord): string {
  return joined([said(status), place === 'diagnosis' ? said(placeWords) : ''], ' · ');
}

function medicationSays(record: MedicationRecord): string {
  const dose = record.dosages.map((dosage) => joined(dosageWords(dosage).map(words))).join('; ');
  return record.form === 'request' ? dose : joined([words(record.formWords), record.quantity, dose], ' · ');
}
