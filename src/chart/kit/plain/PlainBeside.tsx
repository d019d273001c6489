import type { ReactNode } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { inReadersWords } from '#chart/kit/take/clinical.ts';
import { words } from '#chart/kit/words.ts';
import { plainNameOf, saysMore } from './plain-name.ts';
import './plain.css';

/** The plain name after the clinical one, where there is one and it is another. On paper too. */
export const PlainBeside = inReadersWords(function PlainBeside({
  record,
}: {
  record: ChartRecord;
}): ReactNode {
  const plain = plainNameOf(record);
  return plain && saysMore(plain, words(record.title)) && <span className="plain-name">{plain.name}</span>;
});
