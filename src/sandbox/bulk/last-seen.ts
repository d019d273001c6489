/** `encDate` of NextGen's patient search (`ge2025-01-01`): who had an encounter on such days. */
import type { Store } from '#sandbox/fhir/store.ts';
import { madeUpIndex, madeUpLines } from './made-up-patients.ts';

const comparisons: Readonly<Record<string, (day: string, asked: string) => boolean>> = {
  eq: (day, asked) => day === asked,
  ge: (day, asked) => day >= asked,
  gt: (day, asked) => day > asked,
  le: (day, asked) => day <= asked,
  lt: (day, asked) => day < asked,
};

interface Encounter {
  readonly period?: { readonly start?: string };
}

function encountersOf(store: Store, madeUp: number, id: string): readonly Encounter[] {
  const index = madeUpIndex(id, madeUp);
  if (index === undefined) return store.ofPatient('Encounter', id) as readonly Encounter[];
  const lines = madeUpLines('Encounter', index).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Encounter);
}

/** What tells whether a patient was seen then; undefined where `encDate` is not understood. */
export function seenTest(
  store: Store,
  madeUp: number,
  encDate: string,
): ((id: string) => boolean) | undefined {
  const [, name = 'eq', asked = ''] = /^([a-z]{2})?(\d{4}-\d\d-\d\d)$/.exec(encDate) ?? [];
  const holds = comparisons[name];
  if (holds === undefined || asked === '') return undefined;
  return (id) =>
    encountersOf(store, madeUp, id).some(({ period }) => {
      const day = period?.start?.slice(0, 10);
      return day !== undefined && holds(day, asked);
    });
}
