import { t } from '#i18n/translate.ts';
import type { SignInFailure } from '#smart/failure.ts';

export interface FailureWords {
  readonly what: string;
  readonly todo: string;
}

/**
 * A failure in the reader's words. `label` is the system's name for people, where one is known; `how` is what the page
 * offers to do about it.
 */
export function failureWords(
  failure: SignInFailure,
  label: string | undefined,
  how: 'retry' | 'sign-in' | 'ehr',
): FailureWords {
  const { what, todo } = wordsOf(failure, label ?? t('failure.the-ehr'), how);
  // "the EHR" may stand first in its sentence.
  return { what: what.slice(0, 1).toUpperCase() + what.slice(1), todo };
}

function wordsOf(failure: SignInFailure, system: string, how: 'retry' | 'sign-in' | 'ehr'): FailureWords {
  const again = t('failure.again', { system, how });
  switch (failure.kind) {
    case 'config-faulty':
      return { what: t('failure.config-faulty'), todo: t('failure.config-faulty.do') };
    case 'not-set-up':
      return {
        what: t('failure.not-set-up', { system }),
        todo: t(`failure.not-set-up.${failure.reason}.do`),
      };
    case 'browser-unfit':
      return {
        what: t(`failure.browser-unfit.${failure.reason}`),
        todo: t(`failure.browser-unfit.${failure.reason}.do`),
      };
    case 'not-opened-from-ehr':
      return {
        what: t('failure.not-opened-from-ehr'),
        todo: t('failure.not-opened-from-ehr.do', { system }),
      };
    case 'unknown-system':
      return { what: t('failure.unknown-system'), todo: t('failure.unknown-system.do') };
    case 'launch-expired':
      return { what: t('failure.launch-expired'), todo: again };
    case 'not-enabled':
      return { what: t('failure.not-enabled', { system }), todo: t('failure.not-enabled.do') };
    case 'consent-refused':
      return { what: t('failure.consent-refused'), todo: t('failure.consent-refused.do', { system, how }) };
    case 'scope-refused':
      return { what: t('failure.scope-refused', { system }), todo: t('failure.scope-refused.do') };
    case 'patient-not-shared':
      return {
        what: t('failure.patient-not-shared', { system }),
        todo: t('failure.patient-not-shared.do', { system, how }),
      };
    case 'sign-in-unreachable':
      return {
        what:
          failure.reason === 'offline' ? t('failure.offline') : t('failure.sign-in-unreachable', { system }),
        todo: again,
      };
    case 'discovery-refused':
      return { what: t('failure.discovery-refused', { system }), todo: t('failure.discovery-refused.do') };
    case 'exchange-blocked':
      return {
        what: t('failure.exchange-blocked', { system }),
        todo: t('failure.exchange-blocked.do', { system, how }),
      };
    case 'code-refused':
    case 'callback-unexpected':
    case 'interrupted':
      return { what: t(`failure.${failure.kind}`), todo: again };
    case 'sign-in-failed':
    case 'answer-broken':
    case 'patient-missing':
    case 'patients-unreadable':
      return { what: t(`failure.${failure.kind}`, { system }), todo: again };
    case 'session-over':
      return {
        what: overWords(failure.reason, system),
        todo: how === 'sign-in' ? placeKept(failure) : again,
      };
    case 'fault':
      return { what: t('failure.fault'), todo: t('failure.fault.do') };
  }
}

type Over = Extract<SignInFailure, { kind: 'session-over' }>;

function overWords(reason: Over['reason'], system: string): string {
  if (reason === 'patient-changed') return t('failure.over.patient-changed', { system });
  return reason === 'signed-out' || reason === 'replaced'
    ? t('failure.over.other')
    : t(`failure.over.${reason}`);
}

function placeKept({ reason }: Over): string {
  return reason === 'patient-changed'
    ? t('failure.again', { system: '', how: 'sign-in' })
    : t('failure.over.place-kept');
}
