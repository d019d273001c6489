/** For tests: resources read as the whole chart reads them, each under its own kind. */
import { contextOf } from './context-of.ts';
import type { FhirResource } from './json.ts';
import { readRecords } from './kind.ts';
import { kindById } from './kinds.ts';
import { kindOf } from './placement.ts';
import type { ReadContext } from './record.ts';
import type { Entry } from './visit-links.ts';

export function entriesOf(...resources: readonly FhirResource[]): {
  readonly entries: readonly Entry[];
  readonly context: ReadContext;
} {
  const context = contextOf(...resources);
  const placed = resources.filter(({ resourceType }) => resourceType !== 'Provenance');
  const entries = placed.flatMap((one) => {
    const kind = kindOf(one);
    return readRecords(kindById[kind], [one], context).map((record) => ({ kind, record }));
  });
  return { entries, context };
}

export const visit = (id: string, start: string, more: object = {}): FhirResource => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  class: { code: 'AMB' },
  period: { start },
  ...more,
});

export const order = (id: string, text: string, authoredOn?: string, more: object = {}): FhirResource => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text },
  ...(authoredOn === undefined ? {} : { authoredOn }),
  ...more,
});

export const result = (id: string, effectiveDateTime: string, more: object = {}): FhirResource => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [{ coding: [{ code: 'laboratory' }] }],
  code: { text: 'Potassium' },
  effectiveDateTime,
  valueQuantity: { value: 5, unit: 'mmol/L' },
  ...more,
});

export const problem = (id: string, text: string, more: object = {}): FhirResource => ({
  resourceType: 'Condition',
  id,
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: { text },
  ...more,
});
