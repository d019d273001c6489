/**
 * Products of a drug that has several, or of several drugs together: each with all that its generic name must say. Two
 * products of one drug are not the same thing (Lantus and Basaglar, Percocet and OxyContin), so none stands for another.
 * In the spelling of `foldedWord`.
 */
const products: Readonly<Record<string, readonly string[]>> = {
  lantus: ['insulin', 'glargine'],
  basaglar: ['insulin', 'glargine'],
  toujeo: ['insulin', 'glargine'],
  levemir: ['insulin', 'detemir'],
  tresiba: ['insulin', 'degludec'],
  humalog: ['insulin', 'lispro'],
  novolog: ['insulin', 'aspart'],
  percocet: ['oxicodone', 'acetaminofen'],
  endocet: ['oxicodone', 'acetaminofen'],
  oxicontin: ['oxicodone'],
  roxicodone: ['oxicodone'],
  vicodin: ['hidrocodone', 'acetaminofen'],
  norco: ['hidrocodone', 'acetaminofen'],
  augmentin: ['amoxicilin', 'clavulanate'],
  amoxil: ['amoxicilin'],
  toprol: ['metoprolol', 'succinate'],
  lopresor: ['metoprolol', 'tartrate'],
  bactrim: ['trimetoprim', 'sulfametoxazole'],
  septra: ['trimetoprim', 'sulfametoxazole'],
  cotrimoxazole: ['trimetoprim', 'sulfametoxazole'],
  flonase: ['fluticasone'],
  flovent: ['fluticasone'],
  ozempic: ['semaglutide'],
  ribelsus: ['semaglutide'],
  wegovi: ['semaglutide'],
};

const ingredients = new Set(Object.values(products).flat());

/**
 * Whether one names a product and the other, by no product's name, just what is in it: nothing less, and no other drug
 * of these. Words as `foldedWord` spells them.
 */
export function namesContents(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const product = [...one].find((word) => Object.hasOwn(products, word));
  if (product === undefined || [...other].some((word) => Object.hasOwn(products, word))) return false;
  const said = [...other].filter((word) => ingredients.has(word));
  const held = products[product] ?? [];
  return held.length === said.length && held.every((word) => said.includes(word));
}
