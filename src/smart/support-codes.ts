import type { FailureKind } from './failure.ts';

/** Short and stable: people read it out on the telephone. */
export const supportCodes: Readonly<Record<FailureKind, string>> = {
  'config-faulty': 'C10',
  'not-set-up': 'C11',
  'browser-unfit': 'C12',
  'not-opened-from-ehr': 'L20',
  'unknown-system': 'L21',
  'launch-expired': 'L22',
  'discovery-refused': 'L23',
  'not-enabled': 'S30',
  'consent-refused': 'S31',
  'scope-refused': 'S32',
  'sign-in-unreachable': 'S33',
  'sign-in-failed': 'S34',
  'callback-unexpected': 'S35',
  interrupted: 'S36',
  'exchange-blocked': 'T40',
  'code-refused': 'T41',
  'answer-broken': 'T42',
  'patient-missing': 'P50',
  'patient-not-shared': 'P51',
  'patients-unreadable': 'P52',
  'session-over': 'E60',
  fault: 'X99',
};
