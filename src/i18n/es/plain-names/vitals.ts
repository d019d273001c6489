import type { PlainTexts } from '#i18n/plain-name.ts';

const apgar =
  'Puntaje rápido de cómo está un recién nacido: color, latido, reflejos, movimiento y respiración. Va de 0 a 10.';
const hearing =
  'Prueba corta de audición que se hace a los recién nacidos. Muestra si el oído necesita una prueba más detallada.';
const percentile = 'Compara al niño o la niña con otros de la misma edad y sexo. El 50 es el medio.';

/** Signos vitales, crecimiento y nacimiento. */
export const vitals: PlainTexts<'vitals'> = {
  bloodPressure: {
    name: 'Presión arterial',
    says: 'Con cuánta fuerza empuja la sangre las paredes de las arterias. El primer número es cuando el corazón late; el segundo, cuando descansa.',
  },
  systolic: {
    name: 'Presión arterial, número de arriba (sistólica)',
    says: 'La presión en las arterias cuando el corazón late. Es el primer número de la presión arterial.',
  },
  diastolic: {
    name: 'Presión arterial, número de abajo (diastólica)',
    says: 'La presión en las arterias cuando el corazón descansa entre latidos. Es el segundo número de la presión arterial.',
  },
  meanPressure: {
    name: 'Presión arterial promedio',
    says: 'La presión promedio en las arterias durante un latido.',
  },
  heartRate: {
    name: 'Frecuencia cardíaca (pulso)',
    says: 'Cuántas veces late el corazón en un minuto.',
  },
  heartRhythm: { name: 'Ritmo del corazón', says: 'Si el corazón late de manera regular.' },
  breathing: {
    name: 'Frecuencia respiratoria',
    says: 'Cuántas veces respira la persona en un minuto.',
  },
  temperature: {
    name: 'Temperatura del cuerpo',
    says: 'Qué tan caliente está el cuerpo. Se puede medir en la boca, el oído, la axila u otro lugar, y los números varían un poco.',
  },
  oxygen: {
    name: 'Nivel de oxígeno en la sangre',
    says: 'Qué parte de la capacidad de la sangre para llevar oxígeno está ocupada, en porcentaje. A menudo se mide con una pinza en un dedo.',
  },
  oxygenShare: {
    name: 'Oxígeno en el aire que se respira',
    says: 'Qué parte del aire respirado era oxígeno. El aire común tiene 21 por ciento; el oxígeno adicional lo aumenta.',
  },
  oxygenFlow: {
    name: 'Flujo de oxígeno adicional',
    says: 'Cuánto oxígeno adicional se dio por minuto, por ejemplo con una mascarilla o un tubo en la nariz.',
  },
  pain: {
    name: 'Dolor, según la persona',
    says: 'Qué tan fuerte es el dolor, según lo dice la persona. En una escala de 0 a 10, 0 es sin dolor.',
  },
  weight: { name: 'Peso', says: 'Cuánto pesa el cuerpo.' },
  height: {
    name: 'Estatura (o longitud)',
    says: 'Cuánto mide la persona de alto. A los bebés se les mide acostados.',
  },
  bmi: {
    name: 'Índice de masa corporal (IMC)',
    says: 'El peso comparado con la estatura. Es una guía aproximada del peso y no distingue el músculo de la grasa.',
  },
  bodySurface: {
    name: 'Superficie corporal',
    says: 'El tamaño de la superficie del cuerpo, calculado con la estatura y el peso. Algunas dosis de medicamentos dependen de ella.',
  },
  waist: { name: 'Medida de la cintura', says: 'El contorno de la cintura, medido con una cinta.' },
  bmiPercentile: { name: 'IMC infantil comparado con otros (percentil)', says: percentile },
  weightPercentile: { name: 'Peso infantil comparado con otros (percentil)', says: percentile },
  heightPercentile: { name: 'Estatura infantil comparada con otros (percentil)', says: percentile },
  head: {
    name: 'Tamaño de la cabeza (perímetro cefálico)',
    says: 'El contorno de la cabeza. Se sigue en los niños pequeños para ver cómo crece la cabeza.',
  },
  headPercentile: { name: 'Tamaño de la cabeza comparado con otros (percentil)', says: percentile },
  weightForLength: {
    name: 'Peso del bebé para su longitud (percentil)',
    says: 'Compara el peso del bebé con el de otros bebés de la misma longitud y sexo. El 50 es el medio.',
  },
  birthWeight: { name: 'Peso al nacer', says: 'Cuánto pesó el bebé cuando nació.' },
  gestationalAge: {
    name: 'Duración del embarazo (edad gestacional)',
    says: 'Cuántas semanas ha durado un embarazo. En el expediente de un niño son las semanas de embarazo al nacer.',
  },
  apgar1: { name: 'Puntaje de Apgar, 1 minuto después de nacer', says: apgar },
  apgar2: { name: 'Puntaje de Apgar, 2 minutos después de nacer', says: apgar },
  apgar5: { name: 'Puntaje de Apgar, 5 minutos después de nacer', says: apgar },
  apgar10: { name: 'Puntaje de Apgar, 10 minutos después de nacer', says: apgar },
  hearingLeft: { name: 'Audición del recién nacido, oído izquierdo', says: hearing },
  hearingRight: { name: 'Audición del recién nacido, oído derecho', says: hearing },
  comaScale: {
    name: 'Puntaje de alerta (escala de coma de Glasgow)',
    says: 'Qué tan despierta está una persona, según los ojos, el habla y el movimiento. Va de 3 a 15.',
  },
  capillaryRefill: {
    name: 'Regreso del color a la uña',
    says: 'Qué tan rápido vuelve el color después de presionar una uña. Muestra cómo llega la sangre a los dedos.',
  },
  vitalPanel: {
    name: 'Signos vitales',
    says: 'Medidas básicas del cuerpo, como presión arterial, pulso, respiración, temperatura, peso y estatura.',
  },
};
