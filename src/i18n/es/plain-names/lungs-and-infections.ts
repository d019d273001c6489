import type { ConceptTexts } from '#i18n/plain-name.ts';

export const lungsAndInfections: ConceptTexts<'lungsAndInfections'> = {
  asthma: { name: 'Asma', says: 'Las vías respiratorias se estrechan de vez en cuando, y cuesta respirar.' },
  asthmaMildIntermittent: {
    name: 'Asma leve, de vez en cuando',
    says: 'Las vías respiratorias se estrechan de vez en cuando, pocos días.',
  },
  asthmaMild: {
    name: 'Asma leve, muchos días',
    says: 'Las vías respiratorias se estrechan más de dos días a la semana, sin gran molestia.',
  },
  asthmaModerate: {
    name: 'Asma moderada',
    says: 'Las vías respiratorias se estrechan la mayoría de los días.',
  },
  asthmaSevere: {
    name: 'Asma grave',
    says: 'Las vías respiratorias están estrechas durante casi todo el día.',
  },
  childAsthma: {
    name: 'Asma en la niñez',
    says: 'Las vías respiratorias se estrechan de vez en cuando, y cuesta respirar.',
  },
  copd: {
    name: 'Enfermedad duradera de los pulmones (EPOC)',
    says: 'Las vías de los pulmones quedan estrechas, y cuesta sacar el aire.',
  },
  emphysema: {
    name: 'Enfisema',
    says: 'Los pequeños sacos de aire de los pulmones están dañados, y cuesta sacar el aire.',
  },
  bronchitisAcute: {
    name: 'Bronquitis',
    says: 'Las vías respiratorias grandes están inflamadas, casi siempre por un virus. Da tos y suele pasar en unas semanas.',
  },
  pneumonia: {
    name: 'Neumonía (infección del pulmón)',
    says: 'Unos gérmenes han enfermado una parte del pulmón.',
  },
  sleepApnea: { name: 'Apnea del sueño', says: 'La respiración se detiene por momentos durante el sueño.' },
  hayFever: {
    name: 'Alergia de la nariz por el polen',
    says: 'El polen hace que la nariz gotee, pique o se tape.',
  },
  noseAllergy: {
    name: 'Alergia de la nariz',
    says: 'El polen, el polvo o los animales hacen que la nariz gotee, pique o se tape.',
  },
  coldInfection: {
    name: 'Infección de nariz y garganta',
    says: 'Una infección de las vías altas, casi siempre por un virus. Suele pasar sola.',
  },
  commonCold: { name: 'Resfriado común', says: 'Una infección de la nariz por un virus. Suele pasar sola.' },
  sinusitis: {
    name: 'Infección de los senos de la nariz',
    says: 'Los espacios huecos junto a la nariz están inflamados.',
  },
  sinusitisViral: {
    name: 'Infección de los senos de la nariz por un virus',
    says: 'Los espacios huecos junto a la nariz están inflamados. Suele pasar sola.',
  },
  sinusitisChronic: {
    name: 'Inflamación duradera de los senos de la nariz',
    says: 'Los espacios huecos junto a la nariz están inflamados desde hace semanas o más.',
  },
  soreThroat: { name: 'Dolor de garganta', says: 'La garganta está inflamada, casi siempre por un virus.' },
  soreThroatViral: {
    name: 'Dolor de garganta por un virus',
    says: 'Un virus ha inflamado la garganta. Suele pasar solo.',
  },
  strepThroat: {
    name: 'Garganta con estreptococos',
    says: 'Unas bacterias llamadas estreptococos han inflamado la garganta.',
  },
  earInfection: { name: 'Infección del oído medio', says: 'El espacio detrás del tímpano está inflamado.' },
  flu: { name: 'Gripe', says: 'Una infección por el virus de la influenza, con fiebre, tos y dolores.' },
  covid: { name: 'COVID-19', says: 'Una infección por el coronavirus SARS-CoV-2.' },
  stomachVirus: {
    name: 'Gastroenteritis por un virus',
    says: 'Un virus ha inflamado el estómago y el intestino. Da diarrea o vómitos, que suelen pasar solos.',
  },
  urineInfection: {
    name: 'Infección urinaria',
    says: 'Unos gérmenes han enfermado la vejiga o las vías de la orina.',
  },
  urineInfectionAgain: {
    name: 'Infecciones urinarias que vuelven',
    says: 'Unos gérmenes han enfermado la vejiga o las vías de la orina más de una vez.',
  },
  shingles: {
    name: 'Herpes zóster (culebrilla)',
    says: 'Un sarpullido doloroso. El virus de la varicela se ha vuelto a activar.',
  },
  cellulitis: {
    name: 'Infección de la piel',
    says: 'Unos gérmenes han entrado en la piel: está roja, caliente y duele.',
  },
  sepsis: {
    name: 'Sepsis (reacción grave a una infección)',
    says: 'El cuerpo reacciona a una infección con tanta fuerza que sus propios órganos sufren. Necesita atención de inmediato.',
  },
  hiv: {
    name: 'Infección por VIH',
    says: 'Una infección por el VIH, un virus que debilita las defensas. El tratamiento lo mantiene a raya.',
  },
  hepatitisB: { name: 'Hepatitis B duradera', says: 'Un virus ha inflamado el hígado durante meses o más.' },
  hepatitisC: {
    name: 'Hepatitis C duradera',
    says: 'Un virus ha inflamado el hígado durante meses o más. Casi siempre se puede curar.',
  },
  breastCancer: { name: 'Cáncer de mama', says: 'Un crecimiento dañino de células que empezó en la mama.' },
  lungCancer: { name: 'Cáncer de pulmón', says: 'Un crecimiento dañino de células que empezó en un pulmón.' },
  lungCancerNonSmall: {
    name: 'Cáncer de pulmón (de células no pequeñas)',
    says: 'El tipo más común de cáncer de pulmón, llamado así por el aspecto de sus células.',
  },
  colonCancer: {
    name: 'Cáncer del intestino grueso',
    says: 'Un crecimiento dañino de células que empezó en el intestino grueso.',
  },
  prostateCancer: {
    name: 'Cáncer de próstata',
    says: 'Un crecimiento dañino de células que empezó en la próstata, una glándula debajo de la vejiga.',
  },
  melanoma: {
    name: 'Melanoma (un cáncer de piel)',
    says: 'Un crecimiento dañino de las células que dan color a la piel.',
  },
};
