// Made when first used: making one takes milliseconds that nobody waits for before the banner.
let rules: Intl.PluralRules | undefined;
let numbers: Intl.NumberFormat | undefined;

/** "1 record", "1,204 records". */
export function count(n: number, one: string, other: string): string {
  rules ??= new Intl.PluralRules('en-US');
  numbers ??= new Intl.NumberFormat('en-US');
  return `${numbers.format(n)} ${rules.select(n) === 'one' ? one : other}`;
}
