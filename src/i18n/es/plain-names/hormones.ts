import type { PlainTexts } from '#i18n/plain-name.ts';

/** Tiroides, otras hormonas y embarazo. */
export const hormones: PlainTexts<'hormones'> = {
  thyroidPanel: {
    name: 'Análisis de la tiroides',
    says: 'Análisis que muestran cómo trabaja la tiroides, una glándula del cuello.',
  },
  tsh: {
    name: 'Hormona que estimula la tiroides (TSH)',
    says: 'Mide la hormona que le indica a la tiroides cuánto trabajar. Suele ser la primera revisión de la tiroides.',
  },
  freeT4: {
    name: 'Hormona tiroidea T4 libre',
    says: 'Mide la parte de la hormona tiroidea T4 que el cuerpo puede usar enseguida.',
  },
  totalT4: { name: 'Hormona tiroidea T4 total', says: 'Mide toda la hormona tiroidea T4 en la sangre.' },
  freeT3: {
    name: 'Hormona tiroidea T3 libre',
    says: 'Mide la parte de la hormona tiroidea T3 que el cuerpo puede usar enseguida.',
  },
  totalT3: { name: 'Hormona tiroidea T3 total', says: 'Mide toda la hormona tiroidea T3 en la sangre.' },
  peroxidase: {
    name: 'Anticuerpos de la tiroides (TPO)',
    says: 'Busca anticuerpos contra la tiroides. Ayuda a saber por qué la tiroides trabaja como lo hace.',
  },
  thyroglobulinAntibody: {
    name: 'Anticuerpos de la tiroides (tiroglobulina)',
    says: 'Busca anticuerpos contra una proteína que produce la tiroides.',
  },
  thyroglobulin: {
    name: 'Tiroglobulina (proteína de la tiroides)',
    says: 'Mide una proteína que produce la tiroides. A menudo se usa para el seguimiento después de un tratamiento de la tiroides.',
  },
  cortisol: {
    name: 'Cortisol (hormona del estrés)',
    says: 'Mide una hormona que ayuda al cuerpo a manejar el estrés. Cambia durante el día.',
  },
  cortisolMorning: {
    name: 'Cortisol (hormona del estrés), por la mañana',
    says: 'Mide una hormona que ayuda al cuerpo a manejar el estrés. Suele ser más alta por la mañana.',
  },
  acth: {
    name: 'ACTH (hormona que impulsa el cortisol)',
    says: 'Mide la hormona que les indica a las glándulas suprarrenales producir cortisol.',
  },
  prolactin: {
    name: 'Prolactina (hormona de la leche)',
    says: 'Mide la hormona que ayuda a los senos a producir leche. Los hombres también la tienen.',
  },
  fsh: {
    name: 'Hormona estimulante del folículo (FSH)',
    says: 'Mide una hormona que guía los ovarios o los testículos. Cambia con la edad y con el ciclo menstrual.',
  },
  lh: {
    name: 'Hormona luteinizante (LH)',
    says: 'Mide una hormona que guía los ovarios o los testículos. Cambia con la edad y con el ciclo menstrual.',
  },
  estradiol: {
    name: 'Estradiol (una forma de estrógeno)',
    says: 'Mide la forma principal de la hormona estrógeno.',
  },
  progesterone: {
    name: 'Progesterona',
    says: 'Mide una hormona que participa en el ciclo menstrual y en el embarazo.',
  },
  testosterone: {
    name: 'Testosterona total',
    says: 'Mide toda la hormona testosterona en la sangre. Hombres y mujeres la tienen, en cantidades distintas.',
  },
  testosteroneFree: {
    name: 'Testosterona libre',
    says: 'Mide la parte de la hormona testosterona que el cuerpo puede usar enseguida.',
  },
  bindingGlobulin: {
    name: 'Proteína que lleva hormonas sexuales (SHBG)',
    says: 'Mide una proteína que lleva las hormonas sexuales en la sangre.',
  },
  dhea: {
    name: 'DHEA sulfato (hormona suprarrenal)',
    says: 'Mide una hormona que producen las glándulas suprarrenales, sobre los riñones.',
  },
  igf: {
    name: 'IGF-1 (factor de crecimiento)',
    says: 'Mide una sustancia que refleja cuánta hormona de crecimiento produce el cuerpo.',
  },
  aldosterone: {
    name: 'Aldosterona (hormona de la sal)',
    says: 'Mide una hormona que controla la sal y el agua en el cuerpo. Participa en la presión arterial.',
  },
  hydroxyprogesterone: {
    name: '17-hidroxiprogesterona',
    says: 'Mide una sustancia con la que se forman hormonas suprarrenales. Es parte de revisiones de recién nacidos y de hormonas.',
  },
  antiMullerian: {
    name: 'Hormona antimülleriana (AMH)',
    says: 'Mide una hormona que producen los folículos de los ovarios. Da una idea de cuántos óvulos quedan.',
  },
  hcg: {
    name: 'Hormona del embarazo (hCG), cantidad',
    says: 'Mide la hormona que se produce en el embarazo. También tiene algunos otros usos.',
  },
  hcgPresence: {
    name: 'Hormona del embarazo (hCG)',
    says: 'Busca la hormona que se produce en el embarazo.',
  },
  pregnancyUrine: {
    name: 'Prueba de embarazo en orina',
    says: 'Busca en la orina la hormona que se produce en el embarazo.',
  },
};
