/** Patient references as they were met, and whose each of them is once everybody is known. */
import type { RefInPlace, WhoIsWho } from './who-is-who.ts';

/** A patient reference of some record, or a Patient record itself. */
export type Ref = RefInPlace | { readonly met: number } | { readonly urn: string; readonly in: RefInPlace };

/**
 * Whose each reference is: a number of `who`, or -1.
 * @param urns Patient records by their Bundle and `fullUrl`
 */
export function ownersOfRefs(
  refs: readonly Ref[],
  who: WhoIsWho,
  urns: ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>,
): readonly number[] {
  return refs.map((ref) => {
    if ('met' in ref) return who.numberOfMet(ref.met);
    if (!('urn' in ref)) return who.numberOf(ref);
    const named = urns.get(ref.in.container)?.get(ref.urn);
    if (named === undefined) return who.numberOf(ref.in);
    const numbers = new Set(named.map((at) => who.numberOfMet(at)));
    return numbers.size === 1 ? ([...numbers][0] ?? -1) : -1;
  });
}
