import type { PlainTexts } from '#i18n/plain-name.ts';

const virusRna = 'Looks for the genetic material of the virus, usually in a swab from the nose or throat.';
const bacteria = 'Looks for the genetic material of these bacteria, in urine or a swab.';
const culture = 'The sample is kept warm for some days to see whether germs grow in it.';
const susceptibility =
  'Shows whether this antibiotic stops the germ that was found. It helps choose the treatment.';
const immunity = 'Looks for antibodies that a vaccine or a past infection leaves behind.';

/** Infections, cultures and stool tests. */
export const infection: PlainTexts<'infection'> = {
  hepatitisBSurface: {
    name: 'Hepatitis B virus (surface antigen)',
    says: 'Looks for a part of the hepatitis B virus in the blood. The virus affects the liver.',
  },
  hepatitisBAntibody: { name: 'Hepatitis B protection (surface antibody)', says: immunity },
  hepatitisBCore: {
    name: 'Hepatitis B contact (core antibody)',
    says: 'Looks for antibodies that form after contact with the hepatitis B virus. A vaccine does not cause them.',
  },
  hepatitisCAntibody: {
    name: 'Hepatitis C antibodies',
    says: 'Looks for antibodies that form after contact with the hepatitis C virus. Another test shows whether the virus is still there.',
  },
  hepatitisCVirus: {
    name: 'Hepatitis C virus in the blood',
    says: 'Measures how much of the hepatitis C virus is in the blood.',
  },
  hepatitisA: {
    name: 'Hepatitis A antibodies, recent (IgM)',
    says: 'Looks for antibodies that form early in an infection with the hepatitis A virus.',
  },
  hiv: {
    name: 'HIV test',
    says: 'Looks for signs of HIV in the blood. A reactive result is checked with further tests.',
  },
  hivVirus: {
    name: 'HIV in the blood (viral load)',
    says: 'Measures how much HIV is in the blood. It is used to follow treatment.',
  },
  cd4: {
    name: 'CD4 cells (defense cells)',
    says: 'Counts a kind of white blood cell that leads the body’s defense. It is used to follow HIV care.',
  },
  syphilis: {
    name: 'Syphilis test',
    says: 'Looks for antibodies that are found with syphilis. More than one test is needed to be sure.',
  },
  chlamydia: { name: 'Chlamydia test', says: bacteria },
  gonorrhea: { name: 'Gonorrhea test', says: bacteria },
  covid: {
    name: 'COVID-19 test',
    says: 'Looks for the virus that causes COVID-19, usually in a swab from the nose or throat.',
  },
  influenzaA: { name: 'Flu test, type A', says: virusRna },
  influenzaB: { name: 'Flu test, type B', says: virusRna },
  rsv: { name: 'RSV test', says: virusRna },
  strepCulture: {
    name: 'Strep throat culture',
    says: `Looks for strep bacteria from a throat swab. ${culture}`,
  },
  strepAntigen: {
    name: 'Rapid strep test',
    says: 'Looks quickly for strep bacteria in a swab from the throat.',
  },
  tuberculosis: {
    name: 'Tuberculosis blood test',
    says: 'Shows whether the body’s defenses know the germ of tuberculosis. It does not tell whether the germ is active.',
  },
  tuberculosisSkin: {
    name: 'Tuberculosis skin test',
    says: 'The size of the bump on the skin some days after a tiny injection. It shows whether the body knows the germ.',
  },
  hpv: {
    name: 'HPV test',
    says: 'Looks for types of the human papillomavirus, a very common virus. It is part of screening the cervix.',
  },
  rubella: { name: 'German measles (rubella) protection', says: immunity },
  varicella: { name: 'Chickenpox (varicella) protection', says: immunity },
  bloodCulture: { name: 'Blood culture (search for germs)', says: culture },
  urineCulture: { name: 'Urine culture (search for germs)', says: culture },
  culture: { name: 'Culture (search for germs)', says: culture },
  cultureIsolate: {
    name: 'Germ found in a culture',
    says: 'Names the germ that grew from the sample, if one did.',
  },
  stoolCulture: { name: 'Stool culture (search for germs)', says: culture },
  sputumCulture: { name: 'Culture of coughed-up mucus', says: culture },
  throatCulture: { name: 'Throat culture (search for germs)', says: culture },
  woundCulture: { name: 'Wound culture (search for germs)', says: culture },
  fungusCulture: {
    name: 'Fungus culture',
    says: 'The sample is kept for some weeks to see whether a fungus grows in it.',
  },
  mycobacteria: {
    name: 'Culture for slow-growing bacteria',
    says: 'The sample is kept for weeks to see whether mycobacteria grow. The germ of tuberculosis is one of them.',
  },
  gramStain: {
    name: 'Gram stain (first look at germs)',
    says: 'The sample is colored and looked at under a microscope to find bacteria.',
  },
  acidFast: {
    name: 'Stain for slow-growing bacteria',
    says: 'The sample is colored and looked at under a microscope to find mycobacteria.',
  },
  mrsa: {
    name: 'MRSA check',
    says: 'Looks for staph bacteria that some antibiotics do not stop. Many people carry them without being ill.',
  },
  difficile: {
    name: 'C. difficile test (stool)',
    says: 'Looks in the stool for the toxin genes of a germ that can cause diarrhea, often after antibiotics.',
  },
  parasites: {
    name: 'Parasites in stool',
    says: 'The stool is looked at under a microscope to find parasites and their eggs.',
  },
  stoolBlood: {
    name: 'Hidden blood in stool',
    says: 'Looks for small amounts of blood that cannot be seen. It is a common screening test of the bowel.',
  },
  colonyCount: { name: 'Number of germs grown', says: 'Shows how many germs grew from the sample.' },
  ampicillin: { name: 'Does ampicillin act on the germ', says: susceptibility },
  ceftriaxone: { name: 'Does ceftriaxone act on the germ', says: susceptibility },
  ciprofloxacin: { name: 'Does ciprofloxacin act on the germ', says: susceptibility },
  clindamycin: { name: 'Does clindamycin act on the germ', says: susceptibility },
  gentamicin: { name: 'Does gentamicin act on the germ', says: susceptibility },
  nitrofurantoin: { name: 'Does nitrofurantoin act on the germ', says: susceptibility },
  oxacillin: { name: 'Does oxacillin act on the germ', says: susceptibility },
  cotrimoxazole: { name: 'Does trimethoprim-sulfa act on the germ', says: susceptibility },
  vancomycin: { name: 'Does vancomycin act on the germ', says: susceptibility },
};
