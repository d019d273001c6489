import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import type { SectionDefinition } from '#chart/kit/section.ts';
import type { Reading, SearchState } from '#fhir/reading.ts';
import { t } from '#i18n/translate.ts';
import './StatusLine.css';

interface Standing {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly waitSeconds: number | undefined;
}

/**
 * One line under the banner while there is something to say: how far the chart has been read, and what is being
 * waited for. It floats over the page's own margin and pushes nothing. Screen readers hear the turns, not the seconds.
 */
export function StatusLine({ sections }: { sections: readonly SectionDefinition[] }): ReactNode {
  const { reading } = useChart();
  const snapshot = useMemo(() => () => written(standingOf(reading, sections)), [reading, sections]);
  const standing = JSON.parse(useSyncExternalStore(reading.subscribe, snapshot)) as Standing;
  const { total, done, failed, waitSeconds } = standing;
  const reads = done < total;
  return (
    <>
      <output className="unseen">{turn(standing)}</output>
      {reads && (
        <p className="status-line" aria-hidden="true">
          {t('status.read', { done, total })}
          {waitSeconds !== undefined && `; ${t('status.waiting', { seconds: waitSeconds })}`}
        </p>
      )}
      {!reads && failed > 0 && (
        <p className="status-line">
          {t('status.failed', { n: failed })}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => reading.readAgain(failedKinds(reading, sections))}
          >
            {t('absence.again')}
          </button>
        </p>
      )}
    </>
  );
}

function turn({ total, done, failed, waitSeconds }: Standing): string {
  if (done < total) return t(waitSeconds === undefined ? 'status.reading' : 'status.waits');
  return failed > 0 ? '' : t('status.all', { total });
}

const written = (standing: Standing): string => JSON.stringify(standing);

function standingOf(reading: Reading, sections: readonly SectionDefinition[]): Standing {
  const states = sections.flatMap(({ kind }) =>
    kind === undefined ? [] : [reading.searchesFor(kind).map(({ id }) => reading.stateOf(id))],
  );
  const asked = states.filter((list) => list.length > 0);
  return {
    total: asked.length,
    done: asked.filter((list) => !list.some(isUnderWay)).length,
    failed: asked.filter((list) => list.some(hasFailed)).length,
    waitSeconds: reading.progress().waitSeconds,
  };
}

/** For the first time, or again with the older answer in sight. */
function isUnderWay(state: SearchState): boolean {
  return (
    state.state === 'waiting' ||
    state.state === 'reading' ||
    (state.state === 'read' && state.again?.state === 'reading')
  );
}

function hasFailed(state: SearchState): boolean {
  return state.state === 'failed' || (state.state === 'read' && state.again?.state === 'failed');
}

function failedKinds(reading: Reading, sections: readonly SectionDefinition[]) {
  return sections.flatMap(({ kind }) =>
    kind !== undefined && reading.searchesFor(kind).some(({ id }) => hasFailed(reading.stateOf(id)))
      ? [kind]
      : [],
  );
}
