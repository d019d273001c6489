import type { ConceptTexts } from '#i18n/plain-name.ts';

export const mindAndSymptoms: ConceptTexts<'mindAndSymptoms'> = {
  depression: {
    name: 'Depresión',
    says: 'Un ánimo bajo o una pérdida de interés que dura semanas y afecta la vida diaria.',
  },
  depressionOver: { name: 'Depresión que ha pasado', says: 'Una depresión de la que ya no hay señales.' },
  anxiety: {
    name: 'Ansiedad',
    says: 'Una preocupación o un miedo más fuerte que la situación y que afecta la vida diaria.',
  },
  generalAnxiety: {
    name: 'Ansiedad por muchas cosas',
    says: 'Preocupación por muchas cosas que dura meses.',
  },
  panic: {
    name: 'Ataques de pánico',
    says: 'Un miedo fuerte y repentino, con señales como el corazón acelerado.',
  },
  ptsd: {
    name: 'Estrés después de un trauma (TEPT)',
    says: 'Un hecho terrible vuelve una y otra vez en pensamientos, sueños o miedo.',
  },
  bipolar: {
    name: 'Trastorno bipolar',
    says: 'El ánimo y la energía suben y bajan mucho durante días o semanas.',
  },
  adhd: {
    name: 'Problemas de atención o inquietud (TDAH)',
    says: 'Cuesta prestar atención, estar quieto o esperar, más de lo habitual para la edad.',
  },
  autism: {
    name: 'Autismo',
    says: 'Una forma distinta del cerebro de percibir el mundo y de tratar con los demás.',
  },
  insomnia: { name: 'Problemas para dormir', says: 'Cuesta dormirse o seguir dormido.' },
  alcohol: { name: 'Dependencia del alcohol', says: 'Cuesta dejar de beber alcohol aunque haga daño.' },
  tobacco: { name: 'Dependencia del tabaco', says: 'Cuesta dejar el tabaco.' },
  tobaccoOver: {
    name: 'Dependencia del tabaco que ha pasado',
    says: 'Una persona que dependía del tabaco y lo ha dejado.',
  },
  stress: { name: 'Estrés', says: 'Una carga difícil de sobrellevar.' },
  migraine: { name: 'Migraña', says: 'Dolores de cabeza fuertes que vuelven, a menudo con náuseas.' },
  migraineAura: {
    name: 'Migraña con aura',
    says: 'Dolores de cabeza fuertes que vuelven, con luces, manchas o hormigueo antes.',
  },
  tensionHeadache: {
    name: 'Dolor de cabeza por tensión',
    says: 'Un dolor de cabeza sordo, como una banda alrededor de la cabeza.',
  },
  headache: { name: 'Dolor de cabeza', says: 'Dolor en la cabeza.' },
  epilepsy: { name: 'Epilepsia', says: 'Convulsiones que vuelven.' },
  parkinson: {
    name: 'Enfermedad de Parkinson',
    says: 'La parte del cerebro que guía el movimiento se desgasta poco a poco.',
  },
  alzheimer: {
    name: 'Enfermedad de Alzheimer',
    says: 'Una enfermedad del cerebro que quita poco a poco la memoria y el pensamiento.',
  },
  dementia: {
    name: 'Demencia',
    says: 'La memoria y el pensamiento se han debilitado tanto que la vida diaria necesita ayuda.',
  },
  multipleSclerosis: {
    name: 'Esclerosis múltiple',
    says: 'Las defensas del propio cuerpo dañan la cubierta de los nervios del cerebro y la espalda.',
  },
  neuropathy: {
    name: 'Nervios dañados de manos o pies',
    says: 'Los nervios lejos del cerebro están dañados, a menudo primero los de los pies.',
  },
  chronicPain: { name: 'Dolor duradero', says: 'Un dolor que dura meses.' },
  dizziness: { name: 'Mareo', says: 'Una sensación de giro o de poca firmeza.' },
  cough: { name: 'Tos', says: 'Una tos, sea cual sea la causa.' },
  fever: { name: 'Fiebre', says: 'El cuerpo está más caliente de lo habitual.' },
  fatigue: { name: 'Cansancio', says: 'Una falta de fuerzas que no se quita con el descanso.' },
  chestPain: { name: 'Dolor de pecho', says: 'Dolor en el pecho, sea cual sea la causa.' },
  bellyPain: { name: 'Dolor de barriga', says: 'Dolor en la barriga, sea cual sea la causa.' },
  breathShort: { name: 'Falta de aliento', says: 'Cuesta respirar o el aire parece no bastar.' },
  nausea: { name: 'Náuseas', says: 'Sensación de ganas de vomitar.' },
  rash: { name: 'Sarpullido', says: 'La piel ha cambiado de color o de aspecto en algunas partes.' },
  fainting: { name: 'Desmayo', says: 'Una breve pérdida del conocimiento.' },
  palpitations: {
    name: 'Latidos fuertes o rápidos que se sienten',
    says: 'Se siente el latido del corazón, casi siempre rápido, fuerte o irregular.',
  },
  housing: {
    name: 'Problemas para conservar la vivienda',
    says: 'Cuesta pagar la vivienda o quedarse en ella.',
  },
};
