/** Check digits: a number that only looks like a code, somebody's telephone number say, nearly always fails its own. */

/** LOINC's, "Mod 10" (LOINC Users' Guide, appendix C): of "2345-7" the 7. */
export function isLoincCode(code: string): boolean {
  const [digits = '', check = ''] = code.split('-');
  const sum = digits
    .split('')
    .toReversed()
    .reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
      return total + Math.floor(value / 10) + (value % 10);
    }, 0);
  return String((10 - (sum % 10)) % 10) === check;
}

/** The dihedral group of the pentagon, as a table of what two digits make. */
const product = (a: number, b: number): number =>
  a < 5
    ? b < 5
      ? (a + b) % 5
      : 5 + ((a + b) % 5)
    : b < 5
      ? 5 + ((((a - b) % 5) + 5) % 5)
      : (((a - b) % 5) + 5) % 5;
const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** SNOMED CT's, by Verhoeff (SNOMED CT Release File Specifications, "Check-digit"): the last digit of an identifier. */
export function isSnomedCode(code: string): boolean {
  let sum = 0;
  for (const [at, digit] of code.split('').toReversed().entries()) {
    let value = Number(digit);
    for (let time = 0; time < at % 8; time += 1) value = permutation[value]!;
    sum = product(sum, value);
  }
  return sum === 0;
}
