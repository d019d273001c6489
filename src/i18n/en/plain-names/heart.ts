import type { PlainTexts } from '#i18n/plain-name.ts';

const antibodies = 'A group of antibodies, proteins of the body’s defense against germs.';
const marker =
  'Measures a substance that some tumors, and also other conditions, can raise. One result alone does not show cancer.';
const lightChains =
  'Measures pieces of antibodies in the blood. It is used to look at the cells that make antibodies.';

/** Heart and lungs, inflammation and the body’s defenses, tumor markers. */
export const heart: PlainTexts<'heart'> = {
  troponin: {
    name: 'Troponin (heart muscle protein)',
    says: 'Measures a protein that heart muscle sets free when it is strained or hurt.',
  },
  creatineKinase: {
    name: 'Creatine kinase (CK, muscle enzyme)',
    says: 'Measures an enzyme from the muscles. Hard exercise, some medicines and injuries raise it.',
  },
  ckMb: {
    name: 'CK-MB (heart muscle enzyme)',
    says: 'Measures the form of the enzyme CK that comes mostly from heart muscle.',
  },
  ckRatio: {
    name: 'CK compared with CK-MB',
    says: 'Compares two forms of a muscle enzyme, one of them mostly from the heart.',
  },
  bnp: {
    name: 'BNP (strain on the heart)',
    says: 'Measures a substance the heart makes when it has to work harder. It is used to check for heart failure and to follow it.',
  },
  myoglobin: {
    name: 'Myoglobin (muscle protein)',
    says: 'Measures a protein that muscles set free when they are hurt.',
  },
  crpSensitive: {
    name: 'C-reactive protein (CRP), sensitive test',
    says: 'Measures very small amounts of a protein that rises with inflammation. It helps judge the risk for the heart.',
  },
  crp: {
    name: 'C-reactive protein (CRP, a sign of inflammation)',
    says: 'Measures a protein that rises when there is inflammation or an infection somewhere in the body.',
  },
  procalcitonin: {
    name: 'Procalcitonin (a sign of infection)',
    says: 'Measures a substance that often rises with infections by bacteria.',
  },
  antinuclear: {
    name: 'Antinuclear antibodies (ANA)',
    says: 'Looks for antibodies against the body’s own cells. Many healthy people have some.',
  },
  rheumatoid: {
    name: 'Rheumatoid factor',
    says: 'Looks for an antibody that is found in some people with joint disease, and in some healthy people.',
  },
  ccp: {
    name: 'CCP antibodies (joint check)',
    says: 'Looks for antibodies that are found in some people with joint disease.',
  },
  dnaAntibody: {
    name: 'Antibodies against DNA',
    says: 'Looks for antibodies against DNA, a part of every cell. It helps in checking the immune system.',
  },
  complement: {
    name: 'Complement (defense proteins)',
    says: 'Measures proteins that help the immune system. They can be used up when it is very active.',
  },
  immunoglobulinA: {
    name: 'Antibodies of type A (IgA)',
    says: `${antibodies} This type protects the mouth, gut and airways.`,
  },
  immunoglobulinG: {
    name: 'Antibodies of type G (IgG)',
    says: `${antibodies} This type is the most common in the blood.`,
  },
  immunoglobulinM: {
    name: 'Antibodies of type M (IgM)',
    says: `${antibodies} This type comes first when a germ is new.`,
  },
  immunoglobulinE: {
    name: 'Antibodies of type E (IgE)',
    says: `${antibodies} This type takes part in allergies.`,
  },
  celiac: {
    name: 'Celiac disease check (tTG IgA)',
    says: 'Looks for antibodies that are found when gluten, a protein in wheat, irritates the gut.',
  },
  calprotectin: {
    name: 'Calprotectin in stool (gut inflammation)',
    says: 'Measures a protein in the stool that rises with inflammation in the gut.',
  },
  psa: {
    name: 'PSA (prostate protein)',
    says: 'Measures a protein made by the prostate. Age, infection and a large prostate raise it too.',
  },
  psaFree: {
    name: 'PSA (prostate protein), free part',
    says: 'Measures the part of the prostate protein PSA that is not bound. It is compared with the total.',
  },
  cea: { name: 'CEA (tumor marker)', says: marker },
  ca125: { name: 'CA 125 (tumor marker)', says: marker },
  ca199: { name: 'CA 19-9 (tumor marker)', says: marker },
  ca153: { name: 'CA 15-3 (tumor marker)', says: marker },
  alphaFetoprotein: {
    name: 'Alpha-fetoprotein (AFP)',
    says: 'Measures a protein made by unborn babies and the liver. It is checked in pregnancy, and as a tumor marker.',
  },
  monoclonal: {
    name: 'Monoclonal protein (M protein)',
    says: 'Measures an antibody that is made in many equal copies. It is used to look at the cells that make antibodies.',
  },
  kappa: { name: 'Kappa light chains (antibody pieces)', says: lightChains },
  lambda: { name: 'Lambda light chains (antibody pieces)', says: lightChains },
  kappaLambda: {
    name: 'Kappa compared with lambda light chains',
    says: 'Compares two kinds of antibody pieces in the blood.',
  },
  betaMicroglobulin: {
    name: 'Beta-2 microglobulin',
    says: 'Measures a small protein from the surface of many cells. It is used to follow some blood conditions.',
  },
  ejectionFraction: {
    name: 'Pumping strength of the heart (ejection fraction)',
    says: 'Shows how much of the blood in the left heart chamber is pumped out with each beat, as a percentage.',
  },
  ecg: { name: 'Heart tracing (ECG or EKG)', says: 'A recording of the electrical signals of the heart.' },
  ecgFinding: {
    name: 'What the heart tracing (ECG or EKG) shows',
    says: 'A professional’s or a machine’s reading of the recorded signals of the heart.',
  },
  echo: {
    name: 'Heart ultrasound (echocardiogram)',
    says: 'Pictures of the beating heart made with sound waves. They show its chambers, valves and pumping.',
  },
  walk: {
    name: 'Six-minute walk',
    says: 'How far a person can walk in six minutes. It shows how heart and lungs cope with effort.',
  },
  fvc: {
    name: 'Air breathed out in all (FVC)',
    says: 'How much air can be breathed out after a deep breath. It is part of a lung test.',
  },
  fev1: {
    name: 'Air breathed out in one second (FEV1)',
    says: 'How much air can be blown out in the first second. It is part of a lung test.',
  },
  fevRatio: {
    name: 'Share of air out in the first second (FEV1/FVC)',
    says: 'Compares the air blown out in the first second with all of it. It shows how freely the air flows.',
  },
};
