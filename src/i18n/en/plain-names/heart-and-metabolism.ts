import type { ConceptTexts } from '#i18n/plain-name.ts';

export const heartAndMetabolism: ConceptTexts<'heartAndMetabolism'> = {
  hypertension: {
    name: 'High blood pressure',
    says: 'The blood presses on the blood vessels harder than is healthy, again and again. Over the years that strains the heart, brain and kidneys.',
  },
  hypertensionKidney: {
    name: 'High blood pressure with kidney disease',
    says: 'High blood pressure in a person whose kidneys work less well than they should.',
  },
  hypertensionHeart: {
    name: 'High blood pressure with heart disease',
    says: 'High blood pressure that has put a strain on the heart.',
  },
  bloodFats: {
    name: 'Too much fat in the blood',
    says: 'Cholesterol or other fats in the blood are higher than is healthy.',
  },
  mixedFats: {
    name: 'High cholesterol and triglycerides',
    says: 'Two kinds of fat in the blood are higher than is healthy.',
  },
  cholesterol: {
    name: 'High cholesterol',
    says: 'The blood holds more cholesterol, a kind of fat, than is healthy.',
  },
  triglycerides: {
    name: 'High triglycerides',
    says: 'The blood holds more triglycerides, a kind of fat, than is healthy.',
  },
  diabetes: {
    name: 'Diabetes',
    says: 'There is too much sugar in the blood, because the body has too little insulin or does not use it well.',
  },
  diabetes2: {
    name: 'Type 2 diabetes',
    says: 'There is too much sugar in the blood, because the body does not use its insulin well.',
  },
  diabetes2Kidney: {
    name: 'Type 2 diabetes with kidney disease',
    says: 'Type 2 diabetes that has affected the kidneys.',
  },
  diabetes2Eye: {
    name: 'Type 2 diabetes with eye disease',
    says: 'Type 2 diabetes that has affected the eyes.',
  },
  diabetes2Nerves: {
    name: 'Type 2 diabetes with nerve damage',
    says: 'Type 2 diabetes that has affected the nerves, often first those of the feet.',
  },
  diabetes1: {
    name: 'Type 1 diabetes',
    says: 'There is too much sugar in the blood, because the body makes little insulin or none.',
  },
  diabetesKidney: { name: 'Kidney disease from diabetes', says: 'Diabetes has affected the kidneys.' },
  gestationalDiabetes: {
    name: 'Diabetes in pregnancy',
    says: 'Too much sugar in the blood that was first found during a pregnancy.',
  },
  prediabetes: {
    name: 'Prediabetes',
    says: 'Blood sugar is higher than usual, but not as high as in diabetes.',
  },
  obesity: { name: 'Obesity', says: 'Body weight is well above what is healthy for the height.' },
  overweight: { name: 'Overweight', says: 'Body weight is above what is healthy for the height.' },
  metabolicSyndrome: {
    name: 'Metabolic syndrome',
    says: 'Several things together that strain the heart and blood vessels: more weight at the waist, higher blood pressure, sugar or blood fats.',
  },
  lowThyroid: {
    name: 'Underactive thyroid',
    says: 'The thyroid, a gland in the neck, makes too little of its hormones. The body works more slowly.',
  },
  hashimoto: {
    name: 'Thyroid inflammation (Hashimoto)',
    says: 'The body’s own defenses attack the thyroid, a gland in the neck. It often comes to make too little of its hormones.',
  },
  highThyroid: {
    name: 'Overactive thyroid',
    says: 'The thyroid, a gland in the neck, makes too much of its hormones. The body works faster.',
  },
  coronary: {
    name: 'Narrowed arteries of the heart',
    says: 'The blood vessels that feed the heart have become narrow.',
  },
  heartAttack: { name: 'Heart attack', says: 'Part of the heart did not get enough blood.' },
  oldHeartAttack: {
    name: 'Heart attack in the past',
    says: 'Part of the heart once did not get enough blood.',
  },
  heartFailure: {
    name: 'Heart failure (a weak heart)',
    says: 'The heart does not pump as well as the body needs. Breath can be short and legs can swell.',
  },
  atrialFibrillation: {
    name: 'Irregular heartbeat (atrial fibrillation)',
    says: 'The upper part of the heart beats without a steady rhythm.',
  },
  heartValve: {
    name: 'Heart valve problem',
    says: 'One of the valves that guide the blood through the heart does not open or close as it should.',
  },
  stroke: { name: 'Stroke', says: 'Part of the brain was cut off from blood, or bled.' },
  ministroke: {
    name: 'Mini-stroke (TIA)',
    says: 'For a short time, part of the brain did not get enough blood.',
  },
  legArteries: {
    name: 'Narrowed blood vessels of the legs or arms',
    says: 'Blood vessels away from the heart, mostly of the legs, have become narrow.',
  },
  legClot: {
    name: 'Blood clot in a deep vein',
    says: 'Blood has set into a clot in a vein deep in the body, mostly in a leg.',
  },
  lungClot: { name: 'Blood clot in the lung', says: 'A clot blocks a blood vessel of the lung.' },
  kidneyDisease: {
    name: 'Long-term kidney disease',
    says: 'The kidneys have worked less well than they should for months or longer.',
  },
  kidneyDisease1: {
    name: 'Long-term kidney disease, stage 1 of 5',
    says: 'The kidneys show signs of damage but still work well.',
  },
  kidneyDisease2: {
    name: 'Long-term kidney disease, stage 2 of 5',
    says: 'The kidneys show signs of damage and work a little less well.',
  },
  kidneyDisease3: {
    name: 'Long-term kidney disease, stage 3 of 5',
    says: 'The kidneys do about half of the work they should.',
  },
  kidneyDisease3a: {
    name: 'Long-term kidney disease, stage 3a of 5',
    says: 'The kidneys do somewhat more than half of the work they should.',
  },
  kidneyDisease3b: {
    name: 'Long-term kidney disease, stage 3b of 5',
    says: 'The kidneys do somewhat less than half of the work they should.',
  },
  kidneyDisease4: {
    name: 'Long-term kidney disease, stage 4 of 5',
    says: 'The kidneys do a small part of the work they should.',
  },
  kidneyDisease5: {
    name: 'Long-term kidney disease, stage 5 of 5',
    says: 'The kidneys do almost none of the work they should.',
  },
  kidneyFailure: {
    name: 'Kidney failure',
    says: 'The kidneys do too little of their work to keep a person well. Dialysis or a new kidney can do it instead.',
  },
  anemia: {
    name: 'Anemia (too few red blood cells)',
    says: 'The blood carries less oxygen than it should. That can make a person tired or pale.',
  },
  ironAnemia: {
    name: 'Anemia from too little iron',
    says: 'The body lacks the iron it needs to make red blood cells.',
  },
  kidneyAnemia: {
    name: 'Anemia from kidney disease',
    says: 'The kidneys no longer help enough to make red blood cells.',
  },
  ironLack: { name: 'Too little iron', says: 'The body’s store of iron is low.' },
  vitaminD: {
    name: 'Too little vitamin D',
    says: 'The body has less vitamin D than it needs, for the bones above all.',
  },
  highPotassium: {
    name: 'Too much potassium in the blood',
    says: 'Potassium, a salt in the blood, is higher than usual. That can disturb the heartbeat.',
  },
};
