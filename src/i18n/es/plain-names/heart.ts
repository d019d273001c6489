import type { PlainTexts } from '#i18n/plain-name.ts';

const antibodies = 'Grupo de anticuerpos, proteínas de las defensas del cuerpo contra gérmenes.';
const marker =
  'Mide una sustancia que algunos tumores, y también otras afecciones, pueden subir. Un resultado solo no muestra cáncer.';
const lightChains =
  'Mide pedazos de anticuerpos en la sangre. Se usa para estudiar las células que producen anticuerpos.';

/** Corazón y pulmones, inflamación y defensas del cuerpo, marcadores tumorales. */
export const heart: PlainTexts<'heart'> = {
  troponin: {
    name: 'Troponina (proteína del músculo del corazón)',
    says: 'Mide una proteína que el músculo del corazón libera cuando se esfuerza mucho o se lastima.',
  },
  creatineKinase: {
    name: 'Creatina cinasa (CK, enzima de los músculos)',
    says: 'Mide una enzima de los músculos. El ejercicio fuerte, algunos medicamentos y las lesiones la suben.',
  },
  ckMb: {
    name: 'CK-MB (enzima del músculo del corazón)',
    says: 'Mide la forma de la enzima CK que viene sobre todo del músculo del corazón.',
  },
  ckRatio: {
    name: 'CK comparada con CK-MB',
    says: 'Compara dos formas de una enzima de los músculos, una de ellas sobre todo del corazón.',
  },
  bnp: {
    name: 'BNP (esfuerzo del corazón)',
    says: 'Mide una sustancia que el corazón produce cuando tiene que trabajar más. Se usa para ver si hay insuficiencia cardíaca y seguirla.',
  },
  myoglobin: {
    name: 'Mioglobina (proteína de los músculos)',
    says: 'Mide una proteína que los músculos liberan cuando se lastiman.',
  },
  crpSensitive: {
    name: 'Proteína C reactiva (PCR), prueba sensible',
    says: 'Mide cantidades muy pequeñas de una proteína que sube con la inflamación. Ayuda a valorar el riesgo para el corazón.',
  },
  crp: {
    name: 'Proteína C reactiva (PCR, signo de inflamación)',
    says: 'Mide una proteína que sube cuando hay inflamación o infección en alguna parte del cuerpo.',
  },
  procalcitonin: {
    name: 'Procalcitonina (signo de infección)',
    says: 'Mide una sustancia que a menudo sube con las infecciones por bacterias.',
  },
  antinuclear: {
    name: 'Anticuerpos antinucleares (ANA)',
    says: 'Busca anticuerpos contra las propias células del cuerpo. Muchas personas sanas tienen algunos.',
  },
  rheumatoid: {
    name: 'Factor reumatoide',
    says: 'Busca un anticuerpo que tienen algunas personas con enfermedad de las articulaciones, y algunas personas sanas.',
  },
  ccp: {
    name: 'Anticuerpos CCP (revisión de articulaciones)',
    says: 'Busca anticuerpos que tienen algunas personas con enfermedad de las articulaciones.',
  },
  dnaAntibody: {
    name: 'Anticuerpos contra el ADN',
    says: 'Busca anticuerpos contra el ADN, que es parte de cada célula. Ayuda a revisar el sistema inmunitario.',
  },
  complement: {
    name: 'Complemento (proteínas de defensa)',
    says: 'Mide proteínas que ayudan al sistema inmunitario. Se pueden gastar cuando está muy activo.',
  },
  immunoglobulinA: {
    name: 'Anticuerpos de tipo A (IgA)',
    says: `${antibodies} Este tipo protege la boca, el intestino y las vías respiratorias.`,
  },
  immunoglobulinG: {
    name: 'Anticuerpos de tipo G (IgG)',
    says: `${antibodies} Este tipo es el más común en la sangre.`,
  },
  immunoglobulinM: {
    name: 'Anticuerpos de tipo M (IgM)',
    says: `${antibodies} Este tipo aparece primero cuando un germen es nuevo.`,
  },
  immunoglobulinE: {
    name: 'Anticuerpos de tipo E (IgE)',
    says: `${antibodies} Este tipo participa en las alergias.`,
  },
  celiac: {
    name: 'Revisión de enfermedad celíaca (tTG IgA)',
    says: 'Busca anticuerpos que aparecen cuando el gluten, una proteína del trigo, irrita el intestino.',
  },
  calprotectin: {
    name: 'Calprotectina en heces (inflamación del intestino)',
    says: 'Mide en las heces una proteína que sube con la inflamación del intestino.',
  },
  psa: {
    name: 'PSA (proteína de la próstata)',
    says: 'Mide una proteína que produce la próstata. La edad, una infección y una próstata grande también la suben.',
  },
  psaFree: {
    name: 'PSA (proteína de la próstata), parte libre',
    says: 'Mide la parte de la proteína PSA de la próstata que no está unida. Se compara con el total.',
  },
  cea: { name: 'CEA (marcador tumoral)', says: marker },
  ca125: { name: 'CA 125 (marcador tumoral)', says: marker },
  ca199: { name: 'CA 19-9 (marcador tumoral)', says: marker },
  ca153: { name: 'CA 15-3 (marcador tumoral)', says: marker },
  alphaFetoprotein: {
    name: 'Alfafetoproteína (AFP)',
    says: 'Mide una proteína que producen los bebés antes de nacer y el hígado. Se revisa en el embarazo y como marcador tumoral.',
  },
  monoclonal: {
    name: 'Proteína monoclonal (proteína M)',
    says: 'Mide un anticuerpo que se produce en muchas copias iguales. Se usa para estudiar las células que producen anticuerpos.',
  },
  kappa: { name: 'Cadenas ligeras kappa (pedazos de anticuerpos)', says: lightChains },
  lambda: { name: 'Cadenas ligeras lambda (pedazos de anticuerpos)', says: lightChains },
  kappaLambda: {
    name: 'Cadenas ligeras kappa comparadas con lambda',
    says: 'Compara dos tipos de pedazos de anticuerpos en la sangre.',
  },
  betaMicroglobulin: {
    name: 'Beta-2 microglobulina',
    says: 'Mide una proteína pequeña de la superficie de muchas células. Se usa para seguir algunas afecciones de la sangre.',
  },
  ejectionFraction: {
    name: 'Fuerza de bombeo del corazón (fracción de eyección)',
    says: 'Muestra cuánta sangre de la cámara izquierda del corazón sale con cada latido, en porcentaje.',
  },
  ecg: {
    name: 'Trazado del corazón (electrocardiograma, ECG)',
    says: 'Registro de las señales eléctricas del corazón.',
  },
  ecgFinding: {
    name: 'Lo que muestra el electrocardiograma (ECG)',
    says: 'La lectura que un profesional o una máquina hizo de las señales registradas del corazón.',
  },
  echo: {
    name: 'Ultrasonido del corazón (ecocardiograma)',
    says: 'Imágenes del corazón latiendo hechas con ondas de sonido. Muestran sus cámaras, válvulas y bombeo.',
  },
  walk: {
    name: 'Caminata de seis minutos',
    says: 'Cuánto puede caminar una persona en seis minutos. Muestra cómo responden el corazón y los pulmones al esfuerzo.',
  },
  fvc: {
    name: 'Todo el aire que se sopla (FVC)',
    says: 'Cuánto aire se puede soplar después de respirar hondo. Es parte de una prueba de los pulmones.',
  },
  fev1: {
    name: 'Aire que se sopla en un segundo (FEV1)',
    says: 'Cuánto aire se puede soplar en el primer segundo. Es parte de una prueba de los pulmones.',
  },
  fevRatio: {
    name: 'Parte del aire en el primer segundo (FEV1/FVC)',
    says: 'Compara el aire soplado en el primer segundo con el total. Muestra qué tan libre pasa el aire.',
  },
};
