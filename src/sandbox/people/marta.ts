import {
  also,
  annotation,
  at,
  coding,
  concept,
  hl7Code,
  hl7Concept,
  icd10,
  loinc,
  narrative,
  quantity,
  refer,
  sct,
  systems,
} from './build.ts';
import { provenance, unknownCode, visit } from './chart.ts';
import { textFile } from './documents.ts';
import {
  allergy,
  careTeam,
  condition,
  coverage,
  goal,
  immunization,
  order,
  orderCategories,
  procedure,
} from './history.ts';
import { administration, daily, dispense, drugs, medication } from './medications.ts';
import { note, noteTypes, report } from './notes.ts';
import { interpretation, lab, labReport, observation, panel, specimen, vitals } from './observations.ts';
import { english, home, notHispanic, person, phone, races, relatedPerson } from './person.ts';
import { payers, practitioners } from './practice.ts';
import type { Resource } from './resource.ts';

/** Marta Kovalenko: what a record says is NOT so. Errors withdrawn, diagnoses refuted, things not done, unknown words. */
export function marta(): readonly Resource[] {
  const chart = person({
    id: '429200303',
    names: [{ use: 'official', family: 'KOVALENKO', given: ['MARTA'] }],
    gender: 'female',
    birthDate: '1971-11-05',
    birthSex: 'F',
    race: [races.white],
    ethnicity: notHispanic,
    telecom: [phone('(480) 555-0240')],
    address: [home('5 EXCEPTION ROW', '2015-03-01')],
    languages: [english],
  });
  const inError = 'entered-in-error';
  const seen = visit(
    chart,
    '2026-10-14T09:00',
    concept('Office visit', coding(systems.snomed, '390906007', 'Follow-up encounter')),
    { id: '90412703', end: '2026-10-14T09:40', reason: 'Chart clean-up' },
  );
  visit(chart, '2026-10-14T09:00', concept('Office visit'), { status: inError, reason: 'Wrong chart' });
  visit(chart, '2026-09-01T11:00', concept('Office visit'), { status: 'cancelled', reason: 'Did not come' });
  visit(chart, '2026-12-03T10:00', concept('Office visit'), { status: 'planned', reason: 'Follow-up' });

  // Withdrawn: never a fact.
  allergy(chart, concept('Bee venom', coding(systems.snomed, '288328004', 'Bee venom')), {
    status: 'none',
    verification: inError,
    recorded: '2026-03-02T10:00',
    criticality: 'high',
  });
  condition(
    chart,
    'PL',
    also(
      sct('254837009', 'Malignant neoplasm of breast'),
      icd10('C50.919', 'Malignant neoplasm of unspecified site of unspecified female breast'),
    ),
    { status: 'none', verification: inError, recorded: '2026-03-02T10:05' },
  );
  medication(chart, drugs.warfarin5, '1 tablet by mouth once daily', {
    status: inError,
    authored: '2026-03-02T10:10',
    timing: daily,
    note: 'Meant for another patient.',
  });
  lab(chart, 'glucose', '2026-03-02T08:00', '612', {
    more: { status: inError, ...interpretation('HH') },
    note: 'Mislabelled tube.',
  });
  vitals(chart, '2026-03-02T10:01', { weight: ['641.0', 'lb'] }, { status: inError });
  immunization(chart, ['207', 'COVID-19, mRNA, LNP-S, PF, 100 mcg/0.5 mL dose'], '2026-03-02', {
    status: inError,
  });
  procedure(chart, sct('80146002', 'Appendectomy'), '2026-03-02', { status: inError });
  report(
    chart,
    'radiology',
    loinc('36643-5', 'XR Chest 2 Views', 'Chest X-ray, two views'),
    '2026-03-02T11:00',
    { conclusion: 'Film of another patient.', more: { status: inError } },
  );
  note(
    chart,
    noteTypes.progress,
    '2026-03-02T10:20',
    [textFile('This note was written in the wrong chart.')],
    { more: { status: inError } },
  );
  goal(chart, concept('Stop warfarin safely'), { status: inError, start: '2026-03-02' });
  careTeam(chart, 'Team of another patient', [[concept('Cardiologist'), { display: 'Unnamed' }]], {
    status: inError,
  });
  coverage(chart, {
    payer: payers.commercial,
    memberId: 'WRONG-1',
    type: ['5', 'PRIVATE HEALTH INSURANCE'],
    start: '2026-03-02',
    more: { status: inError },
  });
  order(
    chart,
    loinc('6301-6', 'INR in Platelet poor plasma by Coagulation assay', 'INR'),
    '2026-03-02T10:11',
    { status: inError },
  );
  chart.add('Device', {
    status: inError,
    type: concept('Artificial hip, left'),
    patient: chart.patient,
    udiCarrier: [{ deviceIdentifier: '09999999999970' }],
  });
  specimen(chart, 'serum', '2026-03-02T08:00', { status: inError });

  // Not so, perhaps so, or one of several.
  condition(
    chart,
    'PL',
    also(
      sct('73211009', 'Diabetes mellitus'),
      icd10('E11.9', 'Type 2 diabetes mellitus without complications'),
    ),
    {
      status: 'none',
      verification: 'refuted',
      recorded: '2026-10-14T09:10',
      encounter: seen,
      note: 'A1c 5.2 % twice.',
    },
  );
  condition(chart, 'PL', sct('396331005', 'Celiac disease'), {
    verification: 'unconfirmed',
    recorded: '2026-10-14T09:11',
    encounter: seen,
  });
  condition(chart, 'PL', sct('203082005', 'Fibromyalgia'), {
    verification: 'differential',
    recorded: '2026-10-14T09:12',
    encounter: seen,
  });
  condition(chart, 'PL', sct('69896004', 'Rheumatoid arthritis'), {
    verification: 'provisional',
    recorded: '2026-10-14T09:13',
    encounter: seen,
  });
  condition(chart, 'PL', sct('195967001', 'Asthma'), {
    status: 'relapse',
    onset: '1990',
    recorded: '2026-10-14T09:14',
  });
  allergy(chart, concept('Penicillin', coding(systems.rxnorm, '70618', 'penicillin')), {
    verification: 'refuted',
    status: 'inactive',
    category: 'medication',
    recorded: '2026-10-14T09:15',
    note: 'Tolerated amoxicillin in 2025 after testing.',
  });

  // Words no code list has.
  condition(
    chart,
    'PL',
    concept('Evil eye', coding('urn:oid:2.16.840.1.113883.3.9999.1673497.99', 'EYE-7')),
    {
      status: 'none',
      recorded: '2026-10-14',
      more: { clinicalStatus: concept(undefined, hl7Code('condition-clinical', 'dormant', 'Dormant')) },
    },
  );
  observation(
    chart,
    'laboratory',
    concept('Special coagulation, sent away'),
    '2026-10-14T09:30',
    { valueString: 'see paper' },
    { status: 'awaiting-countersign', ...interpretation('ZZ', 'Beyond our chart') },
  );
  medication(chart, unknownCode, 'as before', { status: 'lapsed', authored: '2026-10-14' });
  chart.add(
    'Observation',
    {
      status: 'final',
      code: concept('Something measured'),
      subject: chart.patient,
      effectiveDateTime: '2026-10-14',
      valueAttachment: { contentType: 'text/plain', data: 'NDI=' },
      category: [concept('Local category', coding('urn:local', 'misc'))],
    },
    'HX-',
  );

  // A modifier nobody here understands may turn the record round.
  const modifier = {
    modifierExtension: [
      { url: 'http://example.invalid/fhir/StructureDefinition/stated-by-opponent', valueBoolean: true },
    ],
  };
  condition(chart, 'PL', concept('Unfit for work'), { recorded: '2026-10-14T09:16', more: modifier });
  medication(chart, drugs.prednisone20, '1 tablet by mouth once daily', {
    authored: '2026-10-14T09:17',
    more: modifier,
  });

  // Not done, not given, not to be given.
  immunization(chart, ['140', 'Influenza, seasonal, injectable, preservative free'], '2026-10-14', {
    status: 'not-done',
    reason: hl7Concept('v3-ActReason', 'IMMUNE', 'immunity'),
  });
  procedure(chart, sct('73761001', 'Colonoscopy'), undefined, {
    status: 'not-done',
    statusReason: sct('105480006', 'Refusal of treatment by patient', 'Patient refused'),
  });
  procedure(
    chart,
    sct('23426006', 'Measurement of respiratory function', 'Lung function test'),
    '2026-10-14T09:35',
    { status: 'stopped', statusReason: concept('Too short of breath to go on') },
  );
  procedure(chart, sct('91251008', 'Physical therapy procedure', 'Physical therapy'), '2026-11-30', {
    status: 'preparation',
  });
  medication(chart, drugs.ibuprofen200, 'Do not take ibuprofen or any other anti-inflammatory', {
    authored: '2026-10-14T09:18',
    more: { doNotPerform: true },
    reason: concept('Ulcer in 2020'),
  });
  order(chart, concept('MRI of any kind'), '2026-10-14T09:19', {
    doNotPerform: true,
    category: [orderCategories.imaging],
    reasonCode: [concept('Metal in the eye')],
  });
  const inhaler = medication(chart, drugs.albuterol, '2 puffs inhaled as needed', {
    authored: '2026-10-14T09:20',
    asNeeded: true,
    dose: ['2', 'puff'],
    route: 'inhaled',
  });
  dispense(chart, inhaler, '2026-10-14T12:00', ['1', 'inhaler'], {
    status: 'declined',
    statusReasonCodeableConcept: concept('Too expensive'),
  });
  administration(
    chart,
    concept('Ketorolac 30 mg injection'),
    '2026-10-14T09:33',
    ['30', 'mg'],
    'intramuscular',
    { status: 'not-done', statusReason: [concept('Ulcer in 2020')], dosage: undefined },
  );

  // Results that changed their state.
  lab(chart, 'tsh', '2026-10-14T08:10', '2.9', {
    more: { status: 'corrected' },
    note: 'Corrected on 15 Oct; first reported as 29.',
  });
  lab(chart, 'a1c', '2026-10-14T08:10', '5.2', { more: { status: 'amended' } });
  lab(chart, 'ferritin', '2026-10-14T08:10', '38', { more: { status: 'preliminary' } });
  observation(
    chart,
    'laboratory',
    loinc('2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 'Potassium'),
    '2026-10-14T08:10',
    {
      dataAbsentReason: concept(
        'Sample hemolyzed',
        hl7Code('data-absent-reason', 'not-performed', 'Not Performed'),
      ),
    },
    { status: 'cancelled' },
  );
  panel(chart, 'liver', '2026-10-14T08:10', { alt: '28', ast: '24' }, { more: { status: 'partial' } });

  // References that lead nowhere, and a drug carried inside its own record.
  medication(chart, undefined, '1 tablet by mouth at bedtime', {
    authored: '2026-10-14T09:21',
    more: { medicationReference: refer('Medication/555001', 'Hydroxychloroquine 200 mg tablet') },
  });
  medication(chart, undefined, '1 capsule by mouth once daily', {
    authored: '2026-10-14T09:22',
    more: { medicationReference: { reference: 'Medication/555001' } },
  });
  medication(chart, undefined, '5 mL by mouth at night', {
    authored: '2026-10-14T09:23',
    more: {
      contained: [
        {
          resourceType: 'Medication',
          id: 'mixture',
          code: concept('Cough mixture, made up by the pharmacy'),
          form: sct('385023001', 'Oral solution'),
          ingredient: [
            {
              itemCodeableConcept: concept('Codeine phosphate'),
              strength: { numerator: quantity('2', 'mg'), denominator: quantity('1', 'mL') },
            },
            {
              itemCodeableConcept: concept('Guaifenesin'),
              strength: { numerator: quantity('20', 'mg'), denominator: quantity('1', 'mL') },
            },
          ],
        },
      ],
      medicationReference: { reference: '#mixture' },
    },
  });
  observation(
    chart,
    'laboratory',
    loinc('718-7', 'Hemoglobin [Mass/volume] in Blood', 'Hemoglobin'),
    '2026-10-14T08:10',
    { valueQuantity: quantity('12.9', 'g/dL') },
    {
      performer: [refer('Practitioner/9999999')],
      encounter: refer('Encounter/PT-00000000'),
      referenceRange: [{ text: '12.0-15.5' }],
    },
  );
  labReport(chart, concept('Sent-away panel'), '2026-10-14T08:10', [], {
    result: [refer('Observation/LR-0000000001', 'Anti-CCP antibodies')],
    performer: [refer('https://elsewhere.example.invalid/fhir/Organization/1', 'A laboratory elsewhere')],
  });
  note(
    chart,
    noteTypes.referral,
    '2026-09-28T10:00',
    [{ contentType: 'application/pdf', url: 'Binary/77001', title: 'Letter from rheumatology' }],
    {
      author: { reference: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor' },
    },
  );
  chart.add('Procedure', {
    status: 'completed',
    code: concept('Joint injection, right knee'),
    subject: chart.patient,
    performedDateTime: at('2026-09-28'),
    recorder: refer('urn:uuid:0d9c7d6e-3c1f-4c5e-9a44-5f3f0c0f9a11'),
  });

  // Texts that say more, or other, than the fields.
  condition(
    chart,
    'PL',
    concept(
      'Migraine',
      coding(systems.snomed, '25064002', 'Headache'),
      icd10('G44.209', 'Tension-type headache, unspecified, not intractable'),
    ),
    {
      recorded: '2026-10-14T09:24',
      note: 'The codes say headache; the words say migraine.',
      more: {
        text: narrative('additional', '<p>Aura of zigzag lines, twice a month. <em>No estrogen.</em></p>'),
      },
    },
  );
  observation(
    chart,
    'exam',
    concept('Skin'),
    '2026-10-14T09:36',
    { valueString: 'Clear' },
    {
      text: narrative('generated', '<p>Skin: clear</p>'),
      note: [
        annotation('One mole on the back, photographed.', '2026-10-14T09:37', 'Nora Example, RN'),
        annotation('Compare in spring.'),
      ],
    },
  );
  relatedPerson(chart, 'KOVALENKO', 'OLEKSANDR', hl7Code('v3-RoleCode', 'HUSB', 'husband'), {
    active: false,
    period: { end: '2024-02-11' },
  });
  medication(chart, drugs.cetirizine10, '1 tablet by mouth once daily', {
    authored: '2026-10-14T09:25',
    intent: 'plan',
    by: practitioners.pharmacist,
    dose: ['1', 'tablet'],
  });
  provenance(chart);
  return chart.all();
}
