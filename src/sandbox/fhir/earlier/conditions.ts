/** Condition as DSTU2 (§4.3) and STU3 (§9.2) write it. */
import { choice, common, concept, noteAs } from './datatypes.ts';
import {
  as,
  codeOf,
  coded,
  element,
  isJson,
  leftOut,
  listOf,
  restated,
  type Rule,
  same,
  shape,
  withLossesOf,
} from './shape.ts';

const assertedDate = 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate';

/** The date of assertion, an extension in R4, is an element before it. */
function extensions(to: string, date: (value: string) => string): Rule {
  return restated('the date of assertion is an element', (value) => {
    const asserted = listOf(value).find((one) => isJson(one) && one['url'] === assertedDate);
    const others = listOf(value).filter((one) => one !== asserted);
    const said = isJson(asserted) ? asserted['valueDateTime'] : undefined;
    return {
      ...element(to, typeof said === 'string' ? date(said) : undefined),
      ...element('extension', others),
    };
  });
}

/** The date of recording, where no date of assertion stands in its place. */
function recordedDate(to: string, date: (value: string) => string): Rule {
  const rule: Rule = (value, _name, whole) =>
    listOf(whole['extension']).some((one) => isJson(one) && one['url'] === assertedDate) ||
    typeof value !== 'string'
      ? {}
      : { [to]: date(value) };
  return restated('one date for assertion and recording', rule);
}

/** The earlier versions have no recorder: servers name the same person as asserter. */
const shared = {
  ...common,
  recorder: as('asserter'),
  severity: same,
  code: same,
  bodySite: same,
};

const stageShape = shape('stage', { summary: same, type: leftOut('a stage has no type') });
const stage = withLossesOf((value) => {
  const [one, ...others] = listOf(value).filter(isJson);
  if (others.length > 0) throw new Error('A condition has more than one stage');
  return element('stage', one && stageShape(one));
}, stageShape);

export const conditionAsStu3 = shape('Condition', {
  ...shared,
  clinicalStatus: coded({}, 'a code'),
  // HL7's own map of the two code systems.
  verificationStatus: coded({ unconfirmed: 'unknown' }, 'no “unconfirmed”'),
  category: same,
  subject: same,
  encounter: as('context'),
  ...choice('onset', 'DateTime', 'Age', 'Period', 'Range', 'String'),
  ...choice('abatement', 'DateTime', 'Age', 'String'),
  extension: extensions('assertedDate', (date) => date),
  recordedDate: recordedDate('assertedDate', (date) => date),
  stage,
  note: same,
});

const categories: Readonly<Record<string, ReturnType<typeof concept>>> = {
  'problem-list-item': concept('http://argonaut.hl7.org', 'problem', 'Problem'),
  'health-concern': concept('http://argonaut.hl7.org', 'health-concern', 'Health Concern'),
  'encounter-diagnosis': concept('http://hl7.org/fhir/condition-category', 'diagnosis', 'Diagnosis'),
};

/** Argonaut's categories beside the version's own. */
const category: Rule = Object.assign(
  ((value) => {
    const [one] = listOf(value);
    return element('category', categories[codeOf(one) ?? ''] ?? one);
  }) satisfies Rule,
  {
    losses: [
      { element: '', how: 'restated', why: 'codes of its own and Argonaut’s' } as const,
      { element: '', how: 'in part', why: 'a condition has one category' } as const,
    ],
  },
);

/** DSTU2 knows no `inactive`: that it is over is said by `abatementBoolean`, as by a date. */
const clinicalStatus = restated('a code; for “inactive” that it has abated', (value, _name, whole) => {
  const code = codeOf(value);
  if (code === 'recurrence') return { clinicalStatus: 'relapse' };
  if (code !== 'inactive') return element('clinicalStatus', code);
  return Object.keys(whole).some((name) => name.startsWith('abatement')) ? {} : { abatementBoolean: true };
});

/** `dateRecorded` is a date, whatever time it was. */
const day = (date: string): string => date.slice(0, 10);

export const conditionAsDstu2 = shape('Condition', {
  ...shared,
  clinicalStatus,
  verificationStatus: coded({ unconfirmed: 'unknown' }, 'no “unconfirmed”'),
  category,
  subject: as('patient'),
  encounter: same,
  ...choice('onset', 'DateTime', 'Period', 'Range', 'String'),
  onsetAge: as('onsetQuantity'),
  ...choice('abatement', 'DateTime', 'String'),
  abatementAge: as('abatementQuantity'),
  extension: extensions('dateRecorded', day),
  recordedDate: recordedDate('dateRecorded', day),
  stage,
  note: noteAs('notes'),
});
