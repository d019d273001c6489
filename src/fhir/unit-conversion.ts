/**
 * Conversion between units, by UCUM (unitsofmeasure.org, through LHC's `ucum-lhc`). Loaded when something has to be
 * converted: the table is large. Nothing is converted by hand, and nothing that only looks convertible.
 */

export interface Converted {
  readonly number: number;
  /** As fine as the value that was sent; a temperature to a tenth of a degree at least. */
  readonly written: string;
}

/**
 * A value in another unit; undefined where the two do not measure the same thing beyond doubt.
 * @param written the number as it was sent: how fine it is decides how fine the answer is
 * @param from,to UCUM codes
 */
export type Convert = (written: string, from: string, to: string) => Converted | undefined;

/** Loads the table. Rejects where the file cannot be had. */
export async function loadConversion(): Promise<Convert> {
  const loaded = await import('@lhncbc/ucum-lhc');
  // A bundler hands a CommonJS package over as `default`.
  const { UcumLhcUtils } = 'UcumLhcUtils' in loaded ? loaded : (loaded as { default: typeof loaded }).default;
  const library = UcumLhcUtils.getInstance();
  const dimensionless = (code: string): boolean => {
    const vector = library.getSpecifiedUnit(code, 'validate').unit?.dim_?.dimVec_;
    return vector == null || vector.every((exponent) => exponent === 0);
  };
  const known = new Map<string, boolean>();
  const comparable = (from: string, to: string): boolean => {
    const key = `${from} ${to}`;
    const answer = known.get(key) ?? isComparable(from, to, dimensionless);
    known.set(key, answer);
    return answer;
  };
  return (written, from, to) => {
    const number = Number(written);
    if (!Number.isFinite(number) || written.trim() === '') return undefined;
    if (from === to) return { number, written };
    if (!comparable(from, to)) return undefined;
    const inTo = (value: number): number | undefined => {
      const { status, toVal } = library.convertUnitTo(from, value, to);
      return status === 'succeeded' && toVal !== null && Number.isFinite(toVal) ? toVal : undefined;
    };
    const step = stepOf(written);
    const [converted, next] = [inTo(number), inTo(number + step)];
    if (converted === undefined || next === undefined) return undefined;
    const digits = Math.max(digitsFor(Math.abs(next - converted)), leastDigits(to));
    const text = converted.toFixed(digits);
    return { number: converted, written: text };
  };
}

/**
 * What UCUM lets through and medicine does not: units that differ in an annotation (`{FEU}` and `{DDU}` of a D-dimer
 * are not the same), and units without a dimension (a hemoglobin A1c of 53 mmol/mol is not 5.3 %).
 */
function isComparable(from: string, to: string, dimensionless: (code: string) => boolean): boolean {
  const notes = (code: string): string => (code.match(/\{[^}]*\}/g) ?? []).join('');
  return notes(from) === notes(to) && !dimensionless(from) && !dimensionless(to);
}

/** What the last digit of a number counts: 0.1 for `98.6`. */
function stepOf(written: string): number {
  const [mantissa = '', exponent = '0'] = written.toLowerCase().split('e');
  return 10 ** (Number(exponent) - (mantissa.split('.')[1]?.length ?? 0));
}

/** A fever begins within a degree: 38 °C are 100.4 °F, not 100. */
function leastDigits(to: string): number {
  return to === 'Cel' || to === '[degF]' ? 1 : 0;
}

/** As many digits after the point as come nearest to a fineness. */
function digitsFor(fineness: number): number {
  if (!(fineness > 0)) return 0;
  return Math.min(10, Math.max(0, Math.round(-Math.log10(fineness))));
}
