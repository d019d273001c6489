import type { ReactNode } from 'react';
import { ResultValue } from '#chart/kit/ResultValue.tsx';
import type { Entry } from '#fhir/visit-links.ts';
import { plainSays, valueOf } from './says-text.ts';

/** What a record of any kind says in one line beside its name. */
export function EntrySays({ entry }: { entry: Entry }): ReactNode {
  const observation = valueOf(entry);
  return observation === undefined ? plainSays(entry) : <ResultValue record={observation} />;
}
