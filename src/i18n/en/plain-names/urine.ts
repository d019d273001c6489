import type { PlainTexts } from '#i18n/plain-name.ts';

const microscope = 'This was counted or seen under a microscope.';
const strip = 'This was checked with a test strip.';

/** Urine tests. */
export const urine: PlainTexts<'urine'> = {
  urinalysis: {
    name: 'Urine test (urinalysis)',
    says: 'A group of simple checks of the urine. They look at the kidneys, sugar and signs of infection.',
  },
  color: {
    name: 'Color of the urine',
    says: 'Describes the color of the urine. Fluids, food and medicines change it.',
  },
  clarity: { name: 'Clearness of the urine', says: 'Describes how clear or cloudy the urine looks.' },
  density: {
    name: 'How concentrated the urine is (specific gravity)',
    says: 'Shows how much is dissolved in the urine. It changes with how much a person drinks.',
  },
  acidity: {
    name: 'Acid level (pH) of the urine',
    says: 'Shows how acidic the urine is. Food and medicines change it.',
  },
  protein: {
    name: 'Protein in urine',
    says: `Looks for protein, which healthy kidneys mostly keep in the blood. ${strip}`,
  },
  glucose: {
    name: 'Sugar in urine',
    says: `Looks for sugar, which is usually not found in urine. Some diabetes medicines put it there. ${strip}`,
  },
  ketones: {
    name: 'Ketones in urine',
    says: `Looks for ketones, which the body makes when it burns fat for energy, as in fasting. ${strip}`,
  },
  bilirubin: {
    name: 'Bilirubin in urine',
    says: `Looks for bilirubin, a yellow substance that the liver removes. ${strip}`,
  },
  blood: {
    name: 'Blood in urine',
    says: `Looks for blood or its red pigment in the urine. Menstruation can change it. ${strip}`,
  },
  redCellsStrip: {
    name: 'Red blood cells in urine, test strip',
    says: `Looks for red blood cells in the urine. ${strip}`,
  },
  nitrite: {
    name: 'Nitrite in urine (sign of bacteria)',
    says: `Looks for a substance that some bacteria make in the urine. ${strip}`,
  },
  esterase: {
    name: 'Leukocyte esterase in urine (sign of white cells)',
    says: `Looks for a substance from white blood cells in the urine. ${strip}`,
  },
  urobilinogen: {
    name: 'Urobilinogen in urine',
    says: `Looks for a substance left over from bilirubin. A little is usual. ${strip}`,
  },
  whiteCells: {
    name: 'White blood cells in urine',
    says: `Looks for cells that fight infection. ${microscope}`,
  },
  redCells: {
    name: 'Red blood cells in urine',
    says: `Looks for red blood cells in the urine. ${microscope}`,
  },
  skinCells: {
    name: 'Surface cells in urine (epithelial cells)',
    says: `Cells from the skin and the lining of the urinary tract. ${microscope}`,
  },
  bacteria: {
    name: 'Bacteria in urine',
    says: `Looks for bacteria in the urine. Some can come from the skin. ${microscope}`,
  },
  casts: {
    name: 'Casts in urine',
    says: `Tiny tube-shaped bits that form in the kidneys. A few can be usual. ${microscope}`,
  },
  mucus: { name: 'Mucus in urine', says: `Threads of mucus from the urinary tract. ${microscope}` },
  sediment: {
    name: 'Urine under the microscope',
    says: 'Describes what was seen when the urine was looked at under a microscope.',
  },
};
