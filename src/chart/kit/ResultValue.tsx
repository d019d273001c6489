import { Fragment, type ReactNode } from 'react';
import type { Flag } from '#fhir/interpretation.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { type ShownPart, shownObservation } from '#fhir/shown-observation.ts';
import { Flagged } from './Flag.tsx';
import { noteBeginning } from './observation/note-words.ts';
import { valueWords } from './value-words.ts';
import { words } from './words.ts';
import './Value.css';

/** What an observation says: values with units, flags before them, the parts of a panel each with its name; else its note. */
export function ResultValue({ record }: { record: ObservationRecord }): ReactNode {
  return noteBeginning(record) ?? <ShownParts parts={shownObservation(record)} />;
}

export function ShownParts({ parts }: { parts: readonly ShownPart[] }): ReactNode {
  return parts.map((part, at) => (
    // Parts have no key of their own, and their order never changes.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>
      {at > 0 && ', '}
      {part.label !== undefined && <span className="muted">{`${words(part.label)} `}</span>}
      <Flagged flag={heaviest(part.flags)}>{valueWords(part)}</Flagged>
      {part.unit !== undefined && <span className="unit">{` ${part.unit}`}</span>}
    </Fragment>
  ));
}

const weights = { critical: 3, abnormal: 2, warning: 1, plain: 0 } as const;

export function heaviest(flags: readonly Flag[]): Flag | undefined {
  return flags.toSorted((a, b) => weights[b.tone] - weights[a.tone])[0];
}
