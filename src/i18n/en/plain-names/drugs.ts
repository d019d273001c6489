import type { PlainTexts } from '#i18n/plain-name.ts';

const level = 'Measures how much of this medicine is in the blood, to help set the dose.';
const screen =
  'Looks in the urine for this group of substances. Some prescribed medicines and other things can show up too.';

/** Medicine levels and toxicology. */
export const drugs: PlainTexts<'drugs'> = {
  valproate: { name: 'Valproate level (seizure and mood medicine)', says: level },
  phenytoin: { name: 'Phenytoin level (seizure medicine)', says: level },
  carbamazepine: { name: 'Carbamazepine level (seizure and mood medicine)', says: level },
  lithium: { name: 'Lithium level (mood medicine)', says: level },
  digoxin: { name: 'Digoxin level (heart medicine)', says: level },
  vancomycin: { name: 'Vancomycin level (antibiotic)', says: level },
  vancomycinTrough: {
    name: 'Vancomycin level before a dose (antibiotic)',
    says: 'Measures the medicine in the blood when it is lowest, just before the next dose, to help set the dose.',
  },
  vancomycinPeak: {
    name: 'Vancomycin level after a dose (antibiotic)',
    says: 'Measures the medicine in the blood when it is highest, soon after a dose, to help set the dose.',
  },
  tacrolimus: { name: 'Tacrolimus level (transplant medicine)', says: level },
  cyclosporine: { name: 'Cyclosporine level (transplant medicine)', says: level },
  phenobarbital: { name: 'Phenobarbital level (seizure medicine)', says: level },
  lamotrigine: { name: 'Lamotrigine level (seizure and mood medicine)', says: level },
  levetiracetam: { name: 'Levetiracetam level (seizure medicine)', says: level },
  theophylline: { name: 'Theophylline level (breathing medicine)', says: level },
  acetaminophen: {
    name: 'Acetaminophen level (pain and fever medicine)',
    says: 'Measures how much acetaminophen, as in Tylenol, is in the blood. Too much can harm the liver.',
  },
  salicylate: {
    name: 'Salicylate level (aspirin)',
    says: 'Measures how much aspirin or a related medicine is in the blood.',
  },
  ethanol: { name: 'Alcohol in the blood', says: 'Measures how much alcohol is in the blood.' },
  cocaine: { name: 'Urine check for cocaine', says: screen },
  opiates: { name: 'Urine check for opiates', says: screen },
  cannabinoids: { name: 'Urine check for cannabis', says: screen },
  amphetamines: { name: 'Urine check for amphetamines', says: screen },
  benzodiazepines: { name: 'Urine check for benzodiazepines', says: screen },
};
