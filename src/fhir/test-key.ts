/** Which observations are of the same test. */
import { loinc } from './code-systems.ts';
import type { Concept } from './concept.ts';

/**
 * Equal for two observations of the same test: the same LOINC codes; without LOINC the same codes of whatever
 * systems; without codes the same words. Two that share but one of several codes are not taken for the same.
 * Undefined for one that names no test: it is like no other.
 */
export function testKey(part: { readonly code: Concept | undefined }): string | undefined {
  if (part.code === undefined) return undefined;
  const codings = part.code.codings.filter((coding) => coding.code !== undefined);
  const ofLoinc = codings.filter((coding) => coding.system === loinc);
  const chosen = ofLoinc.length > 0 ? ofLoinc : codings;
  if (chosen.length === 0) return `text ${part.code.label.trim().toLowerCase()}`;
  return [...new Set(chosen.map((coding) => `${coding.system ?? ''}|${coding.code}`))].toSorted().join(' ');
}
