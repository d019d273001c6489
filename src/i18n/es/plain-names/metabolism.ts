import type { PlainTexts } from '#i18n/plain-name.ts';

const glucose = 'Mide el azúcar en la sangre, que el cuerpo usa como energía.';
const a1c =
  'Muestra el promedio del azúcar en la sangre en los últimos 2 a 3 meses. Se usa para ver si hay diabetes y para seguirla.';

/** Azúcar, grasas, vitaminas y metales, gases en la sangre. */
export const metabolism: PlainTexts<'metabolism'> = {
  glucose: { name: 'Azúcar en la sangre (glucosa)', says: `${glucose} Cambia con las comidas.` },
  glucoseFasting: {
    name: 'Azúcar en la sangre, en ayunas',
    says: `${glucose} La sangre se tomó después de algunas horas sin comer.`,
  },
  glucoseFinger: {
    name: 'Azúcar en la sangre, del dedo',
    says: `${glucose} Se revisó una gota de sangre con un medidor o una tira.`,
  },
  glucoseTwoHours: {
    name: 'Azúcar 2 horas después de una bebida con azúcar',
    says: 'Mide el azúcar en la sangre dos horas después de una bebida con 75 gramos de azúcar. Muestra cómo maneja el cuerpo el azúcar.',
  },
  glucoseOneHour: {
    name: 'Azúcar 1 hora después de una bebida con azúcar',
    says: 'Mide el azúcar en la sangre una hora después de una bebida con 50 gramos de azúcar. A menudo se hace en el embarazo.',
  },
  glucoseSpinal: {
    name: 'Azúcar en el líquido de la columna',
    says: 'Mide el azúcar en el líquido que rodea el cerebro y la médula espinal.',
  },
  a1c: { name: 'Promedio de azúcar en la sangre, 2 a 3 meses (A1c)', says: a1c },
  averageGlucose: {
    name: 'Promedio de azúcar en la sangre, calculado de la A1c',
    says: 'El resultado de la A1c convertido en un promedio de azúcar, para compararlo con las lecturas del medidor.',
  },
  cPeptide: {
    name: 'Péptido C (revisión de la insulina)',
    says: 'Muestra cuánta insulina produce el propio cuerpo.',
  },
  insulin: {
    name: 'Insulina',
    says: 'Mide la insulina, la hormona que lleva el azúcar de la sangre a las células.',
  },
  gad: {
    name: 'Anticuerpos GAD (revisión de la diabetes)',
    says: 'Busca anticuerpos contra las células que producen insulina. Ayuda a distinguir los tipos de diabetes.',
  },
  lipidPanel: {
    name: 'Colesterol y otras grasas de la sangre (lípidos)',
    says: 'Grupo de análisis de las grasas de la sangre. Ayudan a valorar el riesgo para el corazón y los vasos sanguíneos.',
  },
  cholesterol: {
    name: 'Colesterol total',
    says: 'Mide todo el colesterol, un tipo de grasa, en la sangre. Se lee junto con el LDL y el HDL.',
  },
  triglycerides: {
    name: 'Triglicéridos (grasas de la sangre)',
    says: 'Mide la grasa más común de la sangre. La comida y el alcohol la cambian.',
  },
  hdl: {
    name: 'Colesterol HDL (“bueno”)',
    says: 'Mide el colesterol que se retira de los vasos sanguíneos.',
  },
  ldl: {
    name: 'Colesterol LDL (“malo”)',
    says: 'Mide el colesterol que se puede acumular en las paredes de los vasos sanguíneos.',
  },
  nonHdl: {
    name: 'Colesterol que no es HDL',
    says: 'Todo el colesterol menos el HDL “bueno”. Ayuda a valorar el riesgo para el corazón y los vasos sanguíneos.',
  },
  vldl: {
    name: 'Colesterol VLDL',
    says: 'Mide el colesterol que va junto con los triglicéridos, otra grasa de la sangre.',
  },
  cholesterolRatio: {
    name: 'Colesterol total comparado con HDL',
    says: 'Compara todo el colesterol con el colesterol HDL “bueno”.',
  },
  ldlHdlRatio: {
    name: 'LDL comparado con HDL',
    says: 'Compara el colesterol LDL “malo” con el HDL “bueno”.',
  },
  lipoproteinA: {
    name: 'Lipoproteína(a) (grasa heredada de la sangre)',
    says: 'Mide una grasa de la sangre que viene de familia. Ayuda a valorar el riesgo para el corazón y los vasos sanguíneos.',
  },
  apoB: {
    name: 'Apolipoproteína B (lleva grasas)',
    says: 'Mide una proteína de las partículas que llevan el LDL y otras grasas en la sangre.',
  },
  apoA: {
    name: 'Apolipoproteína A-I (lleva grasas)',
    says: 'Mide una proteína de las partículas que llevan el colesterol HDL.',
  },
  vitaminD: {
    name: 'Vitamina D',
    says: 'Mide cuánta vitamina D tiene guardada el cuerpo. La necesitan los huesos y los músculos.',
  },
  vitaminDActive: {
    name: 'Vitamina D, forma activa',
    says: 'Mide la forma de la vitamina D que usa el cuerpo. La producen sobre todo los riñones.',
  },
  vitaminA: {
    name: 'Vitamina A',
    says: 'Mide la vitamina A, que necesitan los ojos, la piel y las defensas contra infecciones.',
  },
  zinc: {
    name: 'Zinc',
    says: 'Mide el zinc, un mineral que el cuerpo necesita en pequeñas cantidades para sanar y crecer.',
  },
  copper: {
    name: 'Cobre',
    says: 'Mide el cobre, un mineral que el cuerpo necesita en pequeñas cantidades.',
  },
  lead: {
    name: 'Plomo en la sangre',
    says: 'Mide el plomo, un metal que el cuerpo no necesita. A menudo se revisa en niños pequeños.',
  },
  fasting: {
    name: 'Ayuno antes del análisis',
    says: 'Dice si la persona no había comido antes de la toma de sangre. Algunos resultados dependen de eso.',
  },
  gasPanel: {
    name: 'Gases en la sangre (oxígeno y ácidos)',
    says: 'Grupo de análisis del oxígeno, el dióxido de carbono y los ácidos en sangre de una arteria.',
  },
  phArterial: {
    name: 'Nivel de ácido (pH) en sangre de una arteria',
    says: 'Muestra si los ácidos de la sangre están en equilibrio.',
  },
  phVenous: {
    name: 'Nivel de ácido (pH) en sangre de una vena',
    says: 'Muestra si los ácidos de la sangre están en equilibrio.',
  },
  carbonDioxideGas: {
    name: 'Dióxido de carbono en la sangre (gases)',
    says: 'Mide el gas que se exhala. Muestra qué tan bien lo elimina la respiración.',
  },
  oxygenGas: {
    name: 'Oxígeno en la sangre (gases)',
    says: 'Mide la presión del oxígeno en la sangre. En sangre de una arteria muestra qué tan bien entra el oxígeno por los pulmones.',
  },
  bicarbonateGas: {
    name: 'Bicarbonato (gases en la sangre)',
    says: 'Mide el bicarbonato, que mantiene en equilibrio los ácidos del cuerpo.',
  },
  baseExcess: {
    name: 'Exceso de base (equilibrio de ácidos)',
    says: 'Se calcula con los gases de la sangre. Muestra qué tan lejos están los ácidos de su equilibrio.',
  },
  lactateGas: {
    name: 'Lactato (ácido láctico), gases en la sangre',
    says: 'Mide una sustancia que se acumula cuando las células reciben poco oxígeno. El ejercicio fuerte también la sube.',
  },
  methemoglobin: {
    name: 'Metahemoglobina',
    says: 'Mide una forma de hemoglobina que no puede llevar oxígeno. Algunos medicamentos y sustancias químicas pueden subirla.',
  },
  carboxyhemoglobin: {
    name: 'Monóxido de carbono en la sangre',
    says: 'Muestra cuánta hemoglobina lleva monóxido de carbono en vez de oxígeno. El humo y los gases de escape lo suben.',
  },
};
