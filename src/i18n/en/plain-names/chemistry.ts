import type { PlainTexts } from '#i18n/plain-name.ts';

const urinePart = 'It is usually read together with blood tests.';

/** Salts and minerals, kidney, liver and pancreas. */
export const chemistry: PlainTexts<'chemistry'> = {
  basicPanel: {
    name: 'Basic blood chemistry (basic metabolic panel)',
    says: 'A group of common blood tests: sugar, salts and kidney function.',
  },
  completePanel: {
    name: 'Full blood chemistry (comprehensive metabolic panel)',
    says: 'A group of common blood tests: sugar, salts, proteins, kidney and liver function.',
  },
  electrolytePanel: {
    name: 'Salts in the blood (electrolytes)',
    says: 'A group of tests of the salts in the blood, such as sodium and potassium.',
  },
  kidneyPanel: {
    name: 'Kidney tests',
    says: 'A group of blood tests that show how the kidneys are working.',
  },
  sodium: {
    name: 'Sodium (a salt in the blood)',
    says: 'Measures sodium, a salt that helps keep the right amount of water in the body.',
  },
  potassium: {
    name: 'Potassium (a salt in the blood)',
    says: 'Measures potassium, a salt that nerves, muscles and the heart need to work.',
  },
  chloride: {
    name: 'Chloride (a salt in the blood)',
    says: 'Measures chloride, a salt that helps keep water and acids in balance.',
  },
  carbonDioxide: {
    name: 'Carbon dioxide in the blood (acid balance)',
    says: 'Shows, mostly as bicarbonate, how well the body keeps its acids in balance.',
  },
  bicarbonate: {
    name: 'Bicarbonate (acid balance)',
    says: 'Measures bicarbonate, which keeps the acids of the body in balance.',
  },
  anionGap: {
    name: 'Anion gap (balance of salts and acids)',
    says: 'Worked out from several salts in the blood. It helps tell why acids are in or out of balance.',
  },
  ureaNitrogen: {
    name: 'Urea nitrogen (BUN, a waste product)',
    says: 'Measures a waste product that the kidneys clear from the blood. Food and fluids change it too.',
  },
  creatinine: {
    name: 'Creatinine (a waste product of muscles)',
    says: 'Measures a waste product that the kidneys clear from the blood. It shows how well the kidneys filter.',
  },
  ureaCreatinine: {
    name: 'Urea nitrogen compared with creatinine',
    says: 'Compares two waste products in the blood. It is read together with other kidney tests.',
  },
  calcium: {
    name: 'Calcium in the blood',
    says: 'Measures calcium, a mineral that bones, nerves, muscles and the heart need.',
  },
  calciumIonized: {
    name: 'Calcium in the blood, free part',
    says: 'Measures the calcium in the blood that is not bound to proteins and that the body can use right away.',
  },
  phosphate: {
    name: 'Phosphate',
    says: 'Measures phosphate, a mineral that bones, muscles and nerves need.',
  },
  magnesium: {
    name: 'Magnesium',
    says: 'Measures magnesium, a mineral that muscles, nerves and the heart need.',
  },
  uricAcid: {
    name: 'Uric acid',
    says: 'Measures a waste product that can cause gout when too much of it builds up.',
  },
  osmolality: {
    name: 'How concentrated the blood is (osmolality)',
    says: 'Shows how much is dissolved in the blood. It helps check the balance of water and salts.',
  },
  lactate: {
    name: 'Lactate (lactic acid)',
    says: 'Measures a substance that builds up when the body’s cells get too little oxygen. Hard exercise raises it too.',
  },
  protein: { name: 'Protein in the blood, total', says: 'Measures all proteins in the blood together.' },
  albumin: {
    name: 'Albumin (main protein of the blood)',
    says: 'Measures the most common protein in the blood, which is made by the liver.',
  },
  globulin: {
    name: 'Globulins (proteins of the blood)',
    says: 'Measures a group of proteins in the blood. Antibodies are part of them.',
  },
  albuminGlobulin: {
    name: 'Albumin compared with globulins',
    says: 'Compares the two main groups of proteins in the blood.',
  },
  egfr: {
    name: 'Kidney filtering rate, estimated (eGFR)',
    says: 'Estimates how much blood the kidneys clean each minute. It is worked out from a blood test, age and sex.',
  },
  cystatin: {
    name: 'Cystatin C (kidney check)',
    says: 'Measures a protein that the kidneys clear from the blood. It shows how well the kidneys filter.',
  },
  creatinineClearance: {
    name: 'Kidney clearing of creatinine',
    says: 'Shows how quickly the kidneys clear the waste product creatinine from the blood.',
  },
  albuminCreatinine: {
    name: 'Albumin in urine, compared with creatinine',
    says: 'Looks for small amounts of protein in the urine. It is an early check of the kidneys.',
  },
  albuminUrine: {
    name: 'Albumin in urine',
    says: 'Looks for small amounts of protein in the urine. It is an early check of the kidneys.',
  },
  creatinineUrine: {
    name: 'Creatinine in urine',
    says: 'Measures a waste product in the urine. Other urine tests are compared with it.',
  },
  proteinUrine: {
    name: 'Protein in urine, amount',
    says: 'Measures protein in the urine. It is a check of the kidneys.',
  },
  proteinDayUrine: {
    name: 'Protein in urine over 24 hours',
    says: 'Measures how much protein passes into the urine in a whole day. It is a check of the kidneys.',
  },
  proteinCreatinine: {
    name: 'Protein in urine, compared with creatinine',
    says: 'Shows how much protein passes into the urine. It is a check of the kidneys.',
  },
  sodiumUrine: {
    name: 'Sodium (salt) in urine',
    says: `Measures how much sodium leaves the body in the urine. ${urinePart}`,
  },
  potassiumUrine: {
    name: 'Potassium (salt) in urine',
    says: `Measures how much potassium leaves the body in the urine. ${urinePart}`,
  },
  chlorideUrine: {
    name: 'Chloride (salt) in urine',
    says: `Measures how much chloride leaves the body in the urine. ${urinePart}`,
  },
  osmolalityUrine: {
    name: 'How concentrated the urine is (osmolality)',
    says: `Shows how much is dissolved in the urine. ${urinePart}`,
  },
  parathyroid: {
    name: 'Parathyroid hormone (PTH, calcium hormone)',
    says: 'Measures the hormone that controls calcium in the blood and bones.',
  },
  liverPanel: { name: 'Liver tests', says: 'A group of blood tests that show how the liver is doing.' },
  alt: {
    name: 'ALT (liver enzyme)',
    says: 'Measures an enzyme found mostly in the liver. More of it in the blood can mean that liver cells are irritated.',
  },
  ast: {
    name: 'AST (liver and muscle enzyme)',
    says: 'Measures an enzyme found in the liver, muscles and heart. It is read together with other liver tests.',
  },
  alkalinePhosphatase: {
    name: 'Alkaline phosphatase (liver and bone enzyme)',
    says: 'Measures an enzyme from the liver and the bones. Growing children have more of it.',
  },
  bilirubin: {
    name: 'Bilirubin, total',
    says: 'Measures a yellow substance left over from old red blood cells. The liver removes it.',
  },
  bilirubinDirect: {
    name: 'Bilirubin, processed by the liver (direct)',
    says: 'Measures the part of the yellow substance bilirubin that the liver has already processed.',
  },
  bilirubinIndirect: {
    name: 'Bilirubin, not yet processed (indirect)',
    says: 'Measures the part of the yellow substance bilirubin that the liver has not processed yet.',
  },
  ggt: {
    name: 'GGT (liver and bile enzyme)',
    says: 'Measures an enzyme of the liver and the bile ducts. Alcohol and some medicines change it.',
  },
  ldh: {
    name: 'LDH (enzyme found in many tissues)',
    says: 'Measures an enzyme that is set free when cells are damaged. It does not tell which cells.',
  },
  lipase: {
    name: 'Lipase (pancreas enzyme)',
    says: 'Measures an enzyme from the pancreas that digests fat.',
  },
  amylase: {
    name: 'Amylase (pancreas and saliva enzyme)',
    says: 'Measures an enzyme from the pancreas and the saliva glands that digests starch.',
  },
  ammonia: {
    name: 'Ammonia',
    says: 'Measures a waste product that the liver normally clears from the blood.',
  },
  antitrypsin: {
    name: 'Alpha-1 antitrypsin',
    says: 'Measures a protein from the liver that protects the lungs. Some people are born with little of it.',
  },
  ceruloplasmin: {
    name: 'Ceruloplasmin (copper carrier)',
    says: 'Measures a protein from the liver that carries copper in the blood.',
  },
};
