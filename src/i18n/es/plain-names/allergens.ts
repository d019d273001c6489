import type { PlainTexts } from '#i18n/plain-name.ts';

const allergy =
  'Busca en la sangre anticuerpos de alergia contra esto. Un resultado solo no muestra una alergia: también cuenta lo que pasa al contacto.';

/** Anticuerpos contra lo que causa alergias. */
export const allergens: PlainTexts<'allergens'> = {
  peanut: { name: 'Anticuerpos de alergia: cacahuate (maní)', says: allergy },
  cashew: { name: 'Anticuerpos de alergia: nuez de la India (marañón)', says: allergy },
  walnut: { name: 'Anticuerpos de alergia: nuez', says: allergy },
  codfish: { name: 'Anticuerpos de alergia: bacalao', says: allergy },
  shrimp: { name: 'Anticuerpos de alergia: camarón', says: allergy },
  wheat: { name: 'Anticuerpos de alergia: trigo', says: allergy },
  egg: { name: 'Anticuerpos de alergia: clara de huevo', says: allergy },
  soy: { name: 'Anticuerpos de alergia: soya', says: allergy },
  milk: { name: 'Anticuerpos de alergia: leche de vaca', says: allergy },
  oak: { name: 'Anticuerpos de alergia: polen de roble', says: allergy },
  ragweed: { name: 'Anticuerpos de alergia: polen de ambrosía', says: allergy },
  cat: { name: 'Anticuerpos de alergia: gato', says: allergy },
  dustMite: { name: 'Anticuerpos de alergia: ácaro del polvo', says: allergy },
  mold: { name: 'Anticuerpos de alergia: moho', says: allergy },
  bee: { name: 'Anticuerpos de alergia: abeja', says: allergy },
  latex: { name: 'Anticuerpos de alergia: látex', says: allergy },
};
