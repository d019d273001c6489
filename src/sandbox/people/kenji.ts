import {
  annotation,
  at,
  coding,
  concept,
  exact,
  hl7Concept,
  loinc,
  quantity,
  refer,
  sct,
  systems,
  period,
} from './build.ts';
import { provenance, visit } from './chart.ts';
import { careTeam } from './history.ts';
import { drugs, medication } from './medications.ts';
import { report } from './notes.ts';
import { interpretation, lab, labReport, observation, referenceRange, vitals } from './observations.ts';
import { english, home, notHispanic, person, phone, races } from './person.ts';
import { practitioners } from './practice.ts';
import type { Resource } from './resource.ts';

/** Kenji Takahashi: every shape a value, a range and a time can have. */
export function kenji(): readonly Resource[] {
  const chart = person({
    id: '429200327',
    names: [{ use: 'official', family: 'TAKAHASHI', given: ['KENJI'] }],
    gender: 'male',
    birthDate: '1960-04-30',
    birthSex: 'M',
    race: [races.asian],
    raceDetail: [['2039-6', 'Japanese']],
    ethnicity: notHispanic,
    telecom: [phone('(480) 555-0250')],
    address: [home('64 MEASURE AVENUE', '1995-01-01')],
    languages: [english, ['ja', 'Japanese']],
  });
  const seen = visit(
    chart,
    '2026-11-06T08:30',
    concept('Office visit', coding(systems.snomed, '185347001', 'Encounter for problem')),
    { id: '90412727', end: '2026-11-06T09:10', reason: 'Palpitations' },
  );
  const day = '2026-11-06T08:00';
  const result = (text: string, value: object, more: object = {}, when: string | object | undefined = day) =>
    observation(chart, 'laboratory', concept(text), when, value, {
      issued: '2026-11-06T12:00:00-07:00',
      ...more,
    });

  // Precision as written, comparators as bounds.
  lab(chart, 'creatinine', day, '1.50');
  lab(chart, 'creatinine', '2026-05-08T08:00', '1.0');
  lab(chart, 'psa', day, '<0.10');
  lab(chart, 'troponin', day, '<6');
  lab(chart, 'bnp', day, '>35000', { note: 'Above what the method can measure.' });
  lab(chart, 'inr', day, '6.8');
  lab(chart, 'potassium', '2026-05-08T08:00', '2.4');
  result('Ethanol', { valueQuantity: { ...quantity('<=10', 'mg/dL') } });
  result('Vitamin D, about', { valueQuantity: { value: 31, unit: 'ng/mL' } });
  result('Parasites counted', {
    valueQuantity: { value: exact('0'), comparator: '>', code: '{#}/uL', system: systems.ucum },
  });

  // One analyte in two units: a trend must not mix them.
  for (const [when, value] of [
    ['2024-06-03T08:00', '101'],
    ['2025-06-02T08:00', '108'],
    ['2026-05-08T08:00', '112'],
  ] as const)
    lab(chart, 'glucose', when, value);
  for (const [when, value] of [
    ['2023-05-29T08:00', '5.4'],
    ['2026-11-06T08:00', '6.3'],
  ] as const)
    observation(
      chart,
      'laboratory',
      loinc('14749-6', 'Glucose [Moles/volume] in Serum or Plasma', 'Glucose'),
      when,
      { valueQuantity: quantity(value, 'mmol/L') },
      { referenceRange: [referenceRange('3.9-5.5', 'mmol/L')] },
    );
  observation(
    chart,
    'laboratory',
    loinc('2345-7', 'Glucose [Mass/volume] in Serum or Plasma', 'Glucose'),
    '2022-05-30T08:00',
    { valueQuantity: quantity('1.02', 'g/L') },
  );
  vitals(chart, '2026-11-06T08:35', {
    temperature: ['37.2', '°C'],
    weight: ['71.30', 'kg'],
    bp: '128/',
    pulse: '112',
  });
  vitals(chart, '2025-06-02T08:10', {
    temperature: ['98.6', '°F'],
    weight: ['156.5', 'lb'],
    bp: '124/76',
    pulse: '68',
  });

  // Every value[x].
  result('Interpretation of serum proteins', { valueString: 'No monoclonal band.' });
  result('Blood group', { valueCodeableConcept: sct('112144000', 'Blood group A', 'A') });
  result('Fasting', { valueBoolean: true });
  result('Cells counted', { valueInteger: 200 });
  result('White cells in urine, per field', { valueRange: { low: quantity('5'), high: quantity('10') } });
  result(
    'Antinuclear antibody titer',
    { valueRatio: { numerator: quantity('1'), denominator: quantity('160') } },
    { referenceRange: [{ text: 'below 1:40' }], ...interpretation('A') },
  );
  result('Time of last meal', { valueTime: '19:30:00' });
  result('Last transfusion', { valueDateTime: '2026-10' });
  result('Collection', { valuePeriod: period('2026-11-05T07:00', '2026-11-06T07:00') });
  observation(
    chart,
    'procedure',
    loinc('11524-6', 'EKG study', 'ECG rhythm strip, lead II'),
    '2026-11-06T08:40',
    {
      valueSampledData: {
        origin: quantity('0', 'mV'),
        period: 40,
        factor: exact('0.01'),
        lowerLimit: -500,
        upperLimit: 500,
        dimensions: 1,
        data: '0 2 5 9 12 9 5 1 0 -8 -14 60 110 42 -30 -12 0 4 9 16 22 27 30 27 20 12 5 1 0 0 0 1 4 8 11 8 4 1 0 -7 -15 58 112 45 -29 -11 0 3 8 15 21 26 29 26 19 11 4 E 0 0',
      },
    },
  );
  result(
    'Cytogenetics',
    {},
    { dataAbsentReason: hl7Concept('data-absent-reason', 'not-performed', 'Not Performed') },
  );
  result('Fat in stool', {}, { dataAbsentReason: concept('Sample lost on the way') });

  // Components and members.
  observation(
    chart,
    'laboratory',
    loinc('24336-0', 'Gas panel - Arterial blood', 'Arterial blood gas'),
    day,
    {},
    {
      component: [
        {
          code: loinc('2744-1', 'pH of Arterial blood', 'pH'),
          valueQuantity: { value: exact('7.30') },
          ...interpretation('L'),
          referenceRange: [referenceRange('7.35-7.45', undefined)],
        },
        {
          code: loinc('2019-8', 'Carbon dioxide [Partial pressure] in Arterial blood', 'pCO2'),
          valueQuantity: quantity('52', 'mmHg'),
          ...interpretation('H'),
          referenceRange: [referenceRange('35-45', 'mmHg')],
        },
        {
          code: loinc('2703-7', 'Oxygen [Partial pressure] in Arterial blood', 'pO2'),
          valueQuantity: quantity('61.0', 'mmHg'),
          referenceRange: [referenceRange('80-100', 'mmHg')],
        },
        {
          code: loinc('3151-8', 'Inhaled oxygen flow rate', 'Oxygen'),
          dataAbsentReason: hl7Concept('data-absent-reason', 'asked-unknown', 'Asked But Unknown'),
        },
      ],
    },
  );
  observation(
    chart,
    'vital-signs',
    concept(
      'Oxygen saturation',
      coding(systems.loinc, '2708-6', 'Oxygen saturation in Arterial blood'),
      coding(systems.loinc, '59408-5', 'Oxygen saturation in Arterial blood by Pulse oximetry'),
    ),
    '2026-11-06T08:36',
    { valueQuantity: quantity('91', '%') },
    {
      component: [
        {
          code: loinc('3151-8', 'Inhaled oxygen flow rate', 'Oxygen flow'),
          valueQuantity: quantity('2', 'L/min'),
        },
        {
          code: loinc('3150-0', 'Inhaled oxygen concentration', 'Oxygen concentration'),
          valueQuantity: quantity('28', '%'),
        },
      ],
    },
  );

  // Ranges: several, by sex and age, text alone, none with a flag, a range without a flag.
  result(
    'Testosterone',
    { valueQuantity: quantity('240', 'ng/dL') },
    {
      ...interpretation('L'),
      referenceRange: [
        {
          low: quantity('300', 'ng/dL'),
          high: quantity('950', 'ng/dL'),
          text: 'Men 20–49 years: 300–950',
          appliesTo: [sct('248153007', 'Male')],
          age: { low: quantity('20', 'years'), high: quantity('49', 'years') },
        },
        {
          low: quantity('240', 'ng/dL'),
          high: quantity('950', 'ng/dL'),
          text: 'Men 50 years and over: 240–950',
          appliesTo: [sct('248153007', 'Male')],
          age: { low: quantity('50', 'years') },
        },
        {
          low: quantity('8', 'ng/dL'),
          high: quantity('60', 'ng/dL'),
          text: 'Women: 8–60',
          appliesTo: [sct('248152002', 'Female')],
        },
      ],
    },
  );
  result(
    'Tacrolimus',
    { valueQuantity: quantity('11.2', 'ng/mL') },
    { referenceRange: [{ text: 'Depends on the organ and on the time since transplant' }] },
  );
  result(
    'Cortisol, morning',
    { valueQuantity: quantity('1.1', 'µg/dL') },
    { referenceRange: [{ low: quantity('6.2', 'µg/dL'), high: quantity('19.4', 'µg/dL') }] },
  );
  result('Sedimentation rate', { valueQuantity: quantity('18', 'mm/h') }, interpretation('N'));
  result('Factor V Leiden', { valueString: 'Heterozygous' }, { ...interpretation('*', 'critical') });
  result(
    'Malaria smear',
    { valueString: 'Plasmodium falciparum, 6 % of red cells' },
    { ...interpretation('AA'), note: [annotation('Called 12:20.'), annotation('Second slide asked for.')] },
  );
  result(
    'Ammonia',
    { valueQuantity: quantity('44', 'µmol/L') },
    { interpretation: [concept(undefined, coding('urn:local:flags', 'H!', 'High, check'))] },
  );

  // Every effective[x].
  result(
    'Cortisol in 24 h urine',
    { valueQuantity: quantity('44.0', 'µg/d') },
    {},
    { effectivePeriod: period('2026-11-05T07:00', '2026-11-06T07:00') },
  );
  result(
    'Glucose at the bedside',
    { valueQuantity: quantity('119', 'mg/dL') },
    {},
    { effectiveInstant: '2026-11-06T15:42:07.250Z' },
  );
  result(
    'Glucose before meals',
    { valueQuantity: quantity('124', 'mg/dL') },
    {},
    { effectiveTiming: { event: [at('2026-11-05T07:30'), at('2026-11-05T12:10'), at('2026-11-05T18:00')] } },
  );
  result('Old slip', { valueString: 'normal' }, { issued: undefined }, undefined);

  const strip = observation(
    chart,
    'procedure',
    loinc('8601-7', 'EKG impression', 'ECG impression'),
    '2026-11-06T08:45',
    { valueString: 'Atrial fibrillation with rapid ventricular response, rate 112.' },
  );
  report(
    chart,
    'cardiology',
    loinc('11524-6', 'EKG study', 'Electrocardiogram, 12 leads'),
    '2026-11-06T08:45',
    {
      results: [strip],
      encounter: seen,
      conclusion: 'New atrial fibrillation.',
      more: { conclusionCode: [sct('49436004', 'Atrial fibrillation')] },
    },
  );
  labReport(chart, concept('Report without results'), day, [], {
    result: undefined,
    conclusion: 'Sample insufficient for every test asked for.',
  });
  medication(chart, drugs.warfarin5, 'Half a tablet on Monday and Friday, one tablet on the other days', {
    authored: '2025-01-10',
    more: {
      dosageInstruction: [
        {
          sequence: 1,
          text: 'Half a tablet on Monday and Friday',
          timing: { repeat: { dayOfWeek: ['mon', 'fri'], frequency: 1, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: quantity('2.5', 'mg') }],
        },
        {
          sequence: 2,
          text: 'One tablet on the other days',
          timing: { repeat: { dayOfWeek: ['tue', 'wed', 'thu', 'sat', 'sun'] } },
          doseAndRate: [{ doseRange: { low: quantity('5', 'mg'), high: quantity('5', 'mg') } }],
          maxDosePerPeriod: { numerator: quantity('30', 'mg'), denominator: quantity('1', 'wk') },
        },
      ],
      substitution: { allowedBoolean: false, reason: concept('Brand matters') },
    },
  });
  careTeam(chart, 'Heart clinic', [[sct('17561000', 'Cardiologist'), practitioners.hospitalist]]);
  medication(chart, drugs.metoprolol50, '1 tablet by mouth once daily', {
    authored: '2026-11-06T09:05',
    encounter: seen,
    more: { reasonReference: [refer(strip)] },
  });
  provenance(chart);
  return chart.all();
}
