import { also, annotation, concept, icd10, loinc, refer, sct, coding, systems, quantity } from './build.ts';
import { provenance, visit, type Chart } from './chart.ts';
import { textFile } from './documents.ts';
import { allergy, condition } from './history.ts';
import { drugs, medication } from './medications.ts';
import { note, noteTypes } from './notes.ts';
import { interpretation, lab, labReport, observation, panel, specimen, vitals } from './observations.ts';
import { english, home, notHispanic, person, phone, races } from './person.ts';
import { locations, practitioners } from './practice.ts';
import type { Resource } from './resource.ts';

/** Siobhan Brennan: microbiology. Gram stain, organisms, susceptibilities under each, and results in words alone. */
export function siobhan(): readonly Resource[] {
  const chart = person({
    id: '429200310',
    names: [{ use: 'official', family: 'BRENNAN', given: ['SIOBHAN', 'AOIFE'] }],
    gender: 'female',
    birthDate: '1979-08-15',
    birthSex: 'F',
    race: [races.white],
    ethnicity: notHispanic,
    telecom: [phone('(480) 555-0244')],
    address: [home('30 CULTURE STREET', '2011-01-01')],
    languages: [english, ['ga', 'Irish']],
  });
  const stay = visit(
    chart,
    '2026-11-14T02:15',
    concept('Hospital stay', coding(systems.snomed, '32485007', 'Hospital admission')),
    {
      id: '90412710',
      class: ['IMP', 'inpatient encounter'],
      end: '2026-11-19T12:00',
      by: practitioners.hospitalist,
      location: locations.hospital,
      reason: 'Fever, flank pain',
      disposition: ['home', 'Home'],
    },
  );
  condition(
    chart,
    'ED',
    also(
      sct('91302008', 'Sepsis', 'Sepsis from the urinary tract'),
      icd10('A41.51', 'Sepsis due to Escherichia coli [E. coli]'),
    ),
    {
      status: 'resolved',
      onset: '2026-11-13',
      abatement: '2026-11-19',
      recorded: '2026-11-14T04:00',
      encounter: stay,
    },
  );
  allergy(chart, concept('Ciprofloxacin', coding(systems.rxnorm, '2551', 'ciprofloxacin')), {
    type: 'intolerance',
    category: 'medication',
    criticality: 'low',
    recorded: '2021-02-02',
    reactions: [[concept('tendon pain'), 'moderate']],
  });
  urine(chart, stay);
  blood(chart, stay);
  throat(chart);
  panel(
    chart,
    'cbc',
    '2026-11-14T02:40',
    { leukocytes: '21.4', hemoglobin: '12.8', hematocrit: '38.2', platelets: '118' },
    { encounter: stay, ranges: { hemoglobin: '12.0-15.5', hematocrit: '36.0-46.0' } },
  );
  observation(
    chart,
    'laboratory',
    loinc('2524-7', 'Lactate [Moles/volume] in Serum or Plasma', 'Lactate'),
    '2026-11-14T02:40',
    { valueQuantity: quantity('4.2', 'mmol/L') },
    {
      ...interpretation('HH'),
      referenceRange: [
        { low: quantity('0.5', 'mmol/L'), high: quantity('2.0', 'mmol/L'), text: '0.5–2.0 mmol/L' },
      ],
    },
  );
  lab(chart, 'hepatitisBsAg', '2026-11-14T02:40', 'Nonreactive');
  observation(chart, 'laboratory', concept('Peripheral smear, pathologist’s review'), '2026-11-14T06:00', {
    valueString:
      'Neutrophilia with left shift: bands 18 %, metamyelocytes 3 %. Toxic granulation and occasional Döhle bodies.\nPlatelets reduced, no clumps.\nNo blasts. Red cells normocytic.\n\nImpression: reactive, in keeping with bacterial infection.',
  });
  vitals(
    chart,
    '2026-11-14T02:20',
    { bp: '88/52', pulse: '126', breaths: '26', oxygen: '93', temperature: ['39.6', '°C'] },
    { ...interpretation('A') },
  );
  medication(chart, concept('Ceftriaxone 2 g IV'), '2 g intravenously every 24 hours', {
    status: 'completed',
    category: 'inpatient',
    authored: '2026-11-14T03:00',
    by: practitioners.hospitalist,
    encounter: stay,
    dose: ['2', 'g'],
    route: 'intravenous',
  });
  medication(chart, drugs.cephalexin500, '1 capsule by mouth four times daily until 28 Nov', {
    category: 'discharge',
    authored: '2026-11-19T11:00',
    by: practitioners.hospitalist,
    dose: ['1', 'capsule'],
    route: 'mouth',
    encounter: stay,
  });
  note(
    chart,
    noteTypes.discharge,
    '2026-11-19T12:00',
    [
      textFile(
        'Sepsis from E. coli pyelonephritis, two of two blood cultures. Ceftriaxone five days, home on cephalexin to day 14. MRSA nose swab positive, not treated.',
      ),
    ],
    { encounter: stay, author: practitioners.hospitalist },
  );
  provenance(chart);
  return chart.all();
}

const antibiotics = {
  ampicillin: ['18864-9', 'Ampicillin [Susceptibility]'],
  ceftriaxone: ['18895-3', 'cefTRIAXone [Susceptibility]'],
  ciprofloxacin: ['18906-8', 'Ciprofloxacin [Susceptibility]'],
  gentamicin: ['18928-2', 'Gentamicin [Susceptibility]'],
  nitrofurantoin: ['18955-5', 'Nitrofurantoin [Susceptibility]'],
  'trimethoprim-sulfamethoxazole': ['18998-5', 'Trimethoprim+Sulfamethoxazole [Susceptibility]'],
  vancomycin: ['19000-9', 'Vancomycin [Susceptibility]'],
  oxacillin: ['18961-3', 'Oxacillin [Susceptibility]'],
  clindamycin: ['18908-4', 'Clindamycin [Susceptibility]'],
} as const;

