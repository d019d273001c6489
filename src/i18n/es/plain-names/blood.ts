import type { PlainTexts } from '#i18n/plain-name.ts';

const neutrophils = 'Los glóbulos blancos más comunes. Combaten gérmenes, sobre todo bacterias.';
const lymphocytes = 'Glóbulos blancos que combaten virus y producen anticuerpos.';
const monocytes = 'Glóbulos blancos que eliminan gérmenes y células viejas.';
const eosinophils = 'Glóbulos blancos que participan en las alergias y combaten parásitos.';
const basophils = 'Los glóbulos blancos menos comunes. Participan en las reacciones alérgicas.';
const immature =
  'Glóbulos blancos jóvenes que no han terminado de crecer. La mayoría suele quedarse en la médula ósea.';
const nucleated =
  'Glóbulos rojos jóvenes que aún tienen núcleo. En los adultos suelen quedarse en la médula ósea.';
const reticulocytes =
  'Glóbulos rojos jóvenes. Muestran cuántos glóbulos rojos nuevos produce la médula ósea.';
const share = 'Aquí es su parte de todos los glóbulos blancos, en porcentaje.';
const redShare = 'Aquí se da en porcentaje.';

/** Hemograma, hierro y anemia, coagulación, banco de sangre. */
export const blood: PlainTexts<'blood'> = {
  bloodCount: {
    name: 'Hemograma completo (conteo de células de la sangre)',
    says: 'Cuenta las células de la sangre: glóbulos rojos, glóbulos blancos y plaquetas. Es uno de los análisis más comunes.',
  },
  whiteCells: {
    name: 'Glóbulos blancos',
    says: 'Cuenta las células que combaten infecciones. El número puede cambiar con infecciones, medicamentos y otras cosas.',
  },
  redCells: { name: 'Glóbulos rojos', says: 'Cuenta las células que llevan oxígeno por el cuerpo.' },
  hemoglobin: {
    name: 'Hemoglobina (lleva oxígeno en los glóbulos rojos)',
    says: 'Mide la proteína de los glóbulos rojos que lleva el oxígeno. Se usa para ver si hay anemia.',
  },
  hematocrit: {
    name: 'Hematocrito (parte de glóbulos rojos en la sangre)',
    says: 'Muestra qué parte de la sangre son glóbulos rojos. Se usa para ver si hay anemia y otras afecciones.',
  },
  mcv: {
    name: 'Tamaño promedio de los glóbulos rojos (VCM)',
    says: 'Muestra qué tan grandes son los glóbulos rojos en promedio.',
  },
  mch: {
    name: 'Hemoglobina en cada glóbulo rojo (HCM)',
    says: 'Muestra cuánta hemoglobina, que lleva el oxígeno, tiene un glóbulo rojo en promedio.',
  },
  mchc: {
    name: 'Concentración de hemoglobina en glóbulos rojos (CHCM)',
    says: 'Muestra qué tan llenos están los glóbulos rojos de hemoglobina, que lleva el oxígeno.',
  },
  rdw: {
    name: 'Variación del tamaño de los glóbulos rojos (RDW)',
    says: 'Muestra cuánto se diferencian en tamaño los glóbulos rojos.',
  },
  platelets: {
    name: 'Plaquetas (células de la coagulación)',
    says: 'Cuenta las células pequeñas que ayudan a que la sangre coagule y a detener sangrados.',
  },
  plateletSize: {
    name: 'Tamaño promedio de las plaquetas (VPM)',
    says: 'Muestra qué tan grandes son en promedio las plaquetas, las células de la coagulación.',
  },
  plateletWidth: {
    name: 'Variación del tamaño de las plaquetas (PDW)',
    says: 'Muestra cuánto se diferencian en tamaño las plaquetas, las células de la coagulación.',
  },
  plateletLook: {
    name: 'Plaquetas vistas al microscopio',
    says: 'Describe cómo se ven al microscopio las plaquetas, las células de la coagulación.',
  },
  redCellLook: {
    name: 'Glóbulos rojos vistos al microscopio',
    says: 'Describe el tamaño, la forma o el color de los glóbulos rojos al microscopio.',
  },
  neutrophils: { name: 'Neutrófilos (glóbulos blancos contra gérmenes)', says: neutrophils },
  neutrophilsShare: {
    name: 'Neutrófilos, parte de los glóbulos blancos',
    says: `${neutrophils} ${share}`,
  },
  bands: {
    name: 'Neutrófilos jóvenes (bandas)',
    says: `Glóbulos blancos jóvenes que combaten gérmenes. ${share}`,
  },
  lymphocytes: { name: 'Linfocitos (glóbulos blancos contra virus)', says: lymphocytes },
  lymphocytesShare: {
    name: 'Linfocitos, parte de los glóbulos blancos',
    says: `${lymphocytes} ${share}`,
  },
  lymphocytesVariant: {
    name: 'Linfocitos de aspecto distinto, parte de los blancos',
    says: `Glóbulos blancos que se ven distintos, a menudo porque combaten un virus. ${share}`,
  },
  monocytes: { name: 'Monocitos (glóbulos blancos que limpian)', says: monocytes },
  monocytesShare: { name: 'Monocitos, parte de los glóbulos blancos', says: `${monocytes} ${share}` },
  eosinophils: { name: 'Eosinófilos (glóbulos blancos de las alergias)', says: eosinophils },
  eosinophilsShare: {
    name: 'Eosinófilos, parte de los glóbulos blancos',
    says: `${eosinophils} ${share}`,
  },
  basophils: { name: 'Basófilos (glóbulos blancos poco comunes)', says: basophils },
  basophilsShare: { name: 'Basófilos, parte de los glóbulos blancos', says: `${basophils} ${share}` },
  immature: { name: 'Glóbulos blancos jóvenes (granulocitos inmaduros)', says: immature },
  immatureShare: {
    name: 'Glóbulos blancos jóvenes, parte de los blancos',
    says: `${immature} ${share}`,
  },
  nucleated: { name: 'Glóbulos rojos jóvenes con núcleo', says: nucleated },
  nucleatedShare: {
    name: 'Glóbulos rojos jóvenes con núcleo, porcentaje',
    says: `${nucleated} ${redShare}`,
  },
  reticulocytes: { name: 'Glóbulos rojos nuevos (reticulocitos)', says: reticulocytes },
  reticulocytesShare: {
    name: 'Glóbulos rojos nuevos (reticulocitos), porcentaje',
    says: `${reticulocytes} ${redShare}`,
  },
  sedimentation: {
    name: 'Velocidad de sedimentación (signo de inflamación)',
    says: 'Mide qué tan rápido bajan los glóbulos rojos en un tubo. Puede subir cuando hay inflamación en alguna parte del cuerpo.',
  },
  ironPanel: {
    name: 'Análisis del hierro',
    says: 'Grupo de análisis que muestran cuánto hierro lleva la sangre y cómo lo lleva.',
  },
  iron: {
    name: 'Hierro en la sangre',
    says: 'Mide el hierro en la sangre. El cuerpo lo necesita para producir glóbulos rojos.',
  },
  ironCapacity: {
    name: 'Cuánto hierro puede llevar la sangre',
    says: 'Mide cuánto hierro podría llevar la sangre. Se lee junto con otros análisis del hierro.',
  },
  ironSaturation: {
    name: 'Parte ocupada de lo que lleva el hierro',
    says: 'Muestra qué parte de la capacidad de la sangre para llevar hierro está ocupada, en porcentaje.',
  },
  ferritin: {
    name: 'Ferritina (hierro guardado)',
    says: 'Muestra cuánto hierro tiene guardado el cuerpo. También puede subir con la inflamación.',
  },
  transferrin: {
    name: 'Transferrina (lleva el hierro)',
    says: 'Mide la proteína que lleva el hierro en la sangre.',
  },
  b12: {
    name: 'Vitamina B12',
    says: 'Mide la vitamina B12, que el cuerpo necesita para la sangre y los nervios.',
  },
  folate: {
    name: 'Folato (vitamina B9)',
    says: 'Mide el folato, una vitamina que el cuerpo necesita para producir células de la sangre.',
  },
  folateRedCells: {
    name: 'Folato (vitamina B9) en los glóbulos rojos',
    says: 'Mide el folato dentro de los glóbulos rojos. Refleja lo recibido en los últimos meses.',
  },
  methylmalonic: {
    name: 'Ácido metilmalónico (revisa la vitamina B12)',
    says: 'Mide una sustancia que se acumula cuando falta vitamina B12. Los riñones también pueden cambiarla.',
  },
  homocysteine: {
    name: 'Homocisteína',
    says: 'Mide una sustancia que el cuerpo descompone con ayuda de las vitaminas B.',
  },
  haptoglobin: {
    name: 'Haptoglobina',
    says: 'Mide una proteína que se une a la hemoglobina liberada. Ayuda a ver si los glóbulos rojos se están rompiendo.',
  },
  erythropoietin: {
    name: 'Eritropoyetina (hormona de los glóbulos rojos)',
    says: 'Mide una hormona de los riñones que le indica a la médula ósea producir glóbulos rojos.',
  },
  antiglobulin: {
    name: 'Anticuerpos en los glóbulos rojos (Coombs)',
    says: 'Busca anticuerpos pegados a los glóbulos rojos.',
  },
  prothrombinTime: {
    name: 'Tiempo de coagulación (tiempo de protrombina, TP)',
    says: 'Mide cuánto tarda la sangre en coagular. Se usa para seguir algunos anticoagulantes y revisar el hígado.',
  },
  inr: {
    name: 'Tiempo de coagulación, valor comparable (INR)',
    says: 'Mide cuánto tarda la sangre en coagular, de modo que se pueda comparar entre laboratorios. Se usa para seguir la warfarina.',
  },
  prothrombinPanel: {
    name: 'Tiempo de coagulación (TP e INR)',
    says: 'Mide cuánto tarda la sangre en coagular. Se usa para seguir algunos anticoagulantes.',
  },
  aptt: {
    name: 'Tiempo de coagulación (TTPa)',
    says: 'Mide cuánto tarda la sangre en coagular, de otra manera que el TP. Se usa para seguir la heparina y estudiar sangrados.',
  },
  fibrinogen: {
    name: 'Fibrinógeno (proteína de la coagulación)',
    says: 'Mide una proteína que la sangre necesita para formar coágulos.',
  },
  dDimer: {
    name: 'Dímero D (restos de coágulos)',
    says: 'Mide pedacitos que quedan cuando un coágulo se deshace. Muchas cosas pueden subirlo, no solo los coágulos.',
  },
  thrombinTime: {
    name: 'Tiempo de trombina (coagulación)',
    says: 'Mide cuánto tarda el último paso de la coagulación.',
  },
  factorEight: {
    name: 'Factor VIII de la coagulación',
    says: 'Mide qué tan bien funciona una de las proteínas que hacen coagular la sangre.',
  },
  heparin: {
    name: 'Nivel de heparina (anticoagulante)',
    says: 'Mide el efecto del anticoagulante heparina, para ayudar a ajustar la dosis.',
  },
  antithrombin: {
    name: 'Antitrombina',
    says: 'Mide una proteína que evita que la sangre coagule con demasiada facilidad.',
  },
  bloodGroup: {
    name: 'Grupo sanguíneo con Rh',
    says: 'Muestra el grupo sanguíneo: A, B, AB u O, con Rh positivo o negativo.',
  },
  aboGroup: {
    name: 'Grupo sanguíneo (A, B, AB u O)',
    says: 'Muestra a cuál de los grupos sanguíneos principales pertenece la sangre.',
  },
  rhType: {
    name: 'Factor Rh (positivo o negativo)',
    says: 'Muestra si los glóbulos rojos tienen el factor Rh.',
  },
  antibodyScreen: {
    name: 'Búsqueda de anticuerpos de grupos sanguíneos',
    says: 'Busca anticuerpos contra glóbulos rojos. Se hace antes de una transfusión y en el embarazo.',
  },
  newbornScreening: {
    name: 'Pruebas de detección en el recién nacido',
    says: 'Grupo de análisis con unas gotas de sangre de cada recién nacido, para encontrar a tiempo afecciones poco comunes.',
  },
};
