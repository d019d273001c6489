/**
 * Where a laboratory test stands that no report and no panel holds: common LOINC codes, each with what clinicians call
 * the test, in groups in the order they are read (`loinc-group-codes.json`). LOINC is a trademark of Regenstrief
 * Institute; codes and their meaning: loinc.org. The test beside this holds check digits, and that none stands twice.
 */
import { loinc } from './code-systems.ts';
import type { Concept } from './concept.ts';
import loincGroups from './loinc-group-codes.json' with { type: 'json' };

export type LoincGroupId = keyof typeof loincGroups;

/** In the order they are read. */
export const loincGroupOrder = Object.keys(loincGroups) as readonly LoincGroupId[];

const groupOfCode: ReadonlyMap<string, LoincGroupId> = new Map(
  loincGroupOrder.flatMap((group) => Object.keys(loincGroups[group]).map((code) => [code, group] as const)),
);

/** The group of a test by its first LOINC code that has one; undefined for a test outside the map. */
export function loincGroupOf(code: Concept | undefined): LoincGroupId | undefined {
  for (const coding of code?.codings ?? []) {
    const found = coding.system === loinc ? groupOfCode.get(coding.code ?? '') : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
