/** Identifier (FHIR R4 §2.24.0.9). */
import { type Concept, readConcept } from './concept.ts';
import { type Period, readPeriod } from './dates.ts';
import { asObject, asObjects, asText } from './json.ts';

export interface Identifier {
  readonly use: string | undefined;
  readonly type: Concept | undefined;
  readonly system: string | undefined;
  readonly value: string | undefined;
  readonly period: Period | undefined;
  /** Who gave it: display, else the reference as sent. */
  readonly assigner: string | undefined;
  readonly assignerReference: string | undefined;
}

/** An Identifier; undefined where it has neither value nor type nor system. */
export function readIdentifier(value: unknown): Identifier | undefined {
  const object = asObject(value);
  if (object === undefined) return undefined;
  const assigner = asObject(object['assigner']);
  const assignerReference = asText(assigner?.['reference']);
  const identifier: Identifier = {
    use: asText(object['use']),
    type: readConcept(object['type']),
    system: asText(object['system']),
    value: asText(object['value']),
    period: readPeriod(object['period']),
    assigner: asText(assigner?.['display']) ?? assignerReference,
    assignerReference,
  };
  const says = identifier.value ?? identifier.system ?? identifier.type;
  return says === undefined ? undefined : identifier;
}

export function readIdentifiers(value: unknown): readonly Identifier[] {
  return asObjects(value)
    .map(readIdentifier)
    .filter((identifier) => identifier !== undefined);
}
