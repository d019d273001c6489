/** Immunization as DSTU2 (§4.7) and STU3 (§9.7) write it. */
import { common, inNotes } from './datatypes.ts';
import {
  as,
  codeOf,
  each,
  element,
  isJson,
  leftOut,
  listOf,
  restated,
  type Rule,
  type Rules,
  same,
  shape,
} from './shape.ts';

const protocol = shape('protocolApplied', {
  doseNumberPositiveInt: as('doseSequence'),
  seriesDosesPositiveInt: as('seriesDoses'),
});
/** A protocol has to say whether its dose counts. */
const counts = {
  doseStatus: { coding: [{ system: 'http://hl7.org/fhir/vaccination-protocol-dose-status', code: 'count' }] },
};

const shared: Rules = {
  ...common,
  statusReason: (value) => ({ explanation: { reasonNotGiven: [value] } }),
  vaccineCode: same,
  patient: same,
  occurrenceDateTime: as('date'),
  occurrenceString: inNotes('Given'),
  location: same,
  lotNumber: same,
  site: same,
  route: same,
  doseQuantity: same,
  note: same,
  protocolApplied: (value) => ({
    vaccinationProtocol: listOf(value)
      .filter(isJson)
      .map((one) => ({ ...protocol(one), ...counts })),
  }),
  fundingSource: leftOut('a vaccination does not say who paid'),
};

function status(notGiven: string): Rule {
  return restated('“not done” beside the status', (value) => {
    const code = codeOf(value);
    return { status: code === 'not-done' ? 'completed' : code, [notGiven]: code === 'not-done' };
  });
}

export const immunizationAsStu3 = shape('Immunization', {
  ...shared,
  status: status('notGiven'),
  primarySource: same,
  reportOrigin: same,
  performer: each(shape('performer', { function: as('role'), actor: same }), 'practitioner'),
});

export const immunizationAsDstu2 = shape('Immunization', {
  ...shared,
  status: status('wasNotGiven'),
  primarySource: restated('as “reported”', (value) => ({ reported: value !== true })),
  reportOrigin: leftOut('a report does not say where it is from'),
  performer: Object.assign(
    ((value) => {
      const [one, ...others] = listOf(value).filter(isJson);
      if (others.length > 0) throw new Error('A vaccination has more than one performer');
      return element('performer', one?.['actor']);
    }) satisfies Rule,
    { losses: [{ element: '.function', how: 'left out', why: 'a performer has no role' } as const] },
  ),
});
