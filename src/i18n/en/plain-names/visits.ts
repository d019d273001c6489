import type { ConceptTexts } from '#i18n/plain-name.ts';

export const visits: ConceptTexts<'visits'> = {
  checkUp: {
    name: 'Check-up',
    says: 'A visit to look at health as a whole, without a particular complaint.',
  },
  yearlyVisit: { name: 'Yearly visit', says: 'The visit once a year to look at health as a whole.' },
  childCheckUp: {
    name: 'Child’s check-up',
    says: 'A visit to look at a child’s growth and health as a whole.',
  },
  problemVisit: { name: 'Visit for a health problem', says: 'A visit because of a health problem.' },
  symptomVisit: {
    name: 'Visit for a complaint',
    says: 'A visit because of something that was felt or noticed.',
  },
  followUp: { name: 'Follow-up visit', says: 'A later visit, to see how things have gone since.' },
  officeVisitNew: {
    name: 'Office visit, new patient',
    says: 'A visit to a practice where the person was not yet known.',
  },
  officeVisit: { name: 'Office visit', says: 'A visit to a practice where the person was known already.' },
  consultation: { name: 'Visit to ask for advice', says: 'A visit to somebody whose advice was asked for.' },
  emergency: { name: 'Emergency room visit', says: 'A visit to the emergency room of a hospital.' },
  urgentCare: {
    name: 'Urgent care visit',
    says: 'A visit to a place for care that cannot wait, but is no emergency.',
  },
  hospitalStay: { name: 'Hospital stay', says: 'Care in a hospital with a bed there.' },
  hospitalLeaving: { name: 'Leaving the hospital', says: 'The last day of a hospital stay.' },
  telehealth: { name: 'Visit by phone or video', says: 'A visit from afar, by phone or video.' },
  telephone: { name: 'Visit by phone', says: 'A talk with the care team by phone.' },
  online: { name: 'Visit by written messages', says: 'Questions and answers with the care team in writing.' },
  prenatal: { name: 'Pregnancy visit', says: 'A visit to see how a pregnancy is going.' },
  postnatal: { name: 'Visit after birth', says: 'A visit to see how a mother is doing after giving birth.' },
  vaccination: { name: 'Vaccination', says: 'A vaccine was given.' },
};
