import type { PlainTexts } from '#i18n/plain-name.ts';

/** Pictures, examinations and written reports. */
export const imaging: PlainTexts<'imaging'> = {
  chestXray: {
    name: 'Chest X-ray',
    says: 'An X-ray picture of the chest. It shows the lungs, the heart and the ribs.',
  },
  ankleXray: { name: 'Ankle X-ray', says: 'An X-ray picture of the bones of the ankle.' },
  mammogram: {
    name: 'Mammogram, screening',
    says: 'X-ray pictures of the breasts, taken to find changes early.',
  },
  chestCt: {
    name: 'CT scan of the chest',
    says: 'Detailed X-ray pictures of the chest, put together by a computer.',
  },
  kidneyUltrasound: { name: 'Kidney ultrasound', says: 'Pictures of the kidneys made with sound waves.' },
  boneAge: {
    name: 'Bone age X-ray',
    says: 'An X-ray picture that shows how far a child’s bones have grown, compared with age.',
  },
  boneDensity: {
    name: 'Bone density scan (DXA)',
    says: 'A low-dose X-ray that shows how dense the bones are.',
  },
  boneTScore: {
    name: 'Bone density compared with young adults (T-score)',
    says: 'Compares the density of the bones with that of healthy young adults.',
  },
  boneZScore: {
    name: 'Bone density compared with the same age (Z-score)',
    says: 'Compares the density of the bones with that of people of the same age and sex.',
  },
  cervicalCytology: {
    name: 'Pap test (cells of the cervix)',
    says: 'Cells from the cervix are looked at under a microscope, to find changes early.',
  },
  breastExam: {
    name: 'Breast examination',
    says: 'What was found when the breasts were looked at and felt.',
  },
  prostateExam: { name: 'Prostate examination', says: 'What was found when the prostate was felt.' },
  footExam: { name: 'Foot examination', says: 'What was found when the feet were looked at and felt.' },
  eyeExam: { name: 'Eye examination', says: 'What was found when the eyes were looked at.' },
  pathology: {
    name: 'Pathology report (tissue or cells)',
    says: 'A report on tissue or cells that were looked at under a microscope.',
  },
  imagingReport: {
    name: 'Imaging report',
    says: 'A written report on pictures such as X-rays, ultrasound or scans.',
  },
  laboratoryReport: { name: 'Laboratory report', says: 'A written report of laboratory tests.' },
  consultation: { name: 'Consultation note', says: 'A note by a specialist who was asked for advice.' },
  discharge: {
    name: 'Discharge summary (end of a hospital stay)',
    says: 'Sums up a hospital stay: why, what was done, and what comes next.',
  },
  history: {
    name: 'History and physical examination',
    says: 'A note on what the person told, on past health, and on what was found in the examination.',
  },
  operation: {
    name: 'Operation note',
    says: 'Describes an operation: what was done, how, and what was found.',
  },
  procedure: {
    name: 'Procedure note',
    says: 'Describes a procedure: what was done, how, and what was found.',
  },
  progress: {
    name: 'Progress note (visit note)',
    says: 'A note on how things are going, written at a visit or during a stay.',
  },
  referral: { name: 'Referral letter', says: 'A letter that asks another professional to see the person.' },
  nurse: { name: 'Nurse’s note', says: 'A note written by a nurse.' },
  telephone: { name: 'Telephone note', says: 'A note on a telephone call.' },
  emergency: { name: 'Emergency department note', says: 'A note on care given in an emergency department.' },
  directive: {
    name: 'Advance directive (wishes for future care)',
    says: 'Says what care a person wants if they cannot speak for themselves.',
  },
  episode: {
    name: 'Summary of care',
    says: 'Sums up a person’s health record or a time of care in one document.',
  },
  carePlan: { name: 'Plan of care', says: 'Describes what is planned: visits, tests, treatments and goals.' },
  deathCause: { name: 'Cause of death', says: 'The cause of death as it stands on the death certificate.' },
  deathCertificate: { name: 'Death certificate', says: 'The official record of a death.' },
};
