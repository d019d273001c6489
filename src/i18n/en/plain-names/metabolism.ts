import type { PlainTexts } from '#i18n/plain-name.ts';

const glucose = 'Measures the sugar in the blood, which the body uses for energy.';
const a1c =
  'Shows the average blood sugar of the last 2 to 3 months. It is used to check for diabetes and to follow it.';

/** Sugar, fats, vitamins and metals, blood gases. */
export const metabolism: PlainTexts<'metabolism'> = {
  glucose: { name: 'Blood sugar (glucose)', says: `${glucose} It changes with meals.` },
  glucoseFasting: {
    name: 'Blood sugar, fasting',
    says: `${glucose} The blood was taken after some hours without food.`,
  },
  glucoseFinger: {
    name: 'Blood sugar, finger stick',
    says: `${glucose} A drop of blood was checked with a meter or a test strip.`,
  },
  glucoseTwoHours: {
    name: 'Blood sugar, 2 hours after a sugar drink',
    says: 'Measures the blood sugar two hours after a drink with 75 grams of sugar. It shows how the body handles sugar.',
  },
  glucoseOneHour: {
    name: 'Blood sugar, 1 hour after a sugar drink',
    says: 'Measures the blood sugar one hour after a drink with 50 grams of sugar. It is often done in pregnancy.',
  },
  glucoseSpinal: {
    name: 'Sugar in the spinal fluid',
    says: 'Measures the sugar in the fluid around the brain and spinal cord.',
  },
  a1c: { name: 'Average blood sugar, 2 to 3 months (A1c)', says: a1c },
  averageGlucose: {
    name: 'Average blood sugar, worked out from A1c',
    says: 'The A1c result turned into an average blood sugar, so that it can be compared with meter readings.',
  },
  cPeptide: { name: 'C-peptide (insulin check)', says: 'Shows how much insulin the body itself makes.' },
  insulin: {
    name: 'Insulin',
    says: 'Measures insulin, the hormone that moves sugar from the blood into the cells.',
  },
  gad: {
    name: 'GAD antibodies (diabetes check)',
    says: 'Looks for antibodies against cells that make insulin. It helps tell types of diabetes apart.',
  },
  lipidPanel: {
    name: 'Cholesterol and other blood fats (lipid panel)',
    says: 'A group of tests of the fats in the blood. They help judge the risk for heart and blood vessels.',
  },
  cholesterol: {
    name: 'Cholesterol, total',
    says: 'Measures all of the cholesterol, a kind of fat, in the blood. It is read together with LDL and HDL.',
  },
  triglycerides: {
    name: 'Triglycerides (blood fats)',
    says: 'Measures the most common fat in the blood. Food and alcohol change it.',
  },
  hdl: {
    name: 'HDL cholesterol (“good” cholesterol)',
    says: 'Measures the cholesterol that is carried away from the blood vessels.',
  },
  ldl: {
    name: 'LDL cholesterol (“bad” cholesterol)',
    says: 'Measures the cholesterol that can build up in the walls of the blood vessels.',
  },
  nonHdl: {
    name: 'Cholesterol other than HDL',
    says: 'All cholesterol except the “good” HDL. It helps judge the risk for heart and blood vessels.',
  },
  vldl: {
    name: 'VLDL cholesterol',
    says: 'Measures the cholesterol carried together with triglycerides, another blood fat.',
  },
  cholesterolRatio: {
    name: 'Total cholesterol compared with HDL',
    says: 'Compares all cholesterol with the “good” HDL cholesterol.',
  },
  ldlHdlRatio: {
    name: 'LDL compared with HDL',
    says: 'Compares the “bad” LDL cholesterol with the “good” HDL cholesterol.',
  },
  lipoproteinA: {
    name: 'Lipoprotein(a) (inherited blood fat)',
    says: 'Measures a blood fat that runs in families. It helps judge the risk for heart and blood vessels.',
  },
  apoB: {
    name: 'Apolipoprotein B (fat carrier)',
    says: 'Measures a protein on the particles that carry LDL and other fats in the blood.',
  },
  apoA: {
    name: 'Apolipoprotein A-I (fat carrier)',
    says: 'Measures a protein on the particles that carry HDL cholesterol.',
  },
  vitaminD: {
    name: 'Vitamin D',
    says: 'Measures how much vitamin D the body has in store. Bones and muscles need it.',
  },
  vitaminDActive: {
    name: 'Vitamin D, active form',
    says: 'Measures the form of vitamin D that the body uses. It is mostly made by the kidneys.',
  },
  vitaminA: {
    name: 'Vitamin A',
    says: 'Measures vitamin A, which the eyes, skin and defenses against infection need.',
  },
  zinc: {
    name: 'Zinc',
    says: 'Measures zinc, a mineral the body needs in small amounts for healing and growth.',
  },
  copper: { name: 'Copper', says: 'Measures copper, a mineral the body needs in small amounts.' },
  lead: {
    name: 'Lead in the blood',
    says: 'Measures lead, a metal that the body does not need. Young children are often checked for it.',
  },
  fasting: {
    name: 'Fasting before the test',
    says: 'Says whether the person had gone without food before the blood was taken. Some results depend on it.',
  },
  gasPanel: {
    name: 'Blood gases (oxygen and acid balance)',
    says: 'A group of tests of the oxygen, carbon dioxide and acids in blood from an artery.',
  },
  phArterial: {
    name: 'Acid level (pH) of blood from an artery',
    says: 'Shows whether the acids in the blood are in balance.',
  },
  phVenous: {
    name: 'Acid level (pH) of blood from a vein',
    says: 'Shows whether the acids in the blood are in balance.',
  },
  carbonDioxideGas: {
    name: 'Carbon dioxide in the blood (blood gas)',
    says: 'Measures the gas that is breathed out. It shows how well breathing clears it.',
  },
  oxygenGas: {
    name: 'Oxygen in the blood (blood gas)',
    says: 'Measures the pressure of oxygen in the blood. In blood from an artery it shows how well oxygen gets in through the lungs.',
  },
  bicarbonateGas: {
    name: 'Bicarbonate (blood gas)',
    says: 'Measures bicarbonate, which keeps the acids of the body in balance.',
  },
  baseExcess: {
    name: 'Base excess (acid balance)',
    says: 'Worked out from the blood gases. It shows how far the acids are from their balance.',
  },
  lactateGas: {
    name: 'Lactate (lactic acid), blood gas',
    says: 'Measures a substance that builds up when the body’s cells get too little oxygen. Hard exercise raises it too.',
  },
  methemoglobin: {
    name: 'Methemoglobin',
    says: 'Measures a form of hemoglobin that cannot carry oxygen. Some medicines and chemicals can raise it.',
  },
  carboxyhemoglobin: {
    name: 'Carbon monoxide in the blood',
    says: 'Shows how much of the hemoglobin carries carbon monoxide instead of oxygen. Smoke and exhaust raise it.',
  },
};
