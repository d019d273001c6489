/** What a record of any kind says in one line beside its name: its value, its dose, who wrote it, how it stands. */
import { joined, said } from '#chart/kit/fact-words.ts';
import { flagWords } from '#chart/kit/Flag.tsx';
import { words } from '#chart/kit/words.ts';
import type { DocumentRecord } from '#fhir/documents.ts';
import { dosageWords } from '#fhir/dosage.ts';
import type { MedicationRecord } from '#fhir/medications.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import type { TestRecord } from '#fhir/tests.ts';
import type { Entry } from '#fhir/visit-links.ts';

/** The observation whose value is what the record says, where there is one. */
export function valueOf({ kind, record }: Entry): ObservationRecord | undefined {
  if (kind === 'laboratory' || kind === 'vitals') return record as ObservationRecord;
  return kind === 'tests' ? (record as TestRecord).observation : undefined;
}

/** What a record says that has no value. */
export function plainSays({ kind, record }: Entry): string {
  if (kind === 'medications') return medicationSays(record as MedicationRecord);
  if (kind === 'documents') return joined((record as DocumentRecord).authors.map(({ name }) => name));
  // A result or a procedure that is simply done needs no word for it.
  const isDone = record.source['status'] === 'final' || record.source['status'] === 'completed';
  return isDone && kind !== 'tests' ? '' : said(record.status);
}

/** The same with values, as plain text. */
export function saysText(entry: Entry): string {
  const observation = valueOf(entry);
  if (observation === undefined) return plainSays(entry);
  return joined(
    shownObservation(observation).map(({ label, text, unit, flags }) =>
      joined([
        joined([label && words(label), words(text), unit], ' '),
        ...flags.filter(({ tone }) => tone !== 'plain').map(flagWords),
      ]),
    ),
    '; ',
  );
}

function medicationSays(record: MedicationRecord): string {
  const dose = record.dosages.map((dosage) => joined(dosageWords(dosage).map(words))).join('; ');
  return record.form === 'request' ? dose : joined([words(record.formWords), record.quantity, dose], ' · ');
}
