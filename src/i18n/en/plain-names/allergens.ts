import type { PlainTexts } from '#i18n/plain-name.ts';

const allergy =
  'Looks in the blood for allergy antibodies against this. A result alone does not show an allergy: what happens on contact counts too.';

/** Antibodies against what people are allergic to. */
export const allergens: PlainTexts<'allergens'> = {
  peanut: { name: 'Allergy antibodies: peanut', says: allergy },
  cashew: { name: 'Allergy antibodies: cashew nut', says: allergy },
  walnut: { name: 'Allergy antibodies: walnut', says: allergy },
  codfish: { name: 'Allergy antibodies: codfish', says: allergy },
  shrimp: { name: 'Allergy antibodies: shrimp', says: allergy },
  wheat: { name: 'Allergy antibodies: wheat', says: allergy },
  egg: { name: 'Allergy antibodies: egg white', says: allergy },
  soy: { name: 'Allergy antibodies: soybean', says: allergy },
  milk: { name: 'Allergy antibodies: cow’s milk', says: allergy },
  oak: { name: 'Allergy antibodies: oak pollen', says: allergy },
  ragweed: { name: 'Allergy antibodies: ragweed pollen', says: allergy },
  cat: { name: 'Allergy antibodies: cat', says: allergy },
  dustMite: { name: 'Allergy antibodies: dust mite', says: allergy },
  mold: { name: 'Allergy antibodies: mold', says: allergy },
  bee: { name: 'Allergy antibodies: honey bee', says: allergy },
  latex: { name: 'Allergy antibodies: latex', says: allergy },
};
