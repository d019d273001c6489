import type { PlainTexts } from '#i18n/plain-name.ts';

const virusRna =
  'Busca el material genético del virus, por lo general en una muestra de la nariz o la garganta tomada con hisopo.';
const bacteria =
  'Busca el material genético de estas bacterias, en orina o en una muestra tomada con hisopo.';
const culture = 'La muestra se mantiene tibia unos días para ver si crecen gérmenes.';
const susceptibility =
  'Muestra si este antibiótico detiene el germen que se encontró. Ayuda a elegir el tratamiento.';
const immunity = 'Busca anticuerpos que deja una vacuna o una infección pasada.';

/** Infecciones, cultivos y análisis de heces. */
export const infection: PlainTexts<'infection'> = {
  hepatitisBSurface: {
    name: 'Virus de la hepatitis B (antígeno de superficie)',
    says: 'Busca en la sangre una parte del virus de la hepatitis B. El virus afecta el hígado.',
  },
  hepatitisBAntibody: {
    name: 'Protección contra hepatitis B (anticuerpo)',
    says: immunity,
  },
  hepatitisBCore: {
    name: 'Contacto con la hepatitis B (anticuerpo del núcleo)',
    says: 'Busca anticuerpos que se forman después del contacto con el virus de la hepatitis B. La vacuna no los causa.',
  },
  hepatitisCAntibody: {
    name: 'Anticuerpos de la hepatitis C',
    says: 'Busca anticuerpos que se forman después del contacto con el virus de la hepatitis C. Otro análisis muestra si el virus sigue allí.',
  },
  hepatitisCVirus: {
    name: 'Virus de la hepatitis C en la sangre',
    says: 'Mide cuánto virus de la hepatitis C hay en la sangre.',
  },
  hepatitisA: {
    name: 'Anticuerpos recientes de la hepatitis A (IgM)',
    says: 'Busca anticuerpos que se forman al comienzo de una infección con el virus de la hepatitis A.',
  },
  hiv: {
    name: 'Prueba del VIH',
    says: 'Busca señales del VIH en la sangre. Un resultado reactivo se confirma con otros análisis.',
  },
  hivVirus: {
    name: 'VIH en la sangre (carga viral)',
    says: 'Mide cuánto VIH hay en la sangre. Se usa para seguir el tratamiento.',
  },
  cd4: {
    name: 'Células CD4 (células de defensa)',
    says: 'Cuenta un tipo de glóbulo blanco que dirige las defensas del cuerpo. Se usa para seguir la atención del VIH.',
  },
  syphilis: {
    name: 'Prueba de sífilis',
    says: 'Busca anticuerpos que aparecen con la sífilis. Se necesita más de una prueba para estar seguros.',
  },
  chlamydia: { name: 'Prueba de clamidia', says: bacteria },
  gonorrhea: { name: 'Prueba de gonorrea', says: bacteria },
  covid: {
    name: 'Prueba de COVID-19',
    says: 'Busca el virus que causa COVID-19, por lo general en una muestra de la nariz o la garganta.',
  },
  influenzaA: { name: 'Prueba de gripe, tipo A', says: virusRna },
  influenzaB: { name: 'Prueba de gripe, tipo B', says: virusRna },
  rsv: { name: 'Prueba del virus RSV (virus sincitial)', says: virusRna },
  strepCulture: {
    name: 'Cultivo de estreptococo de la garganta',
    says: `Busca bacterias estreptococo en una muestra de la garganta. ${culture}`,
  },
  strepAntigen: {
    name: 'Prueba rápida de estreptococo',
    says: 'Busca rápidamente bacterias estreptococo en una muestra de la garganta.',
  },
  tuberculosis: {
    name: 'Análisis de sangre de tuberculosis',
    says: 'Muestra si las defensas del cuerpo conocen el germen de la tuberculosis. No dice si el germen está activo.',
  },
  tuberculosisSkin: {
    name: 'Prueba de tuberculosis en la piel',
    says: 'El tamaño del bulto en la piel unos días después de una inyección pequeña. Muestra si el cuerpo conoce el germen.',
  },
  hpv: {
    name: 'Prueba del VPH',
    says: 'Busca tipos del virus del papiloma humano, un virus muy común. Es parte de la revisión del cuello uterino.',
  },
  rubella: { name: 'Protección contra la rubéola', says: immunity },
  varicella: { name: 'Protección contra la varicela', says: immunity },
  bloodCulture: { name: 'Cultivo de sangre (búsqueda de gérmenes)', says: culture },
  urineCulture: { name: 'Cultivo de orina (búsqueda de gérmenes)', says: culture },
  culture: { name: 'Cultivo (búsqueda de gérmenes)', says: culture },
  cultureIsolate: {
    name: 'Germen encontrado en un cultivo',
    says: 'Nombra el germen que creció de la muestra, si creció alguno.',
  },
  stoolCulture: { name: 'Cultivo de heces (búsqueda de gérmenes)', says: culture },
  sputumCulture: { name: 'Cultivo de flema', says: culture },
  throatCulture: { name: 'Cultivo de garganta (búsqueda de gérmenes)', says: culture },
  woundCulture: { name: 'Cultivo de herida (búsqueda de gérmenes)', says: culture },
  fungusCulture: {
    name: 'Cultivo de hongos',
    says: 'La muestra se guarda algunas semanas para ver si crece un hongo.',
  },
  mycobacteria: {
    name: 'Cultivo de bacterias de crecimiento lento',
    says: 'La muestra se guarda semanas para ver si crecen micobacterias. El germen de la tuberculosis es una de ellas.',
  },
  gramStain: {
    name: 'Tinción de Gram (primera búsqueda de gérmenes)',
    says: 'La muestra se tiñe y se mira al microscopio para encontrar bacterias.',
  },
  acidFast: {
    name: 'Tinción de bacterias de crecimiento lento',
    says: 'La muestra se tiñe y se mira al microscopio para encontrar micobacterias.',
  },
  mrsa: {
    name: 'Búsqueda de SARM (MRSA)',
    says: 'Busca bacterias estafilococo que algunos antibióticos no detienen. Muchas personas las llevan sin estar enfermas.',
  },
  difficile: {
    name: 'Prueba de C. difficile (heces)',
    says: 'Busca en las heces los genes de toxina de un germen que puede causar diarrea, a menudo después de antibióticos.',
  },
  parasites: {
    name: 'Parásitos en las heces',
    says: 'Las heces se miran al microscopio para encontrar parásitos y sus huevos.',
  },
  stoolBlood: {
    name: 'Sangre oculta en las heces',
    says: 'Busca pequeñas cantidades de sangre que no se ven. Es una prueba común de detección del intestino.',
  },
  colonyCount: { name: 'Cantidad de gérmenes', says: 'Muestra cuántos gérmenes crecieron de la muestra.' },
  ampicillin: { name: '¿Actúa la ampicilina contra el germen?', says: susceptibility },
  ceftriaxone: { name: '¿Actúa la ceftriaxona contra el germen?', says: susceptibility },
  ciprofloxacin: { name: '¿Actúa la ciprofloxacina contra el germen?', says: susceptibility },
  clindamycin: { name: '¿Actúa la clindamicina contra el germen?', says: susceptibility },
  gentamicin: { name: '¿Actúa la gentamicina contra el germen?', says: susceptibility },
  nitrofurantoin: { name: '¿Actúa la nitrofurantoína contra el germen?', says: susceptibility },
  oxacillin: { name: '¿Actúa la oxacilina contra el germen?', says: susceptibility },
  cotrimoxazole: { name: '¿Actúa trimetoprima-sulfa contra el germen?', says: susceptibility },
  vancomycin: { name: '¿Actúa la vancomicina contra el germen?', says: susceptibility },
};
