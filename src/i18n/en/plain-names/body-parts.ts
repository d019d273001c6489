import type { ConceptTexts } from '#i18n/plain-name.ts';

export const bodyParts: ConceptTexts<'bodyParts'> = {
  reflux: { name: 'Acid reflux', says: 'Stomach acid comes up into the food pipe and often burns.' },
  irritableBowel: {
    name: 'Irritable bowel',
    says: 'Belly pain with loose or hard stools that comes back, without damage to the bowel.',
  },
  constipation: { name: 'Constipation', says: 'Stools are hard or seldom.' },
  gallstones: { name: 'Gallstones', says: 'Small stones have formed in the gallbladder.' },
  celiac: {
    name: 'Celiac disease (no gluten)',
    says: 'Gluten, a part of wheat and other grains, inflames the bowel.',
  },
  crohn: { name: 'Crohn’s disease', says: 'A lasting inflammation that can be anywhere in the bowel.' },
  ulcerativeColitis: {
    name: 'Ulcerative colitis',
    says: 'A lasting inflammation of the lining of the large bowel.',
  },
  fattyLiver: { name: 'Fatty liver', says: 'The liver holds more fat than is healthy.' },
  hemorrhoids: { name: 'Hemorrhoids', says: 'Swollen veins at the anus.' },
  appendicitis: { name: 'Appendicitis', says: 'The appendix, a small part of the bowel, is inflamed.' },
  colonPolyp: {
    name: 'Polyp in the large bowel',
    says: 'A small growth on the inside of the large bowel. Most do no harm.',
  },
  kidneyStone: { name: 'Kidney stone', says: 'A hard stone has formed in a kidney.' },
  prostateEnlarged: {
    name: 'Enlarged prostate',
    says: 'The prostate, a gland below the bladder, has grown. It is not cancer.',
  },
  osteoporosis: {
    name: 'Osteoporosis (thin bones)',
    says: 'The bones have become thinner and break more easily.',
  },
  osteoarthritis: {
    name: 'Worn joints (osteoarthritis)',
    says: 'The smooth cover of a joint has worn down, which can make it ache and stiff.',
  },
  kneeArthritis: {
    name: 'Worn knee joint (osteoarthritis)',
    says: 'The smooth cover of the knee joint has worn down, which can make it ache and stiff.',
  },
  hipArthritis: {
    name: 'Worn hip joint (osteoarthritis)',
    says: 'The smooth cover of the hip joint has worn down, which can make it ache and stiff.',
  },
  rheumatoid: { name: 'Rheumatoid arthritis', says: 'The body’s own defenses inflame the joints.' },
  gout: { name: 'Gout', says: 'Crystals of uric acid inflame a joint, often of the big toe.' },
  fibromyalgia: {
    name: 'Fibromyalgia',
    says: 'Lasting pain in many muscles, mostly with tiredness and poor sleep.',
  },
  lowBackPain: { name: 'Pain in the lower back', says: 'Pain in the lower part of the back.' },
  backPain: { name: 'Back pain', says: 'Pain in the back.' },
  neckPain: { name: 'Neck pain', says: 'Pain in the neck.' },
  sciatica: {
    name: 'Pain down the leg (sciatica)',
    says: 'A pressed nerve makes pain that runs from the back down a leg.',
  },
  rotatorCuff: { name: 'Torn shoulder tendon', says: 'A tendon that moves and holds the shoulder is torn.' },
  carpalTunnel: {
    name: 'Pressed nerve at the wrist (carpal tunnel)',
    says: 'A nerve is pressed at the wrist, so that the hand tingles or goes numb.',
  },
  ankleSprain: { name: 'Sprained ankle', says: 'The bands that hold the ankle have been stretched or torn.' },
  concussion: { name: 'Concussion', says: 'A blow to the head has shaken the brain.' },
  hipFracture: { name: 'Broken hip', says: 'The thigh bone is broken near the hip joint.' },
  eczema: { name: 'Eczema', says: 'The skin is dry, itchy and inflamed from time to time.' },
  psoriasis: { name: 'Psoriasis', says: 'Skin that renews itself too fast: red, scaly patches.' },
  acne: { name: 'Acne', says: 'Blocked and inflamed pores of the skin.' },
  hives: { name: 'Hives', says: 'Itchy, raised patches on the skin that come and go.' },
  glaucoma: {
    name: 'Glaucoma',
    says: 'A disease of the nerve of the eye, often with too much pressure inside the eye.',
  },
  cataract: { name: 'Cataract', says: 'The lens of the eye has become cloudy.' },
  pinkEye: { name: 'Pink eye (conjunctivitis)', says: 'The outer skin of the eye is inflamed.' },
  hearingLoss: { name: 'Hearing loss', says: 'A person hears less well than before.' },
  pregnancy: { name: 'Pregnancy', says: 'A pregnancy, and the care that goes with it.' },
  endometriosis: {
    name: 'Endometriosis',
    says: 'Tissue like the lining of the womb grows outside it and can cause pain.',
  },
  polycysticOvary: {
    name: 'Polycystic ovaries',
    says: 'Hormones out of balance, with many small follicles in the ovaries.',
  },
  newbornJaundice: {
    name: 'Yellow skin of a newborn (jaundice)',
    says: 'A yellow pigment has built up in a newborn’s blood. It mostly passes in some days.',
  },
  slowGrowth: {
    name: 'A child who gains too little weight',
    says: 'A child’s weight grows more slowly than expected.',
  },
  peanutAllergy: {
    name: 'Peanut allergy',
    says: 'The body’s defenses react to peanuts. Even a little may cause a severe reaction.',
  },
};
