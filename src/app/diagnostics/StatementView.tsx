import { type ReactNode, useSyncExternalStore } from 'react';
import { failureWords } from '#chart/kit/failure-words.ts';
import type { Reading } from '#fhir/reading.ts';
import { t } from '#i18n/translate.ts';
import type { System } from '#smart/registry.ts';
import { Lines } from './PartView.tsx';
import type { Part } from './report.ts';

interface Props {
  readonly reading: Reading;
  readonly system: System;
  readonly part: Part | undefined;
}

/** What the open chart's system says it offers, at a press of a button. */
export function StatementView({ reading, system, part }: Props): ReactNode {
  const current = useSyncExternalStore(reading.subscribe, reading.statement);
  const name = { system: system.label };
  return (
    <section className="beside-part" aria-labelledby="diag-statement">
      <h2 id="diag-statement">{t('statement.title', name)}</h2>
      <div className="diag-ask">
        {current.state !== 'read' && (
          <button
            type="button"
            className="link-button"
            disabled={current.state === 'asking'}
            onClick={reading.askStatement}
          >
            {t('statement.ask', name)}
          </button>
        )}
        {current.state !== 'read' && <p className="muted small">{t('statement.what')}</p>}
        <output>
          {current.state === 'asking' && t('statement.asking', name)}
          {current.state === 'failed' && `${t('statement.failed', name)} ${failureWords(current.failure)}`}
          {current.state === 'read' && t('statement.read')}
        </output>
      </div>
      {part !== undefined && <Lines lines={part.lines} />}
    </section>
  );
}
