import type { PlainTexts } from '#i18n/plain-name.ts';

const apgar =
  'A quick score of how a newborn is doing: color, heartbeat, reflexes, movement and breathing. It ranges from 0 to 10.';
const hearing = 'A short hearing check done on newborns. It shows whether the ear needs a closer test.';
const percentile = 'Compares the child with other children of the same age and sex. 50 is the middle.';

/** Vital signs, growth and birth. */
export const vitals: PlainTexts<'vitals'> = {
  bloodPressure: {
    name: 'Blood pressure',
    says: 'How hard the blood pushes against the artery walls. The first number is while the heart beats, the second while it rests.',
  },
  systolic: {
    name: 'Blood pressure, top number (systolic)',
    says: 'The pressure in the arteries while the heart beats. It is the first number of a blood pressure reading.',
  },
  diastolic: {
    name: 'Blood pressure, bottom number (diastolic)',
    says: 'The pressure in the arteries while the heart rests between beats. It is the second number of a blood pressure reading.',
  },
  meanPressure: {
    name: 'Average blood pressure',
    says: 'The average pressure in the arteries during one heartbeat.',
  },
  heartRate: { name: 'Heart rate (pulse)', says: 'How many times the heart beats in one minute.' },
  heartRhythm: { name: 'Heart rhythm', says: 'Whether the heart beats in a steady pattern.' },
  breathing: { name: 'Breathing rate', says: 'How many breaths are taken in one minute.' },
  temperature: {
    name: 'Body temperature',
    says: 'How warm the body is. It can be measured in the mouth, the ear, under the arm or elsewhere, and the numbers differ a little.',
  },
  oxygen: {
    name: 'Oxygen level in the blood',
    says: 'How much of the blood’s oxygen-carrying capacity is filled, as a percentage. It is often measured with a clip on a finger.',
  },
  oxygenShare: {
    name: 'Oxygen in the air breathed in',
    says: 'How much of the air breathed in was oxygen. Ordinary air holds 21 percent; extra oxygen raises it.',
  },
  oxygenFlow: {
    name: 'Flow of extra oxygen',
    says: 'How much extra oxygen was given each minute, for example through a mask or a nose tube.',
  },
  pain: {
    name: 'Pain, as rated by the person',
    says: 'How strong the pain is, as the person says it. On a scale from 0 to 10, 0 is no pain.',
  },
  weight: { name: 'Weight', says: 'How much the body weighs.' },
  height: { name: 'Height (or length)', says: 'How tall the person is. Babies are measured lying down.' },
  bmi: {
    name: 'Body mass index (BMI)',
    says: 'Weight compared with height. It is one rough guide to body weight and does not tell muscle from fat.',
  },
  bodySurface: {
    name: 'Body surface area',
    says: 'The size of the body’s surface, worked out from height and weight. Some medicine doses are based on it.',
  },
  waist: { name: 'Waist size', says: 'The distance around the waist, measured with a tape.' },
  bmiPercentile: { name: 'Child’s BMI compared with others (percentile)', says: percentile },
  weightPercentile: { name: 'Child’s weight compared with others (percentile)', says: percentile },
  heightPercentile: { name: 'Child’s height compared with others (percentile)', says: percentile },
  head: {
    name: 'Head size (head circumference)',
    says: 'The distance around the head. It is followed in young children to see how the head grows.',
  },
  headPercentile: { name: 'Child’s head size compared with others (percentile)', says: percentile },
  weightForLength: {
    name: 'Baby’s weight for length (percentile)',
    says: 'Compares the baby’s weight with that of other babies of the same length and sex. 50 is the middle.',
  },
  birthWeight: { name: 'Weight at birth', says: 'How much the baby weighed when it was born.' },
  gestationalAge: {
    name: 'Length of pregnancy (gestational age)',
    says: 'How many weeks a pregnancy has lasted. In a child’s record it is the weeks of pregnancy at birth.',
  },
  apgar1: { name: 'Apgar score, 1 minute after birth', says: apgar },
  apgar2: { name: 'Apgar score, 2 minutes after birth', says: apgar },
  apgar5: { name: 'Apgar score, 5 minutes after birth', says: apgar },
  apgar10: { name: 'Apgar score, 10 minutes after birth', says: apgar },
  hearingLeft: { name: 'Newborn hearing check, left ear', says: hearing },
  hearingRight: { name: 'Newborn hearing check, right ear', says: hearing },
  comaScale: {
    name: 'Alertness score (Glasgow coma scale)',
    says: 'How awake a person is, judged by eyes, speech and movement. It ranges from 3 to 15.',
  },
  capillaryRefill: {
    name: 'Return of color to a fingernail',
    says: 'How quickly color comes back after a nail is pressed. It shows how blood flows to the fingers.',
  },
  vitalPanel: {
    name: 'Vital signs',
    says: 'Basic measurements of the body, such as blood pressure, pulse, breathing, temperature, weight and height.',
  },
};
