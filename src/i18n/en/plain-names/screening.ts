import type { PlainTexts } from '#i18n/plain-name.ts';

const twoWeeks = 'Asks about the last two weeks.';
const phq9 = `One of the nine questions of the PHQ-9 about mood. ${twoWeeks}`;
const gad7 = `One of the seven questions of the GAD-7 about worry. ${twoWeeks}`;
const auditC = 'One of the three questions of the AUDIT-C about alcohol. It asks about the past year.';
const score = 'It is a first check and no diagnosis.';
const talk = 'The care team talks about it with the person.';

/** Questionnaires, their answers and their scores; memory and everyday abilities. */
export const screening: PlainTexts<'screening'> = {
  phq9: {
    name: 'Questions about mood (PHQ-9)',
    says: `Nine questions about mood, sleep and energy. ${twoWeeks}`,
  },
  phq9Interest: { name: 'Interest or pleasure in doing things', says: phq9 },
  phq9Mood: { name: 'Feeling down or hopeless', says: phq9 },
  phq9Sleep: { name: 'Sleep', says: phq9 },
  phq9Energy: { name: 'Feeling tired', says: phq9 },
  phq9Appetite: { name: 'Appetite', says: phq9 },
  phq9Self: { name: 'Feeling bad about oneself', says: phq9 },
  phq9Focus: { name: 'Trouble concentrating', says: phq9 },
  phq9Pace: { name: 'Moving slowly, or being restless', says: phq9 },
  phq9Harm: {
    name: 'Thoughts of being better off dead or of self-harm',
    says: `${phq9} If you have such thoughts, tell your care team, or call or text the 988 crisis line at any time.`,
  },
  phq9Total: {
    name: 'Mood score (PHQ-9, 0 to 27)',
    says: `Adds up the nine answers about mood. A higher score means more symptoms. ${score}`,
  },
  phq9Difficulty: {
    name: 'How hard these problems make daily life',
    says: 'Asks how much the problems named before get in the way of work, home and other people.',
  },
  phq2: { name: 'Questions about mood (PHQ-2)', says: `Two questions about mood and interest. ${twoWeeks}` },
  phq2Total: {
    name: 'Mood score (PHQ-2, 0 to 6)',
    says: `Adds up two answers about mood. A higher score means more symptoms. ${score}`,
  },
  depressionSeverity: {
    name: 'Severity of low mood',
    says: `How strong the signs of low mood are, as recorded. ${talk}`,
  },
  edinburgh: {
    name: 'Questions about mood around birth (Edinburgh)',
    says: 'Ten questions about mood in pregnancy and after birth. They ask about the last seven days.',
  },
  edinburghTotal: {
    name: 'Mood score around birth (Edinburgh, 0 to 30)',
    says: `Adds up ten answers about mood. A higher score means more symptoms. ${score}`,
  },
  gad7: {
    name: 'Questions about worry (GAD-7)',
    says: `Seven questions about worry and feeling nervous. ${twoWeeks}`,
  },
  gad7Nervous: { name: 'Feeling nervous or on edge', says: gad7 },
  gad7Control: { name: 'Not being able to stop worrying', says: gad7 },
  gad7Worry: { name: 'Worrying too much', says: gad7 },
  gad7Relax: { name: 'Trouble relaxing', says: gad7 },
  gad7Restless: { name: 'Being restless', says: gad7 },
  gad7Irritable: { name: 'Being easily annoyed', says: gad7 },
  gad7Afraid: { name: 'Feeling afraid', says: gad7 },
  gad7Total: {
    name: 'Worry score (GAD-7, 0 to 21)',
    says: `Adds up the seven answers about worry. A higher score means more symptoms. ${score}`,
  },
  auditC: {
    name: 'Questions about alcohol (AUDIT-C)',
    says: 'Three questions about drinking alcohol. They ask about the past year.',
  },
  auditCOften: { name: 'How often a person drinks alcohol', says: auditC },
  auditCDrinks: { name: 'Drinks on a usual day of drinking', says: auditC },
  auditCSix: { name: 'How often six or more drinks at one time', says: auditC },
  auditCTotal: {
    name: 'Alcohol score (AUDIT-C, 0 to 12)',
    says: `Adds up three answers about alcohol. A higher score means more drinking. ${score}`,
  },
  drinkingDays: {
    name: 'Days with many drinks in the past year',
    says: 'How often a person says they had many alcoholic drinks in one day in the past year.',
  },
  dast: {
    name: 'Questions about drug use (DAST-10)',
    says: 'Ten questions about using drugs. They ask about the past year.',
  },
  dastTotal: {
    name: 'Drug use score (DAST-10, 0 to 10)',
    says: `Adds up ten answers about using drugs. ${score}`,
  },
  taps: {
    name: 'Questions about tobacco, alcohol and drugs (TAPS)',
    says: 'Asks how often tobacco, alcohol, medicines and other substances were used in the past year.',
  },
  tapsDrugs: {
    name: 'Drugs in the past 12 months',
    says: 'How often a person says they used illegal or recreational drugs.',
  },
  tapsMedicines: {
    name: 'Medicines not used as prescribed',
    says: 'How often a person says they used prescription medicines for the feeling, or more than prescribed.',
  },
  hark: {
    name: 'Score on safety with a partner (HARK)',
    says: `Adds up four answers about safety with a partner or former partner. ${talk}`,
  },
  memory: { name: 'Memory and thinking', says: 'What was recorded about memory and thinking.' },
  mmse: {
    name: 'Memory and thinking score (MMSE, 0 to 30)',
    says: `A short test of memory, attention and language. A higher score means more right answers. ${score}`,
  },
  moca: {
    name: 'Memory and thinking score (MoCA, 0 to 30)',
    says: `A short test of memory, attention and language. A higher score means more right answers. ${score}`,
  },
  asthmaControl: {
    name: 'Asthma control score (5 to 25)',
    says: 'Adds up five answers about asthma in the last four weeks. A higher score means better control.',
  },
  fallRisk: {
    name: 'Risk of falling (Morse score)',
    says: 'Adds up points for things that make a fall more likely. It helps plan how to prevent falls.',
  },
  barthel: {
    name: 'Everyday abilities score (Barthel, 0 to 100)',
    says: 'How well a person manages daily tasks such as eating, washing and walking. A higher score means more independence.',
  },
};
