import type { PlainTexts } from '#i18n/plain-name.ts';

const urinePart = 'Suele leerse junto con análisis de sangre.';
const salt = 'una sal de la sangre';
const bloodProteins = 'proteínas de la sangre';

/** Sales y minerales, riñones, hígado y páncreas. */
export const chemistry: PlainTexts<'chemistry'> = {
  basicPanel: {
    name: 'Química básica de la sangre (panel metabólico básico)',
    says: 'Grupo de análisis comunes de sangre: azúcar, sales y función de los riñones.',
  },
  completePanel: {
    name: 'Química completa de la sangre (panel metabólico)',
    says: 'Grupo de análisis comunes de sangre: azúcar, sales, proteínas, función de los riñones y del hígado.',
  },
  electrolytePanel: {
    name: 'Sales de la sangre (electrolitos)',
    says: 'Grupo de análisis de las sales de la sangre, como el sodio y el potasio.',
  },
  kidneyPanel: {
    name: 'Análisis de los riñones',
    says: 'Grupo de análisis de sangre que muestran cómo trabajan los riñones.',
  },
  sodium: {
    name: `Sodio (${salt})`,
    says: 'Mide el sodio, una sal que ayuda a mantener la cantidad correcta de agua en el cuerpo.',
  },
  potassium: {
    name: `Potasio (${salt})`,
    says: 'Mide el potasio, una sal que los nervios, los músculos y el corazón necesitan para trabajar.',
  },
  chloride: {
    name: `Cloruro (${salt})`,
    says: 'Mide el cloruro, una sal que ayuda a mantener en equilibrio el agua y los ácidos.',
  },
  carbonDioxide: {
    name: 'Dióxido de carbono en la sangre (equilibrio de ácidos)',
    says: 'Muestra, sobre todo como bicarbonato, qué tan bien mantiene el cuerpo sus ácidos en equilibrio.',
  },
  bicarbonate: {
    name: 'Bicarbonato (equilibrio de ácidos)',
    says: 'Mide el bicarbonato, que mantiene en equilibrio los ácidos del cuerpo.',
  },
  anionGap: {
    name: 'Brecha aniónica (equilibrio de sales y ácidos)',
    says: 'Se calcula con varias sales de la sangre. Ayuda a saber por qué los ácidos están o no en equilibrio.',
  },
  ureaNitrogen: {
    name: 'Nitrógeno ureico (BUN, un desecho)',
    says: 'Mide un desecho que los riñones quitan de la sangre. La comida y los líquidos también lo cambian.',
  },
  creatinine: {
    name: 'Creatinina (un desecho de los músculos)',
    says: 'Mide un desecho que los riñones quitan de la sangre. Muestra qué tan bien filtran los riñones.',
  },
  ureaCreatinine: {
    name: 'Nitrógeno ureico comparado con creatinina',
    says: 'Compara dos desechos de la sangre. Se lee junto con otros análisis de los riñones.',
  },
  calcium: {
    name: 'Calcio en la sangre',
    says: 'Mide el calcio, un mineral que necesitan los huesos, los nervios, los músculos y el corazón.',
  },
  calciumIonized: {
    name: 'Calcio en la sangre, parte libre',
    says: 'Mide el calcio de la sangre que no está unido a proteínas y que el cuerpo puede usar enseguida.',
  },
  phosphate: {
    name: 'Fosfato',
    says: 'Mide el fosfato, un mineral que necesitan los huesos, los músculos y los nervios.',
  },
  magnesium: {
    name: 'Magnesio',
    says: 'Mide el magnesio, un mineral que necesitan los músculos, los nervios y el corazón.',
  },
  uricAcid: {
    name: 'Ácido úrico',
    says: 'Mide un desecho que puede causar gota cuando se acumula demasiado.',
  },
  osmolality: {
    name: 'Qué tan concentrada está la sangre (osmolalidad)',
    says: 'Muestra cuánto hay disuelto en la sangre. Ayuda a revisar el equilibrio de agua y sales.',
  },
  lactate: {
    name: 'Lactato (ácido láctico)',
    says: 'Mide una sustancia que se acumula cuando las células reciben poco oxígeno. El ejercicio fuerte también la sube.',
  },
  protein: { name: 'Proteína en la sangre, total', says: 'Mide juntas todas las proteínas de la sangre.' },
  albumin: {
    name: 'Albúmina (proteína principal de la sangre)',
    says: 'Mide la proteína más común de la sangre, que produce el hígado.',
  },
  globulin: {
    name: `Globulinas (${bloodProteins})`,
    says: 'Mide un grupo de proteínas de la sangre. Los anticuerpos son parte de ellas.',
  },
  albuminGlobulin: {
    name: 'Albúmina comparada con globulinas',
    says: 'Compara los dos grupos principales de proteínas de la sangre.',
  },
  egfr: {
    name: 'Filtración de los riñones, estimada (eGFR)',
    says: 'Estima cuánta sangre limpian los riñones por minuto. Se calcula con un análisis de sangre, la edad y el sexo.',
  },
  cystatin: {
    name: 'Cistatina C (revisión de los riñones)',
    says: 'Mide una proteína que los riñones quitan de la sangre. Muestra qué tan bien filtran los riñones.',
  },
  creatinineClearance: {
    name: 'Eliminación de creatinina por los riñones',
    says: 'Muestra qué tan rápido quitan los riñones de la sangre el desecho creatinina.',
  },
  albuminCreatinine: {
    name: 'Albúmina en orina, comparada con creatinina',
    says: 'Busca pequeñas cantidades de proteína en la orina. Es una revisión temprana de los riñones.',
  },
  albuminUrine: {
    name: 'Albúmina en orina',
    says: 'Busca pequeñas cantidades de proteína en la orina. Es una revisión temprana de los riñones.',
  },
  creatinineUrine: {
    name: 'Creatinina en orina',
    says: 'Mide un desecho en la orina. Otros análisis de orina se comparan con él.',
  },
  proteinUrine: {
    name: 'Proteína en orina, cantidad',
    says: 'Mide la proteína en la orina. Es una revisión de los riñones.',
  },
  proteinDayUrine: {
    name: 'Proteína en orina durante 24 horas',
    says: 'Mide cuánta proteína pasa a la orina en un día entero. Es una revisión de los riñones.',
  },
  proteinCreatinine: {
    name: 'Proteína en orina, comparada con creatinina',
    says: 'Muestra cuánta proteína pasa a la orina. Es una revisión de los riñones.',
  },
  sodiumUrine: {
    name: 'Sodio (sal) en orina',
    says: `Mide cuánto sodio sale del cuerpo en la orina. ${urinePart}`,
  },
  potassiumUrine: {
    name: 'Potasio (sal) en orina',
    says: `Mide cuánto potasio sale del cuerpo en la orina. ${urinePart}`,
  },
  chlorideUrine: {
    name: 'Cloruro (sal) en orina',
    says: `Mide cuánto cloruro sale del cuerpo en la orina. ${urinePart}`,
  },
  osmolalityUrine: {
    name: 'Qué tan concentrada está la orina (osmolalidad)',
    says: `Muestra cuánto hay disuelto en la orina. ${urinePart}`,
  },
  parathyroid: {
    name: 'Hormona paratiroidea (PTH, hormona del calcio)',
    says: 'Mide la hormona que controla el calcio en la sangre y los huesos.',
  },
  liverPanel: {
    name: 'Análisis del hígado',
    says: 'Grupo de análisis de sangre que muestran cómo está el hígado.',
  },
  alt: {
    name: 'ALT (enzima del hígado)',
    says: 'Mide una enzima que está sobre todo en el hígado. Si hay más en la sangre, las células del hígado pueden estar irritadas.',
  },
  ast: {
    name: 'AST (enzima del hígado y los músculos)',
    says: 'Mide una enzima del hígado, los músculos y el corazón. Se lee junto con otros análisis del hígado.',
  },
  alkalinePhosphatase: {
    name: 'Fosfatasa alcalina (enzima del hígado y los huesos)',
    says: 'Mide una enzima del hígado y los huesos. Los niños que están creciendo tienen más.',
  },
  bilirubin: {
    name: 'Bilirrubina total',
    says: 'Mide una sustancia amarilla que queda de los glóbulos rojos viejos. El hígado la elimina.',
  },
  bilirubinDirect: {
    name: 'Bilirrubina ya procesada por el hígado (directa)',
    says: 'Mide la parte de la sustancia amarilla bilirrubina que el hígado ya procesó.',
  },
  bilirubinIndirect: {
    name: 'Bilirrubina aún no procesada (indirecta)',
    says: 'Mide la parte de la sustancia amarilla bilirrubina que el hígado aún no procesa.',
  },
  ggt: {
    name: 'GGT (enzima del hígado y la bilis)',
    says: 'Mide una enzima del hígado y los conductos de la bilis. El alcohol y algunos medicamentos la cambian.',
  },
  ldh: {
    name: 'LDH (enzima de muchos tejidos)',
    says: 'Mide una enzima que se libera cuando se dañan células. No dice cuáles células.',
  },
  lipase: {
    name: 'Lipasa (enzima del páncreas)',
    says: 'Mide una enzima del páncreas que digiere la grasa.',
  },
  amylase: {
    name: 'Amilasa (enzima del páncreas y la saliva)',
    says: 'Mide una enzima del páncreas y de las glándulas de la saliva que digiere el almidón.',
  },
  ammonia: {
    name: 'Amoníaco',
    says: 'Mide un desecho que el hígado normalmente quita de la sangre.',
  },
  antitrypsin: {
    name: 'Alfa-1 antitripsina',
    says: 'Mide una proteína del hígado que protege los pulmones. Algunas personas nacen con poca.',
  },
  ceruloplasmin: {
    name: 'Ceruloplasmina (lleva el cobre)',
    says: 'Mide una proteína del hígado que lleva el cobre en la sangre.',
  },
};
