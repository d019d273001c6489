import type { PlainTexts } from '#i18n/plain-name.ts';

const neutrophils = 'The most common white blood cells. They fight germs, above all bacteria.';
const lymphocytes = 'White blood cells that fight viruses and make antibodies.';
const monocytes = 'White blood cells that clear away germs and old cells.';
const eosinophils = 'White blood cells that take part in allergies and in fighting parasites.';
const basophils = 'The rarest white blood cells. They take part in allergic reactions.';
const immature =
  'Young white blood cells that are not fully grown. Most of them usually stay in the bone marrow.';
const nucleated =
  'Young red blood cells that still have a nucleus. In adults they usually stay in the bone marrow.';
const reticulocytes = 'Young red blood cells. They show how many new red cells the bone marrow is making.';
const share = 'This is their share of all white blood cells, as a percentage.';
const redShare = 'This is given as a percentage.';

/** Blood count, iron and anemia, clotting, blood bank. */
export const blood: PlainTexts<'blood'> = {
  bloodCount: {
    name: 'Complete blood count (CBC)',
    says: 'Counts the cells in the blood: red cells, white cells and platelets. It is one of the most common blood tests.',
  },
  whiteCells: {
    name: 'White blood cells',
    says: 'Counts the cells that fight infection. The number can change with infections, medicines and other things.',
  },
  redCells: { name: 'Red blood cells', says: 'Counts the cells that carry oxygen through the body.' },
  hemoglobin: {
    name: 'Hemoglobin (oxygen carrier in red blood cells)',
    says: 'Measures the protein in red blood cells that carries oxygen. It is used to check for anemia.',
  },
  hematocrit: {
    name: 'Hematocrit (share of red cells in the blood)',
    says: 'Shows how much of the blood is made up of red blood cells. It is used to check for anemia and other conditions.',
  },
  mcv: {
    name: 'Average size of red blood cells (MCV)',
    says: 'Shows how large the red blood cells are on average.',
  },
  mch: {
    name: 'Hemoglobin in each red blood cell (MCH)',
    says: 'Shows how much hemoglobin, the oxygen carrier, one red blood cell holds on average.',
  },
  mchc: {
    name: 'Strength of hemoglobin in red blood cells (MCHC)',
    says: 'Shows how densely the red blood cells are filled with hemoglobin, the oxygen carrier.',
  },
  rdw: {
    name: 'Variation in red blood cell size (RDW)',
    says: 'Shows how much the red blood cells differ in size.',
  },
  platelets: {
    name: 'Platelets (clotting cells)',
    says: 'Counts the tiny cells that help the blood to clot and stop bleeding.',
  },
  plateletSize: {
    name: 'Average size of platelets (MPV)',
    says: 'Shows how large the platelets, the clotting cells, are on average.',
  },
  plateletWidth: {
    name: 'Variation in platelet size (PDW)',
    says: 'Shows how much the platelets, the clotting cells, differ in size.',
  },
  plateletLook: {
    name: 'Platelets under the microscope',
    says: 'Describes how the platelets, the clotting cells, look under a microscope.',
  },
  redCellLook: {
    name: 'Red blood cells under the microscope',
    says: 'Describes the size, shape or color of the red blood cells under a microscope.',
  },
  neutrophils: { name: 'Neutrophils (germ-fighting white cells)', says: neutrophils },
  neutrophilsShare: { name: 'Neutrophils, share of white cells', says: `${neutrophils} ${share}` },
  bands: { name: 'Young neutrophils (bands)', says: `Young white blood cells that fight germs. ${share}` },
  lymphocytes: { name: 'Lymphocytes (virus-fighting white cells)', says: lymphocytes },
  lymphocytesShare: { name: 'Lymphocytes, share of white cells', says: `${lymphocytes} ${share}` },
  lymphocytesVariant: {
    name: 'Unusual-looking lymphocytes, share of white cells',
    says: `White blood cells that look different, often because they are busy fighting a virus. ${share}`,
  },
  monocytes: { name: 'Monocytes (clean-up white cells)', says: monocytes },
  monocytesShare: { name: 'Monocytes, share of white cells', says: `${monocytes} ${share}` },
  eosinophils: { name: 'Eosinophils (allergy white cells)', says: eosinophils },
  eosinophilsShare: { name: 'Eosinophils, share of white cells', says: `${eosinophils} ${share}` },
  basophils: { name: 'Basophils (rare white cells)', says: basophils },
  basophilsShare: { name: 'Basophils, share of white cells', says: `${basophils} ${share}` },
  immature: { name: 'Young white cells (immature granulocytes)', says: immature },
  immatureShare: { name: 'Young white cells, share of white cells', says: `${immature} ${share}` },
  nucleated: { name: 'Young red cells with a nucleus', says: nucleated },
  nucleatedShare: { name: 'Young red cells with a nucleus, percentage', says: `${nucleated} ${redShare}` },
  reticulocytes: { name: 'New red blood cells (reticulocytes)', says: reticulocytes },
  reticulocytesShare: {
    name: 'New red blood cells (reticulocytes), percentage',
    says: `${reticulocytes} ${redShare}`,
  },
  sedimentation: {
    name: 'Sedimentation rate (a sign of inflammation)',
    says: 'Measures how fast red blood cells sink in a tube. It can go up when there is inflammation somewhere in the body.',
  },
  ironPanel: {
    name: 'Iron tests',
    says: 'A group of tests that show how much iron the blood carries and how it is carried.',
  },
  iron: {
    name: 'Iron in the blood',
    says: 'Measures the iron in the blood. The body needs iron to make red blood cells.',
  },
  ironCapacity: {
    name: 'How much iron the blood can carry',
    says: 'Measures how much iron the blood could carry. It is read together with other iron tests.',
  },
  ironSaturation: {
    name: 'Share of iron carriers in use',
    says: 'Shows how much of the blood’s capacity to carry iron is filled, as a percentage.',
  },
  ferritin: {
    name: 'Ferritin (stored iron)',
    says: 'Shows how much iron the body has in store. It can also go up with inflammation.',
  },
  transferrin: {
    name: 'Transferrin (iron carrier)',
    says: 'Measures the protein that carries iron in the blood.',
  },
  b12: {
    name: 'Vitamin B12',
    says: 'Measures vitamin B12, which the body needs for healthy blood and nerves.',
  },
  folate: {
    name: 'Folate (vitamin B9)',
    says: 'Measures folate, a vitamin the body needs to make blood cells.',
  },
  folateRedCells: {
    name: 'Folate (vitamin B9) in red blood cells',
    says: 'Measures folate inside red blood cells. It reflects the supply over the past months.',
  },
  methylmalonic: {
    name: 'Methylmalonic acid (vitamin B12 check)',
    says: 'Measures a substance that builds up when there is too little vitamin B12. Kidney function can change it too.',
  },
  homocysteine: {
    name: 'Homocysteine',
    says: 'Measures a substance that the body breaks down with the help of B vitamins.',
  },
  haptoglobin: {
    name: 'Haptoglobin',
    says: 'Measures a protein that binds hemoglobin set free from red blood cells. It helps show whether red cells are breaking down.',
  },
  erythropoietin: {
    name: 'Erythropoietin (hormone for red blood cells)',
    says: 'Measures a hormone from the kidneys that tells the bone marrow to make red blood cells.',
  },
  antiglobulin: {
    name: 'Antibodies on red blood cells (Coombs test)',
    says: 'Looks for antibodies stuck to the red blood cells.',
  },
  prothrombinTime: {
    name: 'Clotting time (prothrombin time, PT)',
    says: 'Measures how long the blood takes to clot. It is used to follow some blood thinners and to check the liver.',
  },
  inr: {
    name: 'Clotting time, as a standard ratio (INR)',
    says: 'Measures how long the blood takes to clot, in a way that can be compared between laboratories. It is used to follow warfarin.',
  },
  prothrombinPanel: {
    name: 'Clotting time (PT and INR)',
    says: 'Measures how long the blood takes to clot. It is used to follow some blood thinners.',
  },
  aptt: {
    name: 'Clotting time (aPTT)',
    says: 'Measures how long the blood takes to clot, in another way than PT. It is used to follow heparin and to look into bleeding.',
  },
  fibrinogen: {
    name: 'Fibrinogen (clotting protein)',
    says: 'Measures a protein the blood needs to form clots.',
  },
  dDimer: {
    name: 'D-dimer (leftover of blood clots)',
    says: 'Measures small pieces that are left when a clot breaks down. Many things can raise it, not only clots.',
  },
  thrombinTime: {
    name: 'Thrombin time (clotting)',
    says: 'Measures how long the last step of clotting takes.',
  },
  factorEight: {
    name: 'Clotting factor VIII',
    says: 'Measures how well one of the proteins that make blood clot is working.',
  },
  heparin: {
    name: 'Heparin level (blood thinner)',
    says: 'Measures the effect of the blood thinner heparin, to help set the dose.',
  },
  antithrombin: {
    name: 'Antithrombin',
    says: 'Measures a protein that keeps the blood from clotting too easily.',
  },
  bloodGroup: {
    name: 'Blood group with Rh',
    says: 'Shows the blood group: A, B, AB or O, with Rh positive or negative.',
  },
  aboGroup: {
    name: 'Blood group (A, B, AB or O)',
    says: 'Shows which of the main blood groups the blood belongs to.',
  },
  rhType: {
    name: 'Rh type (positive or negative)',
    says: 'Shows whether the red blood cells carry the Rh factor.',
  },
  antibodyScreen: {
    name: 'Check for blood group antibodies',
    says: 'Looks for antibodies against red blood cells. It is done before a transfusion and in pregnancy.',
  },
  newbornScreening: {
    name: 'Newborn screening',
    says: 'A set of tests done on a few drops of blood from every newborn, to find rare conditions early.',
  },
};
