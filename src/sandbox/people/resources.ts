import { alex } from './alex.ts';
import { anna } from './anna.ts';
import { david } from './david.ts';
import { practiceResources } from './practice.ts';
import type { Resource } from './resource.ts';

/**
 * Every record of the cast: practice, practitioners, patients and their charts. The same on every call and every
 * machine; dates are fixed around `castToday`. Decimals whose written form matters (`1.50`) are `JSON.rawJSON`
 * values: `JSON.stringify` writes them as they are, `structuredClone` loses them (copy with a spread).
 */
export function castResources(): readonly Resource[] {
  return [...practiceResources(), ...david(), ...anna(), ...alex()];
}
