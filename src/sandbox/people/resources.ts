import { alex } from './alex.ts';
import { chidi, jordan, sven } from './allergy-people.ts';
import { anna } from './anna.ts';
import { david } from './david.ts';
import { hostile } from './hostile.ts';
import { child, newborn } from './infants.ts';
import { jean } from './jean.ts';
import { kenji } from './kenji.ts';
import { marguerite } from './marguerite.ts';
import { marta } from './marta.ts';
import { fatima, guadalupe, maximiliana, sam, xiuying } from './name-people.ts';
import { practiceResources } from './practice.ts';
import type { Resource } from './resource.ts';
import { ruth } from './ruth.ts';
import { siobhan } from './siobhan.ts';
import { walter } from './walter.ts';

/**
 * Every record of the cast: practice, practitioners, patients and their charts. The same on every call and every
 * machine; dates are fixed around `castToday`. Decimals whose written form matters (`1.50`) are `JSON.rawJSON`
 * values: `JSON.stringify` writes them as they are, `structuredClone` loses them (copy with a spread).
 */
export function castResources(): readonly Resource[] {
  return [practiceResources, ...charts].flatMap((make) => make());
}

const charts: readonly (() => readonly Resource[])[] = [
  david,
  anna,
  alex,
  newborn,
  child,
  ruth,
  walter,
  chidi,
  jordan,
  sven,
  maximiliana,
  fatima,
  xiuying,
  guadalupe,
  jean,
  marta,
  siobhan,
  kenji,
  sam,
  marguerite,
  hostile,
];
