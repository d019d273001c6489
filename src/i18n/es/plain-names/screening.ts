import type { PlainTexts } from '#i18n/plain-name.ts';

const twoWeeks = 'Pregunta por las últimas dos semanas.';
const phq9 = `Una de las nueve preguntas del PHQ-9 sobre el ánimo. ${twoWeeks}`;
const gad7 = `Una de las siete preguntas del GAD-7 sobre la preocupación. ${twoWeeks}`;
const auditC = 'Una de las tres preguntas del AUDIT-C sobre el alcohol. Pregunta por el último año.';
const score = 'Es una primera revisión y no un diagnóstico.';
const talk = 'El equipo de atención lo conversa con la persona.';
const more = 'Un puntaje más alto significa más síntomas.';

/** Cuestionarios, sus respuestas y puntajes; memoria y capacidades de la vida diaria. */
export const screening: PlainTexts<'screening'> = {
  phq9: {
    name: 'Preguntas sobre el ánimo (PHQ-9)',
    says: `Nueve preguntas sobre ánimo, sueño y energía. ${twoWeeks}`,
  },
  phq9Interest: { name: 'Interés o gusto por hacer cosas', says: phq9 },
  phq9Mood: { name: 'Sentirse decaído o sin esperanza', says: phq9 },
  phq9Sleep: { name: 'Sueño', says: phq9 },
  phq9Energy: { name: 'Sentirse cansado', says: phq9 },
  phq9Appetite: { name: 'Apetito', says: phq9 },
  phq9Self: { name: 'Sentirse mal consigo mismo', says: phq9 },
  phq9Focus: { name: 'Dificultad para concentrarse', says: phq9 },
  phq9Pace: { name: 'Moverse lento, o estar inquieto', says: phq9 },
  phq9Harm: {
    name: 'Pensar en estar mejor muerto o en hacerse daño',
    says: `${phq9} Si tiene esos pensamientos, dígaselo a su equipo de atención, o llame o envíe un texto a la línea de crisis 988 a cualquier hora.`,
  },
  phq9Total: {
    name: 'Puntaje del ánimo (PHQ-9, 0 a 27)',
    says: `Suma las nueve respuestas sobre el ánimo. ${more} ${score}`,
  },
  phq9Difficulty: {
    name: 'Cuánto dificultan la vida diaria estos problemas',
    says: 'Pregunta cuánto afectan los problemas nombrados antes al trabajo, al hogar y al trato con otros.',
  },
  phq2: {
    name: 'Preguntas sobre el ánimo (PHQ-2)',
    says: `Dos preguntas sobre el ánimo y el interés. ${twoWeeks}`,
  },
  phq2Total: {
    name: 'Puntaje del ánimo (PHQ-2, 0 a 6)',
    says: `Suma dos respuestas sobre el ánimo. ${more} ${score}`,
  },
  depressionSeverity: {
    name: 'Intensidad del ánimo bajo',
    says: `Qué tan fuertes son los signos de ánimo bajo, según el registro. ${talk}`,
  },
  edinburgh: {
    name: 'Preguntas sobre el ánimo y el parto (Edimburgo)',
    says: 'Diez preguntas sobre el ánimo en el embarazo y después del parto. Preguntan por los últimos siete días.',
  },
  edinburghTotal: {
    name: 'Puntaje del ánimo y el parto (Edimburgo, 0 a 30)',
    says: `Suma diez respuestas sobre el ánimo. ${more} ${score}`,
  },
  gad7: {
    name: 'Preguntas sobre la preocupación (GAD-7)',
    says: `Siete preguntas sobre preocupación y nervios. ${twoWeeks}`,
  },
  gad7Nervous: { name: 'Sentirse nervioso o tenso', says: gad7 },
  gad7Control: { name: 'No poder dejar de preocuparse', says: gad7 },
  gad7Worry: { name: 'Preocuparse demasiado', says: gad7 },
  gad7Relax: { name: 'Dificultad para relajarse', says: gad7 },
  gad7Restless: { name: 'Estar inquieto', says: gad7 },
  gad7Irritable: { name: 'Irritarse con facilidad', says: gad7 },
  gad7Afraid: { name: 'Sentir miedo', says: gad7 },
  gad7Total: {
    name: 'Puntaje de preocupación (GAD-7, 0 a 21)',
    says: `Suma las siete respuestas sobre la preocupación. ${more} ${score}`,
  },
  auditC: {
    name: 'Preguntas sobre el alcohol (AUDIT-C)',
    says: 'Tres preguntas sobre el consumo de alcohol. Preguntan por el último año.',
  },
  auditCOften: { name: 'Con qué frecuencia se toma alcohol', says: auditC },
  auditCDrinks: { name: 'Bebidas en un día común de beber', says: auditC },
  auditCSix: { name: 'Frecuencia de seis o más bebidas en una ocasión', says: auditC },
  auditCTotal: {
    name: 'Puntaje del alcohol (AUDIT-C, 0 a 12)',
    says: `Suma tres respuestas sobre el alcohol. Un puntaje más alto significa más consumo. ${score}`,
  },
  drinkingDays: {
    name: 'Días con muchas bebidas en el último año',
    says: 'Con qué frecuencia dice la persona que tomó muchas bebidas alcohólicas en un día en el último año.',
  },
  dast: {
    name: 'Preguntas sobre el uso de drogas (DAST-10)',
    says: 'Diez preguntas sobre el uso de drogas. Preguntan por el último año.',
  },
  dastTotal: {
    name: 'Puntaje de uso de drogas (DAST-10, 0 a 10)',
    says: `Suma diez respuestas sobre el uso de drogas. ${score}`,
  },
  taps: {
    name: 'Preguntas sobre tabaco, alcohol y drogas (TAPS)',
    says: 'Pregunta con qué frecuencia se usaron tabaco, alcohol, medicamentos y otras sustancias en el último año.',
  },
  tapsDrugs: {
    name: 'Drogas en los últimos 12 meses',
    says: 'Con qué frecuencia dice la persona que usó drogas ilegales o recreativas.',
  },
  tapsMedicines: {
    name: 'Medicamentos usados de otra forma que la recetada',
    says: 'Con qué frecuencia dice la persona que usó medicamentos recetados por la sensación, o más de lo recetado.',
  },
  hark: {
    name: 'Puntaje de seguridad con la pareja (HARK)',
    says: `Suma cuatro respuestas sobre la seguridad con la pareja o expareja. ${talk}`,
  },
  memory: { name: 'Memoria y pensamiento', says: 'Lo que se registró sobre la memoria y el pensamiento.' },
  mmse: {
    name: 'Puntaje de memoria y pensamiento (MMSE, 0 a 30)',
    says: `Prueba corta de memoria, atención y lenguaje. Un puntaje más alto significa más respuestas correctas. ${score}`,
  },
  moca: {
    name: 'Puntaje de memoria y pensamiento (MoCA, 0 a 30)',
    says: `Prueba corta de memoria, atención y lenguaje. Un puntaje más alto significa más respuestas correctas. ${score}`,
  },
  asthmaControl: {
    name: 'Puntaje de control del asma (5 a 25)',
    says: 'Suma cinco respuestas sobre el asma en las últimas cuatro semanas. Un puntaje más alto significa mejor control.',
  },
  fallRisk: {
    name: 'Riesgo de caídas (puntaje de Morse)',
    says: 'Suma puntos por cosas que hacen más probable una caída. Ayuda a planear cómo evitarlas.',
  },
  barthel: {
    name: 'Puntaje de vida diaria (Barthel, 0 a 100)',
    says: 'Qué tan bien hace una persona tareas diarias como comer, lavarse y caminar. Un puntaje más alto significa más independencia.',
  },
};
