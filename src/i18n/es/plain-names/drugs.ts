import type { PlainTexts } from '#i18n/plain-name.ts';

const level = 'Mide cuánto de este medicamento hay en la sangre, para ayudar a ajustar la dosis.';
const screen =
  'Busca en la orina este grupo de sustancias. También pueden aparecer algunos medicamentos recetados y otras cosas.';

/** Niveles de medicamentos y toxicología. */
export const drugs: PlainTexts<'drugs'> = {
  valproate: { name: 'Nivel de valproato (convulsiones y ánimo)', says: level },
  phenytoin: { name: 'Nivel de fenitoína (convulsiones)', says: level },
  carbamazepine: { name: 'Nivel de carbamazepina (convulsiones y ánimo)', says: level },
  lithium: { name: 'Nivel de litio (medicamento para el ánimo)', says: level },
  digoxin: { name: 'Nivel de digoxina (medicamento para el corazón)', says: level },
  vancomycin: { name: 'Nivel de vancomicina (antibiótico)', says: level },
  vancomycinTrough: {
    name: 'Nivel de vancomicina antes de una dosis (antibiótico)',
    says: 'Mide el medicamento en la sangre cuando está más bajo, justo antes de la dosis siguiente, para ayudar a ajustar la dosis.',
  },
  vancomycinPeak: {
    name: 'Nivel de vancomicina después de una dosis (antibiótico)',
    says: 'Mide el medicamento en la sangre cuando está más alto, poco después de una dosis, para ayudar a ajustar la dosis.',
  },
  tacrolimus: { name: 'Nivel de tacrolimus (medicamento para trasplantes)', says: level },
  cyclosporine: { name: 'Nivel de ciclosporina (medicamento para trasplantes)', says: level },
  phenobarbital: { name: 'Nivel de fenobarbital (convulsiones)', says: level },
  lamotrigine: { name: 'Nivel de lamotrigina (convulsiones y ánimo)', says: level },
  levetiracetam: { name: 'Nivel de levetiracetam (convulsiones)', says: level },
  theophylline: { name: 'Nivel de teofilina (medicamento para respirar)', says: level },
  acetaminophen: {
    name: 'Nivel de acetaminofén (para dolor y fiebre)',
    says: 'Mide cuánto acetaminofén, como Tylenol, hay en la sangre. Demasiado puede dañar el hígado.',
  },
  salicylate: {
    name: 'Nivel de salicilato (aspirina)',
    says: 'Mide cuánta aspirina o medicamento parecido hay en la sangre.',
  },
  ethanol: { name: 'Alcohol en la sangre', says: 'Mide cuánto alcohol hay en la sangre.' },
  cocaine: { name: 'Búsqueda de cocaína en la orina', says: screen },
  opiates: { name: 'Búsqueda de opiáceos en la orina', says: screen },
  cannabinoids: { name: 'Búsqueda de cannabis en la orina', says: screen },
  amphetamines: { name: 'Búsqueda de anfetaminas en la orina', says: screen },
  benzodiazepines: { name: 'Búsqueda de benzodiacepinas en la orina', says: screen },
};
