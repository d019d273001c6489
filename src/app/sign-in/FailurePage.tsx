import { Suspense, useState } from 'react';
import '#i18n/failures.ts';
import { t } from '#i18n/translate.ts';
import type { SignInFailure } from '#smart/failure.ts';
import { reportOf } from '#smart/report.ts';
import type { System } from '#smart/registry.ts';
import { supportCodes } from '#smart/support-codes.ts';
import { copyText } from '#ui/copy-text.ts';
import { later } from '#ui/later.ts';
import type { Again } from '#app/opening.ts';
import { paths } from '#app/paths.ts';
import { failureWords } from './failure-words.ts';
import { FrontPage } from './FrontPage.tsx';

/** For whoever runs the app; no reader waits for its words. */
const Faults = later(async () => (await import('./Faults.tsx')).Faults);

interface Props {
  readonly failure: SignInFailure;
  readonly system: System | undefined;
  readonly again: Again | undefined;
}

/** What happened, what to do, a button that does it; small below, what support needs. */
export function FailurePage({ failure, system, again }: Props) {
  const { what, todo } = failureWords(failure, system?.label, again?.how ?? 'ehr');
  return (
    <FrontPage heading={what} title={t('failure.title')} failure={failure}>
      <p>{todo}</p>
      {failure.kind === 'config-faulty' ? (
        <Suspense>
          <Faults faults={failure.faults} />
        </Suspense>
      ) : (
        <p className="front-actions">
          {again !== undefined && (
            <button type="button" className="front-button" onClick={again.run}>
              {t(`failure.${again.how}`)}
            </button>
          )}
          <a href={paths.home}>{t('failure.start')}</a>
        </p>
      )}
      <Support failure={failure} />
    </FrontPage>
  );
}

function Support({ failure }: { failure: SignInFailure }) {
  const [report] = useState(() =>
    reportOf(failure, { at: Date.now(), path: location.pathname, userAgent: navigator.userAgent }),
  );
  const [copied, setCopied] = useState<boolean>();
  const copy = async (): Promise<void> => setCopied(await copyText(report));
  return (
    <details className="front-support small">
      <summary>
        {t('failure.details')}{' '}
        <span className="muted">{t('failure.code', { code: supportCodes[failure.kind] })}</span>
      </summary>
      <p className="muted">{t('failure.details-what')}</p>
      <pre>{report}</pre>
      <button type="button" className="link-button" onClick={() => void copy()}>
        {t('failure.copy')}
      </button>
      <p>
        <output>{copied === undefined ? '' : t(copied ? 'failure.copied' : 'failure.not-copied')}</output>
      </p>
    </details>
  );
}
