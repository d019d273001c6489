import type { ConceptTexts } from '#i18n/plain-name.ts';

export const heartAndMetabolism: ConceptTexts<'heartAndMetabolism'> = {
  hypertension: {
    name: 'Presión arterial alta',
    says: 'La sangre presiona los vasos con más fuerza de lo saludable, una y otra vez. Con los años eso exige demasiado al corazón, al cerebro y a los riñones.',
  },
  hypertensionKidney: {
    name: 'Presión arterial alta con enfermedad de los riñones',
    says: 'Presión arterial alta en una persona cuyos riñones funcionan menos de lo que deberían.',
  },
  hypertensionHeart: {
    name: 'Presión arterial alta con enfermedad del corazón',
    says: 'Presión arterial alta que ha exigido demasiado al corazón.',
  },
  bloodFats: {
    name: 'Demasiada grasa en la sangre',
    says: 'El colesterol u otras grasas de la sangre están más altos de lo saludable.',
  },
  mixedFats: {
    name: 'Colesterol y triglicéridos altos',
    says: 'Dos tipos de grasa en la sangre están más altos de lo saludable.',
  },
  cholesterol: {
    name: 'Colesterol alto',
    says: 'La sangre tiene más colesterol, un tipo de grasa, de lo saludable.',
  },
  triglycerides: {
    name: 'Triglicéridos altos',
    says: 'La sangre tiene más triglicéridos, un tipo de grasa, de lo saludable.',
  },
  diabetes: {
    name: 'Diabetes',
    says: 'Hay demasiada azúcar en la sangre, porque el cuerpo tiene poca insulina o no la aprovecha bien.',
  },
  diabetes2: {
    name: 'Diabetes tipo 2',
    says: 'Hay demasiada azúcar en la sangre, porque el cuerpo no aprovecha bien su insulina.',
  },
  diabetes2Kidney: {
    name: 'Diabetes tipo 2 con enfermedad de los riñones',
    says: 'Diabetes tipo 2 que ha afectado a los riñones.',
  },
  diabetes2Eye: {
    name: 'Diabetes tipo 2 con enfermedad de los ojos',
    says: 'Diabetes tipo 2 que ha afectado a los ojos.',
  },
  diabetes2Nerves: {
    name: 'Diabetes tipo 2 con daño de los nervios',
    says: 'Diabetes tipo 2 que ha afectado a los nervios, a menudo primero los de los pies.',
  },
  diabetes1: {
    name: 'Diabetes tipo 1',
    says: 'Hay demasiada azúcar en la sangre, porque el cuerpo produce poca insulina o ninguna.',
  },
  diabetesKidney: {
    name: 'Enfermedad de los riñones por la diabetes',
    says: 'La diabetes ha afectado a los riñones.',
  },
  gestationalDiabetes: {
    name: 'Diabetes del embarazo',
    says: 'Demasiada azúcar en la sangre que se encontró por primera vez durante un embarazo.',
  },
  prediabetes: {
    name: 'Prediabetes',
    says: 'El azúcar en la sangre está más alta de lo habitual, pero no tanto como en la diabetes.',
  },
  obesity: {
    name: 'Obesidad',
    says: 'El peso del cuerpo está muy por encima de lo saludable para la estatura.',
  },
  overweight: {
    name: 'Sobrepeso',
    says: 'El peso del cuerpo está por encima de lo saludable para la estatura.',
  },
  metabolicSyndrome: {
    name: 'Síndrome metabólico',
    says: 'Varias cosas juntas que exigen demasiado al corazón y a los vasos: más peso en la cintura, presión, azúcar o grasas de la sangre más altas.',
  },
  lowThyroid: {
    name: 'Tiroides poco activa',
    says: 'La tiroides, una glándula del cuello, produce pocas hormonas. El cuerpo funciona más despacio.',
  },
  hashimoto: {
    name: 'Inflamación de la tiroides (Hashimoto)',
    says: 'Las defensas del propio cuerpo atacan la tiroides, una glándula del cuello. A menudo llega a producir pocas hormonas.',
  },
  highThyroid: {
    name: 'Tiroides demasiado activa',
    says: 'La tiroides, una glándula del cuello, produce demasiadas hormonas. El cuerpo funciona más deprisa.',
  },
  coronary: {
    name: 'Arterias del corazón estrechas',
    says: 'Los vasos de sangre que alimentan el corazón se han estrechado.',
  },
  heartAttack: { name: 'Ataque al corazón', says: 'Una parte del corazón no recibió suficiente sangre.' },
  oldHeartAttack: {
    name: 'Ataque al corazón en el pasado',
    says: 'Una parte del corazón no recibió suficiente sangre en algún momento.',
  },
  heartFailure: {
    name: 'Insuficiencia del corazón (corazón débil)',
    says: 'El corazón no bombea tan bien como el cuerpo necesita. Puede faltar el aliento e hincharse las piernas.',
  },
  atrialFibrillation: {
    name: 'Latido irregular del corazón (fibrilación auricular)',
    says: 'La parte superior del corazón late sin un ritmo constante.',
  },
  heartValve: {
    name: 'Problema de una válvula del corazón',
    says: 'Una de las válvulas que guían la sangre por el corazón no abre o no cierra como debería.',
  },
  stroke: {
    name: 'Ataque cerebral',
    says: 'Una parte del cerebro se quedó sin sangre o sangró.',
  },
  ministroke: {
    name: 'Ataque cerebral breve (AIT)',
    says: 'Durante poco tiempo, una parte del cerebro no recibió suficiente sangre.',
  },
  legArteries: {
    name: 'Vasos estrechos de piernas o brazos',
    says: 'Los vasos de sangre lejos del corazón, sobre todo los de las piernas, se han estrechado.',
  },
  legClot: {
    name: 'Coágulo en una vena profunda',
    says: 'La sangre ha formado un coágulo en una vena profunda, casi siempre de una pierna.',
  },
  lungClot: { name: 'Coágulo en el pulmón', says: 'Un coágulo tapa un vaso de sangre del pulmón.' },
  kidneyDisease: {
    name: 'Enfermedad de los riñones de largo plazo',
    says: 'Los riñones funcionan menos de lo que deberían desde hace meses o más.',
  },
  kidneyDisease1: {
    name: 'Enfermedad de los riñones de largo plazo, etapa 1 de 5',
    says: 'Los riñones muestran señales de daño, pero todavía funcionan bien.',
  },
  kidneyDisease2: {
    name: 'Enfermedad de los riñones de largo plazo, etapa 2 de 5',
    says: 'Los riñones muestran señales de daño y funcionan un poco menos.',
  },
  kidneyDisease3: {
    name: 'Enfermedad de los riñones de largo plazo, etapa 3 de 5',
    says: 'Los riñones hacen más o menos la mitad del trabajo que deberían.',
  },
  kidneyDisease3a: {
    name: 'Enfermedad de los riñones de largo plazo, etapa 3a de 5',
    says: 'Los riñones hacen algo más de la mitad del trabajo que deberían.',
  },
  kidneyDisease3b: {
    name: 'Enfermedad de los riñones de largo plazo, etapa 3b de 5',
    says: 'Los riñones hacen algo menos de la mitad del trabajo que deberían.',
  },
  kidneyDisease4: {
    name: 'Enfermedad de los riñones de largo plazo, etapa 4 de 5',
    says: 'Los riñones hacen una pequeña parte del trabajo que deberían.',
  },
  kidneyDisease5: {
    name: 'Enfermedad de los riñones de largo plazo, etapa 5 de 5',
    says: 'Los riñones casi no hacen el trabajo que deberían.',
  },
  kidneyFailure: {
    name: 'Insuficiencia de los riñones',
    says: 'Los riñones hacen demasiado poco de su trabajo para mantener bien a una persona. La diálisis o un riñón nuevo pueden hacerlo en su lugar.',
  },
  anemia: {
    name: 'Anemia (pocos glóbulos rojos)',
    says: 'La sangre lleva menos oxígeno del que debería. Eso puede causar cansancio o palidez.',
  },
  ironAnemia: {
    name: 'Anemia por falta de hierro',
    says: 'Al cuerpo le falta el hierro que necesita para producir glóbulos rojos.',
  },
  kidneyAnemia: {
    name: 'Anemia por enfermedad de los riñones',
    says: 'Los riñones ya no ayudan lo suficiente a producir glóbulos rojos.',
  },
  ironLack: { name: 'Poco hierro', says: 'La reserva de hierro del cuerpo está baja.' },
  vitaminD: {
    name: 'Poca vitamina D',
    says: 'El cuerpo tiene menos vitamina D de la que necesita, sobre todo para los huesos.',
  },
  highPotassium: {
    name: 'Demasiado potasio en la sangre',
    says: 'El potasio, una sal de la sangre, está más alto de lo habitual. Eso puede alterar el latido del corazón.',
  },
};
