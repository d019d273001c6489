import type { ReactNode } from 'react';
import { joined, said } from '#chart/kit/fact-words.ts';
import { ResultValue } from '#chart/kit/ResultValue.tsx';
import { words } from '#chart/kit/words.ts';
import type { DocumentRecord } from '#fhir/documents.ts';
import { dosageWords } from '#fhir/dosage.ts';
import type { MedicationRecord } from '#fhir/medications.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { TestRecord } from '#fhir/tests.ts';
import type { Entry } from '#fhir/visit-links.ts';

/** What a record of any kind says in one line beside its name: its value, its dose, who wrote it, how it stands. */
export function EntrySays({ entry: { kind, record } }: { entry: Entry }): ReactNode {
  switch (kind) {
    case 'laboratory':
    case 'vitals':
      return <ResultValue record={record as ObservationRecord} />;
    case 'tests': {
      const { observation } = record as TestRecord;
      return observation === undefined ? said(record.status) : <ResultValue record={observation} />;
    }
    case 'medications':
      return medicationSays(record as MedicationRecord);
    case 'documents':
      return joined((record as DocumentRecord).authors.map(({ name }) => name));
    default:
      // A result or a procedure that is simply done needs no word for it.
      return record.source['status'] === 'final' || record.source['status'] === 'completed'
        ? ''
        : said(record.status);
  }
}

function medicationSays(record: MedicationRecord): string {
  const dose = record.dosages.map((dosage) => joined(dosageWords(dosage).map(words))).join('; ');
  return record.form === 'request' ? dose : joined([words(record.formWords), record.quantity, dose], ' · ');
}
