import type { PlainTexts } from '#i18n/plain-name.ts';

const housing = 'Pregunta por el lugar donde vive la persona. Un hogar seguro es parte de la salud.';
const food =
  'Pregunta si hubo suficiente comida en casa en el último año. Puede haber ayuda: pregunte a su equipo de atención.';

/** Vida diaria: hábitos, embarazo, trabajo, identidad, necesidades y deseos. */
export const social: PlainTexts<'social'> = {
  smoking: {
    name: 'Tabaquismo (fumar)',
    says: 'Si la persona fuma ahora, fumaba antes o nunca fumó, según el registro.',
  },
  tobaccoHistory: {
    name: 'Uso de tabaco',
    says: 'Lo que se registró sobre el uso de tabaco, ahora y en el pasado.',
  },
  cigarettesDay: {
    name: 'Cigarrillos al día',
    says: 'Cuántos cigarrillos dice la persona que fuma en un día.',
  },
  packsDay: {
    name: 'Cajetillas de cigarrillos al día',
    says: 'Cuántas cajetillas de cigarrillos dice la persona que fuma en un día.',
  },
  packYears: {
    name: 'Cigarrillos a lo largo de los años (paquetes-año)',
    says: 'Cajetillas al día por los años de fumar. Resume cuánto ha fumado una persona.',
  },
  tobaccoYear: {
    name: 'Tabaco en los últimos 12 meses',
    says: 'Con qué frecuencia dice la persona que usó tabaco en los últimos 12 meses.',
  },
  alcoholHistory: { name: 'Consumo de alcohol', says: 'Lo que se registró sobre el consumo de alcohol.' },
  alcoholDay: {
    name: 'Bebidas alcohólicas al día',
    says: 'Cuántas bebidas alcohólicas dice la persona que toma en un día.',
  },
  pregnancyStatus: {
    name: 'Embarazo',
    says: 'Si la persona estaba embarazada cuando se registró. Importa para análisis y medicamentos.',
  },
  pregnancyIntention: {
    name: 'Deseo de embarazo en el próximo año',
    says: 'Si la persona quisiera embarazarse en el próximo año, según lo dijo.',
  },
  deliveryDate: {
    name: 'Fecha probable de parto',
    says: 'El día en que se espera al bebé. La mayoría llega algunos días antes o después.',
  },
  lastPeriod: {
    name: 'Primer día de la última menstruación',
    says: 'Cuándo comenzó la última menstruación. Se usa para contar un embarazo.',
  },
  pregnancies: {
    name: 'Cantidad de embarazos',
    says: 'Cuántas veces ha estado embarazada la persona.',
  },
  births: {
    name: 'Cantidad de partos',
    says: 'Cuántos embarazos avanzaron lo suficiente para terminar en un nacimiento.',
  },
  occupation: {
    name: 'Ocupación',
    says: 'El trabajo que la persona hace o hacía, según el registro.',
  },
  industry: {
    name: 'Ramo de trabajo',
    says: 'El tipo de empresa en que la persona trabaja o trabajaba, según el registro.',
  },
  orientation: {
    name: 'Orientación sexual',
    says: 'Cómo describe la persona quién le atrae, según lo dijo.',
  },
  genderIdentity: {
    name: 'Identidad de género',
    says: 'Cómo describe la persona su propio género, según lo dijo.',
  },
  sex: { name: 'Sexo', says: 'El sexo según el registro.' },
  sexForCare: {
    name: 'Sexo que se usa para la atención',
    says: 'Qué valores y revisiones según el sexo corresponden a esta persona, según el registro.',
  },
  recordedSex: {
    name: 'Sexo o género registrado',
    says: 'El sexo o género como está en un documento o registro determinado.',
  },
  pronouns: { name: 'Pronombres', says: 'Los pronombres con los que la persona quiere que se le trate.' },
  language: {
    name: 'Idioma preferido',
    says: 'El idioma en que la persona prefiere hablar con el equipo de atención.',
  },
  housing: { name: 'Vivienda', says: housing },
  housingWorry: { name: 'Preocupación por perder la vivienda', says: housing },
  employment: { name: 'Empleo', says: 'Si la persona trabaja ahora, según lo dijo.' },
  education: {
    name: 'Educación',
    says: 'El nivel más alto de estudios que la persona ha terminado.',
  },
  income: {
    name: 'Ingresos de la familia',
    says: 'Los ingresos de la familia en un año, según la persona los calculó.',
  },
  insurance: {
    name: 'Seguro médico principal',
    says: 'El seguro médico principal, como se dijo en este cuestionario.',
  },
  refugee: { name: 'Refugiado', says: 'Si la persona es refugiada, según lo dijo.' },
  transport: {
    name: 'Cómo llegar a los lugares (transporte)',
    says: 'Pregunta si la falta de transporte le impidió a la persona ir a citas, al trabajo o a otras cosas.',
  },
  safety: {
    name: 'Sentirse seguro en casa',
    says: 'Pregunta si la persona se siente segura, en cuerpo y ánimo, donde vive.',
  },
  stress: { name: 'Estrés', says: 'Cuánto estrés dice la persona que siente.' },
  foodWorry: { name: 'Preocupación de que se acabara la comida', says: food },
  foodLasted: { name: 'La comida no alcanzó', says: food },
  foodPanel: { name: 'Preguntas sobre la comida en casa', says: food },
  prapare: {
    name: 'Preguntas sobre la vida diaria (PRAPARE)',
    says: 'Pregunta por hogar, dinero, trabajo, seguridad y apoyo. Estas cosas son parte de la salud.',
  },
  exerciseDays: {
    name: 'Días de ejercicio a la semana',
    says: 'Cuántos días a la semana dice la persona que hace actividad intensa o moderada.',
  },
  carePreference: {
    name: 'Cómo quiere la persona que se le atienda',
    says: 'Lo que le importa a la persona cuando recibe atención, en sus propias palabras.',
  },
  treatmentPreference: {
    name: 'Deseos de tratamiento',
    says: 'Las metas y los deseos de la persona para su tratamiento médico.',
  },
};
