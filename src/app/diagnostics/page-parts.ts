/** The parts that need no chart: what went wrong, and what this is running on. */
import { t } from '#i18n/translate.ts';
import type { SignInFailure } from '#smart/failure.ts';
import { supportCodes } from '#smart/support-codes.ts';
import { unfit } from '#smart/unfit.ts';
import type { Line, Part } from './report.ts';

/** Put in by the build (`vite.config.ts`). */
declare const CHARTSIDE_VERSION: string;

/** A closed word of ours, or an OAuth error code. */
function word(text: string): string {
  return /^[\w-]{1,48}$/.test(text) ? text : 'other';
}

export function failurePart(failure: SignInFailure): Part {
  const why = 'reason' in failure ? failure.reason : 'error' in failure ? failure.error : undefined;
  const kind = why === undefined ? failure.kind : `${failure.kind}, ${word(why)}`;
  return {
    id: 'failure',
    title: t('diag.failure'),
    lines: [
      { name: t('diag.code'), value: supportCodes[failure.kind] },
      { name: t('diag.kind'), value: kind },
      ...(failure.systemId === undefined ? [] : [{ name: t('diag.system'), value: word(failure.systemId) }]),
    ],
  };
}

/** The name of the page's own script changes with every build, so it tells two of the same version apart. */
function buildName(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? '';
  return /[\w-]+(?=\.js$)/.exec(script)?.[0] ?? '';
}

function pageLine(): Line {
  const lacking = unfit();
  const name = t('diag.page');
  return lacking === undefined
    ? { name, value: t('diag.page.good'), verdict: 'good' }
    : { name, value: t(`diag.page.${lacking}`), verdict: 'fault', todo: t(`diag.page.${lacking}.do`) };
}

export function versionsPart(now: number): Part {
  const minutes = -new Date(now).getTimezoneOffset();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    id: 'versions',
    title: t('diag.versions'),
    lines: [
      { name: t('diag.app'), value: `${CHARTSIDE_VERSION} ${buildName()}`.trim() },
      { name: t('diag.browser'), value: navigator.userAgent.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 200) },
      { name: t('diag.zone'), value: t('diag.zone.is', { zone, minutes }) },
      { name: t('diag.time'), value: new Date(now).toISOString() },
      pageLine(),
    ],
  };
}
