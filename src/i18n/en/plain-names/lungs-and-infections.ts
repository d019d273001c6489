import type { ConceptTexts } from '#i18n/plain-name.ts';

export const lungsAndInfections: ConceptTexts<'lungsAndInfections'> = {
  asthma: {
    name: 'Asthma',
    says: 'The airways become narrow from time to time, which makes it hard to breathe.',
  },
  asthmaMildIntermittent: {
    name: 'Asthma, mild, now and then',
    says: 'The airways become narrow from time to time, on few days.',
  },
  asthmaMild: {
    name: 'Asthma, mild, on many days',
    says: 'The airways become narrow on more than two days a week, without much trouble.',
  },
  asthmaModerate: { name: 'Asthma, moderate', says: 'The airways become narrow on most days.' },
  asthmaSevere: { name: 'Asthma, severe', says: 'The airways are narrow throughout most days.' },
  childAsthma: {
    name: 'Asthma in childhood',
    says: 'The airways become narrow from time to time, which makes it hard to breathe.',
  },
  copd: {
    name: 'Lasting lung disease (COPD)',
    says: 'The airways of the lungs are narrowed for good, which makes it hard to breathe out.',
  },
  emphysema: {
    name: 'Emphysema',
    says: 'The small air sacs of the lungs are damaged, which makes it hard to breathe out.',
  },
  bronchitisAcute: {
    name: 'Bronchitis',
    says: 'The larger airways are inflamed, mostly by a virus. It brings a cough and mostly passes in some weeks.',
  },
  pneumonia: { name: 'Pneumonia (lung infection)', says: 'Germs have made part of the lung sick.' },
  sleepApnea: { name: 'Sleep apnea', says: 'Breathing stops for short times during sleep.' },
  hayFever: {
    name: 'Hay fever (seasonal allergy of the nose)',
    says: 'Pollen makes the nose run, itch or stop up.',
  },
  noseAllergy: {
    name: 'Allergy of the nose',
    says: 'Pollen, dust or animals make the nose run, itch or stop up.',
  },
  coldInfection: {
    name: 'Infection of the nose and throat',
    says: 'An infection of the upper airways, mostly by a virus. It mostly passes by itself.',
  },
  commonCold: { name: 'Common cold', says: 'A virus infection of the nose. It mostly passes by itself.' },
  sinusitis: { name: 'Sinus infection', says: 'The hollow spaces beside the nose are inflamed.' },
  sinusitisViral: {
    name: 'Sinus infection by a virus',
    says: 'The hollow spaces beside the nose are inflamed. It mostly passes by itself.',
  },
  sinusitisChronic: {
    name: 'Lasting sinus inflammation',
    says: 'The hollow spaces beside the nose have been inflamed for weeks or longer.',
  },
  soreThroat: { name: 'Sore throat', says: 'The throat is inflamed, mostly by a virus.' },
  soreThroatViral: {
    name: 'Sore throat by a virus',
    says: 'A virus has inflamed the throat. It mostly passes by itself.',
  },
  strepThroat: { name: 'Strep throat', says: 'Bacteria called streptococci have inflamed the throat.' },
  earInfection: { name: 'Infection of the middle ear', says: 'The space behind the eardrum is inflamed.' },
  flu: { name: 'Flu', says: 'An infection by the influenza virus, with fever, cough and aches.' },
  covid: { name: 'COVID-19', says: 'An infection by the coronavirus SARS-CoV-2.' },
  stomachVirus: {
    name: 'Stomach flu (by a virus)',
    says: 'A virus has inflamed the stomach and bowels. It brings diarrhea or vomiting and mostly passes by itself.',
  },
  urineInfection: {
    name: 'Infection of the urinary tract',
    says: 'Germs have made the bladder or the paths of the urine sick.',
  },
  urineInfectionAgain: {
    name: 'Infections of the urinary tract that come back',
    says: 'Germs have made the bladder or the paths of the urine sick more than once.',
  },
  shingles: { name: 'Shingles', says: 'A painful rash. The virus of chickenpox has become active again.' },
  cellulitis: {
    name: 'Skin infection',
    says: 'Germs have got into the skin and made it red, warm and sore.',
  },
  sepsis: {
    name: 'Sepsis (a severe reaction to an infection)',
    says: 'The body reacts to an infection so strongly that its own organs suffer. It needs care at once.',
  },
  hiv: {
    name: 'HIV infection',
    says: 'An infection by HIV, a virus that weakens the body’s defenses. Treatment keeps it in check.',
  },
  hepatitisB: { name: 'Lasting hepatitis B', says: 'A virus has inflamed the liver for months or longer.' },
  hepatitisC: {
    name: 'Lasting hepatitis C',
    says: 'A virus has inflamed the liver for months or longer. It can mostly be cured.',
  },
  breastCancer: { name: 'Breast cancer', says: 'A harmful growth of cells that began in the breast.' },
  lungCancer: { name: 'Lung cancer', says: 'A harmful growth of cells that began in a lung.' },
  lungCancerNonSmall: {
    name: 'Lung cancer (non-small cell)',
    says: 'The more common kind of lung cancer, named after how its cells look.',
  },
  colonCancer: {
    name: 'Cancer of the large bowel',
    says: 'A harmful growth of cells that began in the large bowel.',
  },
  prostateCancer: {
    name: 'Prostate cancer',
    says: 'A harmful growth of cells that began in the prostate, a gland below the bladder.',
  },
  melanoma: { name: 'Melanoma (a skin cancer)', says: 'A harmful growth of the skin’s color cells.' },
};
