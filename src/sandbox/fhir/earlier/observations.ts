/** Observation, DiagnosticReport and Specimen as DSTU2 (§4.20–4.23) and STU3 (§10.1–10.4) write them. */
import { choice, common, concept, noteAs } from './datatypes.ts';
import {
  as,
  coded,
  each,
  first,
  leftOut,
  listOf,
  only,
  restated,
  type Rule,
  type Rules,
  same,
  shape,
} from './shape.ts';

const reason = 'there is one';

/** `hasMember` and `derivedFrom` are relations of one list. */
function related(type: string): Rule {
  return (value) => ({ related: listOf(value).map((target) => ({ type, target })) });
}

/** A planned or repeated time: the whole of its events, or the bounds of its repeats. */
const timing = restated('from the first to the last of its times', (value) => {
  const { event, repeat } = value as { event?: readonly string[]; repeat?: { boundsPeriod?: unknown } };
  const times = event?.toSorted() ?? [];
  return { effectivePeriod: repeat?.boundsPeriod ?? { start: times[0], end: times.at(-1) } };
});

const shared: Rules = {
  ...common,
  code: same,
  subject: same,
  ...choice('effective', 'DateTime', 'Period'),
  effectiveInstant: as('effectiveDateTime'),
  effectiveTiming: timing,
  issued: same,
  performer: same,
  dataAbsentReason: same,
  bodySite: same,
  method: same,
  specimen: same,
  hasMember: related('has-member'),
  derivedFrom: related('derived-from'),
};

const values: Rules = {
  ...choice(
    'value',
    'Quantity',
    'CodeableConcept',
    'String',
    'Range',
    'Ratio',
    'SampledData',
    'Attachment',
    'Time',
    'DateTime',
    'Period',
  ),
  // Neither version has whole numbers as values.
  valueInteger: restated('a quantity without a unit', (value) => ({ valueQuantity: { value } })),
};

const range = { low: same, high: same, age: same, text: same };
const rangeStu3 = shape('referenceRange', { ...range, appliesTo: same });
const rangeDstu2 = shape('referenceRange', {
  ...range,
  appliesTo: leftOut('a range does not say to whom it applies'),
});

function components(range: typeof rangeStu3, one: Rules): Rule {
  return each(
    shape('component', {
      ...values,
      ...one,
      code: same,
      dataAbsentReason: same,
      interpretation: first(reason),
      referenceRange: each(range),
    }),
  );
}

export const observationAsStu3 = shape('Observation', {
  ...shared,
  ...values,
  valueBoolean: same,
  basedOn: same,
  status: same,
  category: same,
  encounter: as('context'),
  interpretation: first(reason),
  note: noteAs('comment'),
  referenceRange: each(rangeStu3),
  component: components(rangeStu3, { valueBoolean: same }),
});

/** DSTU2 has no boolean values: yes and no are codes. */
const yesOrNo = restated('coded yes or no', (value) => ({
  valueCodeableConcept: concept(
    'http://hl7.org/fhir/v2/0136',
    value === true ? 'Y' : 'N',
    value === true ? 'Yes' : 'No',
  ),
}));

export const observationAsDstu2 = shape('Observation', {
  ...shared,
  ...values,
  valueBoolean: yesOrNo,
  basedOn: leftOut('a result names no order'),
  status: coded({ corrected: 'amended' }, 'no “corrected”'),
  category: first(reason),
  encounter: same,
  interpretation: first(reason),
  note: noteAs('comments'),
  referenceRange: each(rangeDstu2),
  component: components(rangeDstu2, { valueBoolean: yesOrNo }),
});

const report: Rules = {
  ...common,
  identifier: same,
  code: same,
  subject: same,
  effectiveDateTime: same,
  issued: same,
  specimen: same,
  result: same,
  conclusion: same,
  conclusionCode: as('codedDiagnosis'),
  presentedForm: same,
};

export const reportAsStu3 = shape('DiagnosticReport', {
  ...report,
  basedOn: same,
  status: same,
  category: first(reason),
  encounter: as('context'),
  performer: (value) => ({ performer: listOf(value).map((actor) => ({ actor })) }),
  resultsInterpreter: restated('a performer by that role', (value) => ({
    performer: listOf(value).map((actor) => ({ role: { text: 'Results interpreter' }, actor })),
  })),
});

export const reportAsDstu2 = shape('DiagnosticReport', {
  ...report,
  basedOn: as('request'),
  status: coded({ preliminary: 'partial' }, 'no “preliminary”'),
  category: first(reason),
  encounter: same,
  performer: only(),
  resultsInterpreter: leftOut('a report has one performer'),
});

const specimen: Rules = {
  ...common,
  identifier: same,
  accessionIdentifier: same,
  status: same,
  type: same,
  subject: same,
  receivedTime: same,
  collection: same,
  container: same,
};
export const specimenAsStu3 = shape('Specimen', specimen);
export const specimenAsDstu2 = shape('Specimen', specimen);
