/** Procedure and Encounter as DSTU2 (§4.2, §5.6) and STU3 (§9.3, §8.11) write them. */
import { choice, common, inNotes } from './datatypes.ts';
import {
  as,
  codeOf,
  each,
  element,
  isJson,
  leftOut,
  only,
  restated,
  type Rule,
  type Rules,
  same,
  shape,
} from './shape.ts';

const procedure: Rules = {
  ...common,
  code: same,
  subject: same,
  ...choice('performed', 'DateTime', 'Period'),
  location: same,
  bodySite: same,
  outcome: same,
  focalDevice: same,
  recorder: leftOut('a procedure has no recorder'),
};

/** That it was not done is said beside the status. */
function status(notDone: string, words: Readonly<Record<string, string>>): Rule {
  return restated('“not done” beside the status, and other words', (value) => {
    const code = codeOf(value);
    return code === 'not-done'
      ? { status: 'completed', [notDone]: true }
      : element('status', code === undefined ? undefined : (words[code] ?? code));
  });
}

/** When it was done, other than on a day: neither version has an age, a range or words for it. */
const otherTimes = (notes: string): Rules => ({
  performedAge: inNotes('Performed at the age of', notes),
  performedRange: inNotes('Performed at the age of', notes),
  performedString: inNotes('Performed', notes),
});

export const procedureAsStu3 = shape('Procedure', {
  ...procedure,
  ...otherTimes('note'),
  status: status('notDone', { stopped: 'aborted', 'on-hold': 'suspended' }),
  statusReason: as('notDoneReason'),
  encounter: as('context'),
  performer: same,
  reasonCode: same,
  note: same,
});

const performerDstu2 = shape('performer', {
  actor: same,
  onBehalfOf: leftOut('a performer acts for nobody'),
});

export const procedureAsDstu2 = shape('Procedure', {
  ...procedure,
  ...otherTimes('notes'),
  status: status('notPerformed', {
    stopped: 'aborted',
    preparation: 'in-progress',
    'on-hold': 'in-progress',
  }),
  statusReason: (value) => ({ reasonNotPerformed: [value] }),
  encounter: same,
  performer: each(performerDstu2),
  reasonCode: only('reasonCodeableConcept'),
  note: as('notes'),
});

const encounter: Rules = {
  ...common,
  identifier: same,
  type: same,
  participant: same,
  period: same,
  reasonCode: as('reason'),
  hospitalization: same,
  location: same,
  serviceType: leftOut('a visit has no type of service'),
};

export const encounterAsStu3 = shape('Encounter', { ...encounter, status: same, class: same, subject: same });

const classes: Readonly<Record<string, string>> = {
  AMB: 'ambulatory',
  EMER: 'emergency',
  HH: 'home',
  IMP: 'inpatient',
  VR: 'virtual',
};

export const encounterAsDstu2 = shape('Encounter', {
  ...encounter,
  status: same,
  class: restated('words of its own', (value, name) =>
    element(name, isJson(value) ? (classes[String(value['code'])] ?? 'other') : undefined),
  ),
  subject: as('patient'),
});
