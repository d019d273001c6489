import type { SectionId } from './sections.ts';

/** "What is this?" of every section and page: what stands there, where it comes from, what an absence means. */
const whatIs = {
  'what-is.summary':
    'The most important parts of the record on one page: what needs attention, current problems and medicines, latest results and visits. Each line opens the record it comes from. Where a part is missing, the page says why.',
  'what-is.timeline':
    'Everything in the record that has a date, newest first, grouped by visit or by day. It is put together from all sections that have been read. Records without a date stand apart, and sections that could not be read are named.',
  'what-is.changes':
    'What is new, changed, stopped or resulted since a visit or a day you choose. Only dates written in the record can tell this. “No change” means that no date shows one, not that nothing happened.',
  'what-is.problems':
    'Illnesses and other health concerns that a care team wrote into the record, the current ones first. A problem can stay listed after it has passed. “None recorded” means that none was written down in this system.',
  'what-is.allergies':
    'Things that caused a reaction, or might, with the reaction and how serious it can be. The care team or the person reported them. “None recorded” is not the same as “no known allergies”: it means that nothing was written down.',
  'what-is.medications':
    'Medicines that were prescribed, given or reported, with the dose as it was written. Current ones come first. “None recorded” means that none was written down in this system: others may have been prescribed elsewhere or bought without a prescription.',
  'what-is.immunizations':
    'Vaccines that were given, or were not given, with their dates. They were written down by the practice or reported from elsewhere. “None recorded” does not mean that none were given: they may be recorded in another place.',
  'what-is.procedures':
    'Operations, treatments and examinations that were done, or were planned and not done. They come from the practice’s record. “None recorded” means that none was written down in this system.',
  'what-is.results':
    'Tests of blood, urine and other samples, with the usual range where the laboratory gave one. A result outside the range is not always a problem, and one within it does not rule a problem out. “None recorded” means that this system listed no laboratory result.',
  'what-is.vitals':
    'Basic measurements of the body, such as blood pressure, pulse, weight and height, mostly taken at visits. “None recorded” means that none was written down in this system.',
  'what-is.tests':
    'Tests that are not done in a laboratory, such as X-rays, scans, heart tracings and lung tests. The pictures themselves mostly stay in the imaging system. “None recorded” means that this system listed none.',
  'what-is.specimens':
    'Samples that were taken for tests, such as blood, urine or tissue: what was taken, when and from where. Many systems do not share them, even when there are results. “None recorded” means that no sample was written down by itself.',
  'what-is.documents':
    'Notes, letters, forms and other documents that the care team wrote or received. They are shown as they were written. “None recorded” means that this system shared no document: some may exist only on paper or in another system.',
  'what-is.reports':
    'Reports on laboratory tests, imaging and other examinations, with what the professional concluded. The single results stand in their own sections too. “None recorded” means that this system listed no report.',
  'what-is.encounters':
    'Visits, hospital stays, calls and video visits, with their dates and reasons. Visits are also called encounters. “None recorded” means that this system listed none: visits to other places are often not listed.',
  'what-is.care-plan':
    'What the care team plans to do: treatments, tests, visits and advice. It was written by the care team. “None recorded” means that no plan was written down as one: plans may also stand in notes.',
  'what-is.goals':
    'What a person and the care team want to reach, with a target and a date where there is one. “None recorded” means that no goal was written down in this system.',
  'what-is.care-team':
    'The people who take part in the care, and what each of them does. “None recorded” means that no team was written down in this system, not that nobody is in charge.',
  'what-is.devices':
    'Devices in or on the body, such as a pacemaker or a new joint, with their numbers. “None recorded” means that none was written down in this system: a device from another place may be missing.',
  'what-is.orders':
    'Tests, treatments and referrals that a care team asked for. An order does not mean that it was done: the result stands in its own section. “None recorded” means that this system listed no order.',
  'what-is.demographics':
    'Who the person is and how to reach them: name, date of birth, sex, language, address and contacts. It was told to the practice. What is missing here was not recorded or not shared; the practice can correct it.',
  'what-is.social-history':
    'Daily life and habits, such as smoking, work and pregnancy, and answers to health questionnaires. It is what was said or filled in at that time. “None recorded” means that no answer was written down, not that the answer was no.',
  'what-is.coverage':
    'Health insurance and other coverage, as the practice knows it for billing. It does not say what a plan pays for. “None recorded” means that none was written down in this system, not that the person has none.',
  'what-is.people':
    'Relatives, caregivers and others who are linked to this person’s record, with how to reach them. “None recorded” means that nobody was written down in this system.',
  'what-is.other':
    'Records that belong to no other section, so that nothing the system sent is left out. They are shown as they were sent. “None recorded” means that everything sent stands in another section.',
  'what-is.take-away':
    'Print the record, or save it as a file to keep or to show to somebody else. Files are made in this browser and sent nowhere. Printed pages name what could not be read.',
} as const satisfies Readonly<Record<`what-is.${SectionId}`, string>>;

const pages = {
  'what-is.find':
    'Looks for a word, a name, a code or a value in everything that has been read, and opens the record. It looks in this tab alone and sends nothing. What has not been read, or cannot be searched, is named.',
  'what-is.reading-pane':
    'The document you chose, as it was written by its author. Next and previous go through the list beside it. If it cannot be shown here, it says why and offers a download where there is one.',
} as const;

/** What a flag means, at length; links to the public library. */
const choices = {
  'what-is.open': 'What is this?',
  'plain.more': ({ name }: { readonly name: string }) => `Read more about ${name} in MedlinePlus`,
  'plain.leaves':
    'Opens MedlinePlus, a public library of the U.S. National Library of Medicine, in a new tab. This app sends it only the code of this entry and the language, nothing about you.',

  'means.high':
    'Higher than the usual range. Many things can cause this, and it is not always a problem. Ask your care team what it means for you.',
  'means.low':
    'Lower than the usual range. Many things can cause this, and it is not always a problem. Ask your care team what it means for you.',
  'means.abnormal':
    'Not what is usual for this test. Many things can cause this, and it is not always a problem. Ask your care team what it means for you.',
  'means.critical-high':
    'Marked as critical: so far above the usual range that it may need care soon. Ask your care team if they have not called you.',
  'means.critical-low':
    'Marked as critical: so far below the usual range that it may need care soon. Ask your care team if they have not called you.',
  'means.critical':
    'Marked as critical: it may need care soon. Ask your care team if they have not called you.',
  'means.derived':
    'This app compared the value with the range that came with it. The source of the result did not say so itself.',
} as const;

export const explained = { ...whatIs, ...pages, ...choices } as const;