/** One organism with the antibiotics tried on it: [antibiotic, smallest inhibiting concentration, S/I/R]. */
function organism(
  chart: Chart,
  name: object,
  when: string,
  issued: string,
  tried: readonly (readonly [keyof typeof antibiotics, string, 'S' | 'I' | 'R'])[],
  more: object = {},
): Resource {
  const members = tried.map(([antibiotic, concentration, verdict]) => {
    const [code, display] = antibiotics[antibiotic];
    const word = antibiotic.charAt(0).toUpperCase() + antibiotic.slice(1);
    return observation(
      chart,
      'laboratory',
      loinc(code, display, word),
      when,
      { valueQuantity: quantity(concentration, 'µg/mL') },
      { ...interpretation(verdict), issued },
    );
  });
  return observation(
    chart,
    'laboratory',
    loinc('6463-4', 'Bacteria identified in Specimen by Culture', 'Organism'),
    when,
    { valueCodeableConcept: name },
    { hasMember: members.map((each) => refer(each)), issued, ...more },
  );
}

function urine(chart: Chart, stay: Resource): void {
  const when = '2026-11-14T02:30';
  const sample = specimen(chart, 'urine', when, {
    collection: {
      collectedDateTime: '2026-11-14T02:30:00-07:00',
      method: concept('Clean catch'),
      bodySite: concept('Urethra'),
    },
  });
  const issued = '2026-11-16T10:00:00-07:00';
  const coli = organism(chart, sct('112283007', 'Escherichia coli'), when, issued, [
    ['ampicillin', '>=32', 'R'],
    ['ceftriaxone', '<=1', 'S'],
    ['ciprofloxacin', '0.25', 'S'],
    ['gentamicin', '<=1', 'S'],
    ['nitrofurantoin', '32', 'S'],
    ['trimethoprim-sulfamethoxazole', '>=320', 'R'],
  ]);
  const count = observation(
    chart,
    'laboratory',
    loinc('19090-0', 'Colony count [#/volume] in Specimen', 'Colony count'),
    when,
    { valueQuantity: quantity('>100000', 'CFU/mL') },
    { issued },
  );
  labReport(
    chart,
    loinc('630-4', 'Bacteria identified in Urine by Culture', 'Urine culture'),
    when,
    [count, coli],
    {
      issued,
      encounter: refer(stay),
      specimen: [refer(sample)],
      category: [
        concept(
          'Microbiology',
          coding('http://terminology.hl7.org/CodeSystem/v2-0074', 'MB', 'Microbiology'),
        ),
        concept('Laboratory', coding('http://terminology.hl7.org/CodeSystem/v2-0074', 'LAB', 'Laboratory')),
      ],
      conclusion: 'Escherichia coli, more than 100,000 CFU/mL.',
    },
  );
  panel(
    chart,
    'urinalysis',
    when,
    {
      specificGravity: '1.025',
      urinePh: '6.5',
      urineProtein: '2+',
      urineBlood: '1+',
      urineNitrite: 'Positive',
      urineEsterase: '3+',
    },
    { specimen: sample },
  );
}

function blood(chart: Chart, stay: Resource): void {
  const when = '2026-11-14T02:45';
  const issued = '2026-11-16T14:20:00-07:00';
  const stain = observation(
    chart,
    'laboratory',
    loinc('664-3', 'Microscopic observation [Identifier] in Specimen by Gram stain', 'Gram stain'),
    when,
    { valueString: 'Gram-negative rods in both bottles' },
    {
      ...interpretation('AA'),
      issued: '2026-11-14T15:05:00-07:00',
      note: [annotation('Called to Dr Ward 15:10, read back.')],
    },
  );
  const coli = organism(
    chart,
    sct('112283007', 'Escherichia coli'),
    when,
    issued,
    [
      ['ampicillin', '>=32', 'R'],
      ['ceftriaxone', '<=1', 'S'],
      ['ciprofloxacin', '0.5', 'I'],
      ['gentamicin', '<=1', 'S'],
    ],
    { ...interpretation('AA') },
  );
  labReport(
    chart,
    loinc('600-7', 'Bacteria identified in Blood by Culture', 'Blood culture, two sets'),
    when,
    [stain, coli],
    {
      issued,
      encounter: refer(stay),
      conclusion: 'Escherichia coli in two of two sets.',
    },
  );
}

function throat(chart: Chart): void {
  const when = '2026-11-14T05:00';
  const issued = '2026-11-16T09:00:00-07:00';
  const staph = organism(
    chart,
    sct('115329001', 'Methicillin resistant Staphylococcus aureus'),
    when,
    issued,
    [
      ['oxacillin', '>=4', 'R'],
      ['vancomycin', '1', 'S'],
      ['clindamycin', '<=0.25', 'S'],
    ],
  );
  labReport(chart, concept('MRSA screen, nose'), when, [staph], { issued });
  // Text alone: no organism coded, nothing below.
  const words = observation(chart, 'laboratory', concept('Stool culture'), '2026-11-15T08:00', {
    valueString: 'No Salmonella, Shigella, Campylobacter or Shiga toxin.\nNormal flora.',
  });
  labReport(chart, concept('Stool culture'), '2026-11-15T08:00', [words]);
  lab(chart, 'urineCulture', '2026-07-02T10:00', 'Mixed flora, 10,000-50,000 CFU/mL; likely contamination');
}
