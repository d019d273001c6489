import type { PlainTexts } from '#i18n/plain-name.ts';

/** Imágenes, exámenes e informes escritos. */
export const imaging: PlainTexts<'imaging'> = {
  chestXray: {
    name: 'Radiografía de tórax (pecho)',
    says: 'Imagen de rayos X del pecho. Muestra los pulmones, el corazón y las costillas.',
  },
  ankleXray: {
    name: 'Radiografía de tobillo',
    says: 'Imagen de rayos X de los huesos del tobillo.',
  },
  mammogram: {
    name: 'Mamografía de detección',
    says: 'Imágenes de rayos X de los senos, para encontrar cambios a tiempo.',
  },
  chestCt: {
    name: 'Tomografía de tórax (pecho)',
    says: 'Imágenes detalladas de rayos X del pecho, armadas por una computadora.',
  },
  kidneyUltrasound: {
    name: 'Ultrasonido de los riñones',
    says: 'Imágenes de los riñones hechas con ondas de sonido.',
  },
  boneAge: {
    name: 'Radiografía de edad ósea',
    says: 'Imagen de rayos X que muestra cuánto han crecido los huesos de un niño, comparado con su edad.',
  },
  boneDensity: {
    name: 'Densidad de los huesos (DXA)',
    says: 'Imagen con pocos rayos X que muestra qué tan densos son los huesos.',
  },
  boneTScore: {
    name: 'Huesos comparados con adultos jóvenes (T)',
    says: 'Compara la densidad de los huesos con la de adultos jóvenes sanos.',
  },
  boneZScore: {
    name: 'Huesos comparados con la misma edad (Z)',
    says: 'Compara la densidad de los huesos con la de personas de la misma edad y sexo.',
  },
  cervicalCytology: {
    name: 'Papanicolaou (células del cuello uterino)',
    says: 'Se miran al microscopio células del cuello uterino, para encontrar cambios a tiempo.',
  },
  breastExam: { name: 'Examen de los senos', says: 'Lo que se encontró al mirar y palpar los senos.' },
  prostateExam: { name: 'Examen de la próstata', says: 'Lo que se encontró al palpar la próstata.' },
  footExam: { name: 'Examen de los pies', says: 'Lo que se encontró al mirar y palpar los pies.' },
  eyeExam: { name: 'Examen de los ojos', says: 'Lo que se encontró al mirar los ojos.' },
  pathology: {
    name: 'Informe de patología (tejido o células)',
    says: 'Informe sobre tejido o células que se miraron al microscopio.',
  },
  imagingReport: {
    name: 'Informe de imágenes',
    says: 'Informe escrito sobre imágenes como radiografías, ultrasonidos o tomografías.',
  },
  laboratoryReport: {
    name: 'Informe de laboratorio',
    says: 'Informe escrito de análisis de laboratorio.',
  },
  consultation: {
    name: 'Nota de interconsulta',
    says: 'Nota de un especialista a quien se le pidió su opinión.',
  },
  discharge: {
    name: 'Resumen de alta (fin de una hospitalización)',
    says: 'Resume una hospitalización: por qué, qué se hizo y qué sigue.',
  },
  history: {
    name: 'Historia clínica y examen físico',
    says: 'Nota sobre lo que contó la persona, su salud pasada y lo que se encontró en el examen.',
  },
  operation: {
    name: 'Nota de operación',
    says: 'Describe una operación: qué se hizo, cómo y qué se encontró.',
  },
  procedure: {
    name: 'Nota de procedimiento',
    says: 'Describe un procedimiento: qué se hizo, cómo y qué se encontró.',
  },
  progress: {
    name: 'Nota de evolución (nota de la consulta)',
    says: 'Nota sobre cómo van las cosas, escrita en una consulta o durante una hospitalización.',
  },
  referral: {
    name: 'Carta de referencia',
    says: 'Carta que pide a otro profesional que atienda a la persona.',
  },
  nurse: { name: 'Nota de enfermería', says: 'Nota escrita por personal de enfermería.' },
  telephone: { name: 'Nota telefónica', says: 'Nota sobre una llamada telefónica.' },
  emergency: {
    name: 'Nota de la sala de emergencias',
    says: 'Nota sobre la atención que se dio en una sala de emergencias.',
  },
  directive: {
    name: 'Voluntad anticipada (deseos de atención futura)',
    says: 'Dice qué atención quiere una persona si no puede hablar por sí misma.',
  },
  episode: {
    name: 'Resumen de atención',
    says: 'Resume en un documento el expediente de una persona o un tiempo de atención.',
  },
  carePlan: {
    name: 'Plan de atención',
    says: 'Describe lo que está planeado: consultas, análisis, tratamientos y objetivos.',
  },
  deathCause: {
    name: 'Causa de muerte',
    says: 'La causa de muerte como está en el certificado de defunción.',
  },
  deathCertificate: { name: 'Certificado de defunción', says: 'El registro oficial de una muerte.' },
};
