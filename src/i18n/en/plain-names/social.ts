import type { PlainTexts } from '#i18n/plain-name.ts';

const housing = 'Asks about the place where a person lives. A safe home is part of health.';
const food =
  'Asks whether there was enough food at home in the past year. Help may be available: ask your care team.';

/** Daily life: habits, pregnancy, work, identity, needs and wishes. */
export const social: PlainTexts<'social'> = {
  smoking: {
    name: 'Smoking',
    says: 'Whether a person smokes now, used to smoke, or never smoked, as recorded.',
  },
  tobaccoHistory: { name: 'Tobacco use', says: 'What was recorded about tobacco use, now and in the past.' },
  cigarettesDay: { name: 'Cigarettes a day', says: 'How many cigarettes a person says they smoke in a day.' },
  packsDay: {
    name: 'Packs of cigarettes a day',
    says: 'How many packs of cigarettes a person says they smoke in a day.',
  },
  packYears: {
    name: 'Cigarettes over the years (pack-years)',
    says: 'Packs a day times years of smoking. It sums up how much a person has smoked.',
  },
  tobaccoYear: {
    name: 'Tobacco in the past 12 months',
    says: 'How often a person says they used tobacco in the past 12 months.',
  },
  alcoholHistory: { name: 'Alcohol use', says: 'What was recorded about drinking alcohol.' },
  alcoholDay: {
    name: 'Alcoholic drinks a day',
    says: 'How many alcoholic drinks a person says they have in a day.',
  },
  pregnancyStatus: {
    name: 'Pregnancy status',
    says: 'Whether a person was pregnant when this was recorded. It matters for tests and medicines.',
  },
  pregnancyIntention: {
    name: 'Wish for pregnancy in the next year',
    says: 'Whether a person would like to become pregnant in the next year, as they said it.',
  },
  deliveryDate: {
    name: 'Due date (expected delivery)',
    says: 'The day a baby is expected. Most babies come some days before or after.',
  },
  lastPeriod: {
    name: 'First day of the last period',
    says: 'When the last monthly period began. It is used to count a pregnancy.',
  },
  pregnancies: { name: 'Number of pregnancies', says: 'How many times a person has been pregnant.' },
  births: { name: 'Number of births', says: 'How many pregnancies went far enough to end in a birth.' },
  occupation: { name: 'Occupation', says: 'The work a person does or did, as recorded.' },
  industry: {
    name: 'Industry of work',
    says: 'The kind of business a person works or worked in, as recorded.',
  },
  orientation: {
    name: 'Sexual orientation',
    says: 'How a person describes whom they are drawn to, as they said it.',
  },
  genderIdentity: {
    name: 'Gender identity',
    says: 'How a person describes their own gender, as they said it.',
  },
  sex: { name: 'Sex', says: 'The sex as recorded.' },
  sexForCare: {
    name: 'Sex to use for care',
    says: 'Which sex-specific ranges and checks fit this person, as recorded.',
  },
  recordedSex: {
    name: 'Recorded sex or gender',
    says: 'The sex or gender as it stands in a certain document or record.',
  },
  pronouns: { name: 'Pronouns', says: 'The pronouns a person wants to be spoken of with.' },
  language: {
    name: 'Preferred language',
    says: 'The language a person prefers to speak with the care team.',
  },
  housing: { name: 'Housing', says: housing },
  housingWorry: { name: 'Worry about losing housing', says: housing },
  employment: { name: 'Employment', says: 'Whether a person works now, as they said it.' },
  education: { name: 'Education', says: 'The highest level of school a person has finished.' },
  income: { name: 'Family income', says: 'The income of the family in a year, as they estimated it.' },
  insurance: {
    name: 'Main health insurance',
    says: 'The main health insurance, as it was said in this questionnaire.',
  },
  refugee: { name: 'Refugee', says: 'Whether a person is a refugee, as they said it.' },
  transport: {
    name: 'Getting to places (transportation)',
    says: 'Asks whether a lack of transportation kept a person from appointments, work or other things.',
  },
  safety: {
    name: 'Feeling safe at home',
    says: 'Asks whether a person feels safe, in body and mind, where they live.',
  },
  stress: { name: 'Stress', says: 'How much stress a person says they feel.' },
  foodWorry: { name: 'Worry that food would run out', says: food },
  foodLasted: { name: 'Food did not last', says: food },
  foodPanel: { name: 'Questions about food at home', says: food },
  prapare: {
    name: 'Questions about daily life (PRAPARE)',
    says: 'Asks about home, money, work, safety and support. These things are part of health.',
  },
  exerciseDays: {
    name: 'Days of exercise a week',
    says: 'On how many days a week a person says they are clearly active.',
  },
  carePreference: {
    name: 'How a person wants to be cared for',
    says: 'What matters to a person when they receive care, in their own words.',
  },
  treatmentPreference: {
    name: 'Wishes for treatment',
    says: 'A person’s goals and wishes for medical treatment.',
  },
};
