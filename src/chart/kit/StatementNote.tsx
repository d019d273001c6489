import type { ReactNode } from 'react';
import type { KindId } from '#fhir/plan.ts';
import { t } from '#i18n/translate.ts';
import { useChart } from './chart-context.tsx';
import { failureWords } from './failure-words.ts';
import { refusedSearches } from './refused-searches.ts';
import { statementSentences } from './statement-sentences.ts';
import { useSnapshot } from './use-snapshot.ts';

/**
 * Under a list that the EHR refused in whole or in part: what its own statement says of that, once it has come, or at
 * the press of a button (docs/decisions/016-a-systems-own-statement.md).
 */
export function StatementNote({ kind }: { kind: KindId }): ReactNode {
  const { reading, systemLabel: system, source } = useChart();
  const current = useSnapshot(reading, reading.statement);
  const types = useSnapshot(reading, () =>
    [...new Set(refusedSearches(reading, kind).map(({ type }) => type))].join(' '),
  );
  // Files have no statement, and nobody to ask for one.
  if (types === '' || source !== undefined) return null;
  return (
    <div className="section-errors">
      {(current.state === 'unasked' || current.state === 'failed') && (
        <button type="button" className="link-button" onClick={reading.askStatement}>
          {t('statement.why', { system })}
        </button>
      )}
      <output>
        {current.state === 'asking' && t('statement.asking', { system })}
        {current.state === 'failed' &&
          ` ${t('statement.failed', { system })} ${failureWords(current.failure)}`}
        {current.state === 'read' &&
          statementSentences(current.statement, refusedSearches(reading, kind), system).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
      </output>
    </div>
  );
}
