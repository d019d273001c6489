import type { PlainTexts } from '#i18n/plain-name.ts';

const microscope = 'Se contó o se vio al microscopio.';
const strip = 'Se revisó con una tira reactiva.';

/** Análisis de orina. */
export const urine: PlainTexts<'urine'> = {
  urinalysis: {
    name: 'Análisis de orina',
    says: 'Grupo de revisiones sencillas de la orina. Miran los riñones, el azúcar y signos de infección.',
  },
  color: {
    name: 'Color de la orina',
    says: 'Describe el color de la orina. Los líquidos, la comida y los medicamentos lo cambian.',
  },
  clarity: { name: 'Claridad de la orina', says: 'Describe qué tan clara o turbia se ve la orina.' },
  density: {
    name: 'Qué tan concentrada está la orina (densidad)',
    says: 'Muestra cuánto hay disuelto en la orina. Cambia según cuánto bebe la persona.',
  },
  acidity: {
    name: 'Nivel de ácido (pH) de la orina',
    says: 'Muestra qué tan ácida es la orina. La comida y los medicamentos lo cambian.',
  },
  protein: {
    name: 'Proteína en la orina',
    says: `Busca proteína, que los riñones sanos dejan casi toda en la sangre. ${strip}`,
  },
  glucose: {
    name: 'Azúcar en la orina',
    says: `Busca azúcar, que normalmente no está en la orina. Algunos medicamentos para la diabetes la llevan allí. ${strip}`,
  },
  ketones: {
    name: 'Cetonas en la orina',
    says: `Busca cetonas, que el cuerpo produce cuando usa grasa como energía, como en ayunas. ${strip}`,
  },
  bilirubin: {
    name: 'Bilirrubina en la orina',
    says: `Busca bilirrubina, una sustancia amarilla que el hígado elimina. ${strip}`,
  },
  blood: {
    name: 'Sangre en la orina',
    says: `Busca sangre o su pigmento rojo en la orina. La menstruación puede cambiarlo. ${strip}`,
  },
  redCellsStrip: {
    name: 'Glóbulos rojos en la orina, tira reactiva',
    says: `Busca glóbulos rojos en la orina. ${strip}`,
  },
  nitrite: {
    name: 'Nitrito en la orina (signo de bacterias)',
    says: `Busca una sustancia que algunas bacterias producen en la orina. ${strip}`,
  },
  esterase: {
    name: 'Esterasa en la orina (signo de glóbulos blancos)',
    says: `Busca en la orina una sustancia de los glóbulos blancos. ${strip}`,
  },
  urobilinogen: {
    name: 'Urobilinógeno en la orina',
    says: `Busca una sustancia que queda de la bilirrubina. Un poco es común. ${strip}`,
  },
  whiteCells: {
    name: 'Glóbulos blancos en la orina',
    says: `Busca células que combaten infecciones. ${microscope}`,
  },
  redCells: {
    name: 'Glóbulos rojos en la orina',
    says: `Busca glóbulos rojos en la orina. ${microscope}`,
  },
  skinCells: {
    name: 'Células de superficie en la orina (epiteliales)',
    says: `Células de la piel y del revestimiento de las vías urinarias. ${microscope}`,
  },
  bacteria: {
    name: 'Bacterias en la orina',
    says: `Busca bacterias en la orina. Algunas pueden venir de la piel. ${microscope}`,
  },
  casts: {
    name: 'Cilindros en la orina',
    says: `Pedacitos en forma de tubo que se forman en los riñones. Unos pocos pueden ser comunes. ${microscope}`,
  },
  mucus: { name: 'Moco en la orina', says: `Hilos de moco de las vías urinarias. ${microscope}` },
  sediment: {
    name: 'La orina vista al microscopio',
    says: 'Describe lo que se vio al mirar la orina al microscopio.',
  },
};
