import type { ConceptTexts } from '#i18n/plain-name.ts';

export const mindAndSymptoms: ConceptTexts<'mindAndSymptoms'> = {
  depression: {
    name: 'Depression',
    says: 'A low mood or loss of interest that lasts for weeks and affects daily life.',
  },
  depressionOver: {
    name: 'Depression that has passed',
    says: 'A depression of which there are no signs any more.',
  },
  anxiety: {
    name: 'Anxiety',
    says: 'Worry or fear that is stronger than the situation and affects daily life.',
  },
  generalAnxiety: {
    name: 'Anxiety about many things',
    says: 'Worry about many things that lasts for months.',
  },
  panic: { name: 'Panic attacks', says: 'Sudden, strong fear with signs such as a fast heartbeat.' },
  ptsd: {
    name: 'Stress after a trauma (PTSD)',
    says: 'A terrible event keeps coming back in thoughts, dreams or fear.',
  },
  bipolar: { name: 'Bipolar disorder', says: 'Mood and energy go far up and far down for days or weeks.' },
  adhd: {
    name: 'Trouble with attention or keeping still (ADHD)',
    says: 'It is hard to pay attention, to sit still or to wait, more than is usual for the age.',
  },
  autism: {
    name: 'Autism',
    says: 'A different way of the brain to take in the world and to deal with others.',
  },
  insomnia: { name: 'Trouble sleeping', says: 'It is hard to fall asleep or to stay asleep.' },
  alcohol: { name: 'Alcohol dependence', says: 'It is hard to stop drinking alcohol though it does harm.' },
  tobacco: { name: 'Tobacco dependence', says: 'It is hard to stop using tobacco.' },
  tobaccoOver: {
    name: 'Tobacco dependence that has passed',
    says: 'A person who depended on tobacco and has stopped.',
  },
  stress: { name: 'Stress', says: 'A strain that is hard to bear.' },
  migraine: { name: 'Migraine', says: 'Strong headaches that come back, often with nausea.' },
  migraineAura: {
    name: 'Migraine with aura',
    says: 'Strong headaches that come back, with lights, blind spots or tingling before them.',
  },
  tensionHeadache: { name: 'Tension headache', says: 'A dull headache, like a band around the head.' },
  headache: { name: 'Headache', says: 'Pain in the head.' },
  epilepsy: { name: 'Epilepsy', says: 'Seizures that come back.' },
  parkinson: {
    name: 'Parkinson’s disease',
    says: 'Part of the brain that guides movement slowly wears out.',
  },
  alzheimer: {
    name: 'Alzheimer’s disease',
    says: 'A disease of the brain that slowly takes memory and thinking.',
  },
  dementia: { name: 'Dementia', says: 'Memory and thinking have become so weak that daily life needs help.' },
  multipleSclerosis: {
    name: 'Multiple sclerosis',
    says: 'The body’s own defenses damage the cover of nerves in the brain and back.',
  },
  neuropathy: {
    name: 'Damaged nerves of hands or feet',
    says: 'Nerves away from the brain are damaged, often first those of the feet.',
  },
  chronicPain: { name: 'Lasting pain', says: 'Pain that has lasted for months.' },
  dizziness: { name: 'Dizziness', says: 'A feeling of spinning or of being unsteady.' },
  cough: { name: 'Cough', says: 'A cough, whatever its cause.' },
  fever: { name: 'Fever', says: 'The body is hotter than usual.' },
  fatigue: { name: 'Tiredness', says: 'A lack of strength that rest does not take away.' },
  chestPain: { name: 'Chest pain', says: 'Pain in the chest, whatever its cause.' },
  bellyPain: { name: 'Belly pain', says: 'Pain in the belly, whatever its cause.' },
  breathShort: { name: 'Shortness of breath', says: 'Breathing is hard or does not seem to be enough.' },
  nausea: { name: 'Nausea', says: 'Feeling sick to the stomach.' },
  rash: { name: 'Rash', says: 'The skin has changed in color or feel in places.' },
  fainting: { name: 'Fainting', says: 'A short loss of consciousness.' },
  palpitations: {
    name: 'Strong or fast heartbeat that is felt',
    says: 'The heartbeat is felt, mostly as fast, strong or uneven.',
  },
  housing: { name: 'Trouble keeping a home', says: 'It is hard to pay for a home or to stay in it.' },
};
