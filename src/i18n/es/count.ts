// Made when first used: making one takes milliseconds that nobody waits for before the banner.
let rules: Intl.PluralRules | undefined;
let numbers: Intl.NumberFormat | undefined;

/** "1 registro", "1,204 registros", "1,000,000 de registros": Spanish counts whole millions with "de". */
export function count(n: number, one: string, other: string): string {
  rules ??= new Intl.PluralRules('es-US');
  numbers ??= new Intl.NumberFormat('es-US');
  const plural = rules.select(n);
  const counted = plural === 'one' ? one : plural === 'many' ? `de ${other}` : other;
  return `${numbers.format(n)} ${counted}`;
}
