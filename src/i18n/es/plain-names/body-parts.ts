import type { ConceptTexts } from '#i18n/plain-name.ts';

export const bodyParts: ConceptTexts<'bodyParts'> = {
  reflux: { name: 'Reflujo ácido', says: 'El ácido del estómago sube al esófago y a menudo arde.' },
  irritableBowel: {
    name: 'Intestino irritable',
    says: 'Dolor de barriga con heces sueltas o duras que vuelve, sin daño del intestino.',
  },
  constipation: { name: 'Estreñimiento', says: 'Las heces son duras o poco frecuentes.' },
  gallstones: {
    name: 'Cálculos en la vesícula',
    says: 'Se han formado piedras pequeñas en la vesícula biliar.',
  },
  celiac: {
    name: 'Enfermedad celíaca (sin gluten)',
    says: 'El gluten, una parte del trigo y otros granos, inflama el intestino.',
  },
  crohn: {
    name: 'Enfermedad de Crohn',
    says: 'Una inflamación duradera que puede estar en cualquier parte del intestino.',
  },
  ulcerativeColitis: {
    name: 'Colitis ulcerosa',
    says: 'Una inflamación duradera de la capa interior del intestino grueso.',
  },
  fattyLiver: { name: 'Hígado graso', says: 'El hígado tiene más grasa de lo saludable.' },
  hemorrhoids: { name: 'Hemorroides', says: 'Venas hinchadas en el ano.' },
  appendicitis: {
    name: 'Apendicitis',
    says: 'El apéndice, una pequeña parte del intestino, está inflamado.',
  },
  colonPolyp: {
    name: 'Pólipo en el intestino grueso',
    says: 'Un pequeño bulto en el interior del intestino grueso. La mayoría no hace daño.',
  },
  kidneyStone: { name: 'Piedra en el riñón', says: 'Se ha formado una piedra dura en un riñón.' },
  prostateEnlarged: {
    name: 'Próstata agrandada',
    says: 'La próstata, una glándula debajo de la vejiga, ha crecido. No es cáncer.',
  },
  osteoporosis: {
    name: 'Osteoporosis (huesos débiles)',
    says: 'Los huesos se han vuelto más delgados y se rompen con más facilidad.',
  },
  osteoarthritis: {
    name: 'Articulaciones gastadas (artrosis)',
    says: 'La capa lisa de una articulación se ha gastado; puede doler y ponerse rígida.',
  },
  kneeArthritis: {
    name: 'Rodilla gastada (artrosis)',
    says: 'La capa lisa de la rodilla se ha gastado; puede doler y ponerse rígida.',
  },
  hipArthritis: {
    name: 'Cadera gastada (artrosis)',
    says: 'La capa lisa de la cadera se ha gastado; puede doler y ponerse rígida.',
  },
  rheumatoid: {
    name: 'Artritis reumatoide',
    says: 'Las defensas del propio cuerpo inflaman las articulaciones.',
  },
  gout: {
    name: 'Gota',
    says: 'Unos cristales de ácido úrico inflaman una articulación, a menudo la del dedo gordo del pie.',
  },
  fibromyalgia: {
    name: 'Fibromialgia',
    says: 'Dolor duradero en muchos músculos, casi siempre con cansancio y mal sueño.',
  },
  lowBackPain: {
    name: 'Dolor en la parte baja de la espalda',
    says: 'Dolor en la zona inferior de la espalda.',
  },
  backPain: { name: 'Dolor de espalda', says: 'Dolor en la espalda.' },
  neckPain: { name: 'Dolor de cuello', says: 'Dolor en el cuello.' },
  sciatica: {
    name: 'Dolor que baja por la pierna (ciática)',
    says: 'Un nervio presionado causa un dolor que va de la espalda a la pierna.',
  },
  rotatorCuff: { name: 'Tendón del hombro roto', says: 'Un tendón que mueve y sujeta el hombro está roto.' },
  carpalTunnel: {
    name: 'Nervio presionado en la muñeca (túnel carpiano)',
    says: 'Un nervio está presionado en la muñeca, y la mano hormiguea o se duerme.',
  },
  ankleSprain: {
    name: 'Esguince de tobillo',
    says: 'Los ligamentos que sujetan el tobillo se han estirado o roto.',
  },
  concussion: { name: 'Conmoción cerebral', says: 'Un golpe en la cabeza ha sacudido el cerebro.' },
  hipFracture: { name: 'Cadera rota', says: 'El hueso del muslo está roto cerca de la cadera.' },
  eczema: { name: 'Eccema', says: 'La piel está seca, pica y se inflama de vez en cuando.' },
  psoriasis: { name: 'Psoriasis', says: 'La piel se renueva demasiado rápido: manchas rojas con escamas.' },
  acne: { name: 'Acné', says: 'Poros de la piel tapados e inflamados.' },
  hives: { name: 'Urticaria (ronchas)', says: 'Ronchas en la piel que pican, aparecen y desaparecen.' },
  glaucoma: {
    name: 'Glaucoma',
    says: 'Una enfermedad del nervio del ojo, a menudo con demasiada presión dentro del ojo.',
  },
  cataract: { name: 'Catarata', says: 'El lente natural del ojo se ha puesto turbio.' },
  pinkEye: { name: 'Ojo rojo (conjuntivitis)', says: 'La capa exterior del ojo está inflamada.' },
  hearingLoss: { name: 'Pérdida de audición', says: 'La persona oye menos que antes.' },
  pregnancy: { name: 'Embarazo', says: 'Un embarazo y la atención que lo acompaña.' },
  endometriosis: {
    name: 'Endometriosis',
    says: 'Un tejido como el que cubre el útero por dentro crece fuera de él y puede causar dolor.',
  },
  polycysticOvary: {
    name: 'Ovarios poliquísticos',
    says: 'Hormonas fuera de equilibrio, con muchos folículos pequeños en los ovarios.',
  },
  newbornJaundice: {
    name: 'Piel amarilla del recién nacido (ictericia)',
    says: 'Se ha acumulado un pigmento amarillo en la sangre del recién nacido. Suele pasar en unos días.',
  },
  slowGrowth: {
    name: 'Niño que sube poco de peso',
    says: 'El peso del niño aumenta más despacio de lo esperado.',
  },
  peanutAllergy: {
    name: 'Alergia al maní (cacahuate)',
    says: 'Las defensas del cuerpo reaccionan al maní. Incluso un poco puede causar una reacción grave.',
  },
};
