import { Fragment, type ReactNode } from 'react';
import type { Flag } from '#fhir/interpretation.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { type ShownPart, shownObservation } from '#fhir/shown-observation.ts';
import { readersUnit } from '#fhir/vital-units.ts';
import { Flagged } from './Flag.tsx';
import { noteBeginning } from './observation/note-words.ts';
import { Converted } from './units/Converted.tsx';
import { type PartInUnits, shownInUnits } from './units/shown-in-units.ts';
import { useReaderUnits, useUnitsOf } from './units/use-conversion.ts';
import { valueWords } from './value-words.ts';
import { words } from './words.ts';
import './Value.css';

/** What an observation says: values with units, flags before them, the parts of a panel each with its name; else its note. */
export function ResultValue({ record }: { record: ObservationRecord }): ReactNode {
  return noteBeginning(record) ?? <PartsInUnits record={record} parts={shownObservation(record)} />;
}

interface PartsProps {
  readonly record: ObservationRecord;
  readonly parts: readonly ShownPart[];
}

/** What is shown of a record, in the reader's units where it is a vital sign that has others. */
export function PartsInUnits({ record, parts }: PartsProps): ReactNode {
  const system = useReaderUnits();
  // Of thousands of values few are to be converted: only they ask for the unit table.
  return readersUnit(record, system) === undefined ? (
    <ShownParts parts={parts} />
  ) : (
    <ConvertedParts record={record} parts={parts} />
  );
}

function ConvertedParts({ record, parts }: PartsProps): ReactNode {
  return <ShownParts parts={shownInUnits(parts, record, useUnitsOf(record))} />;
}

export function ShownParts({ parts }: { parts: readonly PartInUnits[] }): ReactNode {
  return parts.map((part, at) => (
    // Parts have no key of their own, and their order never changes.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>
      {at > 0 && ', '}
      {part.label !== undefined && <span className="muted">{`${words(part.label)} `}</span>}
      <Flagged flag={heaviest(part.flags)}>{valueWords(part)}</Flagged>
      {part.unit !== undefined && <span className="unit">{` ${part.unit}`}</span>}
      <Converted sent={part.sent} />
    </Fragment>
  ));
}

const weights = { critical: 3, abnormal: 2, warning: 1, plain: 0 } as const;

export function heaviest(flags: readonly Flag[]): Flag | undefined {
  return flags.toSorted((a, b) => weights[b.tone] - weights[a.tone])[0];
}
