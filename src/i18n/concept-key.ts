/** How the code of a problem or a visit is found among the plain names (`plain-concepts.json`). */

export type ConceptSystem = 'snomed' | 'icd10cm' | 'cpt';

/** What a code is found by. ICD-10-CM comes with and without its point; `E11*` holds for all codes that begin so. */
export function conceptKey(system: ConceptSystem, code: string): string {
  return `${system} ${system === 'icd10cm' ? code.replace('.', '').toUpperCase() : code}`;
}

/** The same from the code itself to ever wider ones: of E11.22 that, `E11.22*`, `E11.2*`, `E11*`. */
export function conceptKeysOf(system: ConceptSystem, code: string): readonly string[] {
  const key = conceptKey(system, code);
  if (system !== 'icd10cm') return [key];
  const category = `${system} A00`.length;
  // No code is longer than seven characters; what stands in a record may be.
  const whole = key.slice(0, category + 4);
  const widths = Array.from(
    { length: Math.max(0, whole.length - category + 1) },
    (_, at) => whole.length - at,
  );
  return [key, ...widths.map((length) => `${whole.slice(0, length)}*`)];
}
