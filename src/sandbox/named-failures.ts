import { type Control, defaultSwitches, type Fault, type Switches } from './control.ts';

/** A way for things to go wrong that a developer, or a test, asks for by name. */
export interface NamedFailure {
  readonly id: string;
  readonly title: string;
  /** What the app will meet. */
  readonly what: string;
  isOn(control: Control): boolean;
  turnOn(control: Control): void;
  turnOff(control: Control): void;
}

function bySwitches(id: string, title: string, what: string, switches: Partial<Switches>): NamedFailure {
  const names = Object.keys(switches) as (keyof Switches)[];
  return {
    id,
    title,
    what,
    isOn: (control) => names.every((name) => control.switches[name] === switches[name]),
    turnOn: (control) => void Object.assign(control.switches, switches),
    turnOff: (control) =>
      void Object.assign(
        control.switches,
        Object.fromEntries(names.map((name) => [name, defaultSwitches[name]])),
      ),
  };
}

function byFault(id: string, title: string, what: string, fault: Fault): NamedFailure {
  const same = (each: Fault) =>
    each.target === fault.target && each.kind === fault.kind && each.status === fault.status;
  const without = (control: Control) => control.faults.filter((each) => !same(each));
  return {
    id,
    title,
    what,
    isOn: (control) => control.faults.some(same),
    turnOn: (control) => {
      control.faults = [...without(control), fault];
    },
    turnOff: (control) => {
      control.faults = without(control);
    },
  };
}

export const namedFailures: readonly NamedFailure[] = [
  bySwitches(
    'launch-expired',
    'Expired launch',
    'More than five minutes passed between the click and the sign-in: the identity server sends the browser back with invalid_request.',
    { launch: 'expired' },
  ),
  bySwitches(
    'not-subscribed',
    'Practice not subscribed',
    'The practice has not switched the app on: the browser comes back with access_denied and a description.',
    { launch: 'not-subscribed' },
  ),
  bySwitches(
    'consent-refused',
    'Consent refused',
    'The person says no: the browser comes back with access_denied and no description.',
    { consentRefused: true },
  ),
  bySwitches(
    'code-reused',
    'Code already used',
    'The token endpoint answers invalid_grant, "Code not valid".',
    { codeReused: true },
  ),
  bySwitches(
    'patient-missing',
    'Patient missing from the token',
    'The token response has no patient member.',
    { omitPatient: true },
  ),
  bySwitches(
    'identity-down',
    'Identity server down',
    'Every connection to the identity server is closed without an answer.',
    { identityDown: true },
  ),
  byFault(
    'too-many-requests',
    '429 storm',
    'The next fifteen FHIR requests are answered 429, whatever the limit.',
    { target: '*', kind: 'status', status: 429, times: 15 },
  ),
  byFault('type-failing', 'One type failing', 'Every search for Condition is answered 500.', {
    target: 'Condition',
    kind: 'status',
    status: 500,
  }),
  byFault('type-slow', 'One type slow', 'Searches for MedicationRequest take eight seconds.', {
    target: 'MedicationRequest',
    kind: 'slow',
    delayMs: 8000,
  }),
  byFault('truncated', 'Truncated JSON', 'Searches for Observation break off in the middle of the body.', {
    target: 'Observation',
    kind: 'truncated',
  }),
  byFault(
    'html-login',
    'HTML login page with status 200',
    'Searches for AllergyIntolerance are answered with a web page, as a proxy does whose session is over.',
    { target: 'AllergyIntolerance', kind: 'html' },
  ),
  byFault(
    'wrong-subject',
    'Record of another patient',
    'Answers to a search for Immunization hold a record of somebody else.',
    { target: 'Immunization', kind: 'wrong-subject' },
  ),
  byFault('cyclic-paging', 'Cyclic paging', 'The next links of Observation lead in a circle.', {
    target: 'Observation',
    kind: 'cyclic-paging',
  }),
  bySwitches(
    'category-denied',
    'Enterprise: a category denied',
    'Whatever the patient approves, medications are not among it: their types are answered 403.',
    { enterpriseDenied: 'medications' },
  ),
  bySwitches(
    'refresh-too-old',
    'Enterprise: refresh token older than 48 hours',
    'The refresh token was not exchanged in time: the token endpoint answers invalid_grant.',
    { enterpriseRefreshHours: 0 },
  ),
  bySwitches(
    'refresh-refused',
    'Enterprise: refresh token refused',
    'Enterprise’s authorization servers answer every refresh token with invalid_grant.',
    { enterpriseRefreshRefused: true },
  ),
  byFault(
    'enterprise-sign-in-down',
    'Enterprise: sign-in down',
    'Every connection to Enterprise’s authorization servers is closed without an answer.',
    { target: 'enterprise-oauth', kind: 'drop' },
  ),
];
