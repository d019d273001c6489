import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { t } from '#i18n/translate.ts';

interface State {
  readonly done: number;
  readonly of: number;
  readonly came: number;
  readonly over: boolean;
}

/**
 * Reads what the records point at and nobody has asked for (people, organizations, places), so that the file holds it:
 * at the reader's word alone, for each is a request within the EHR's limit. Nothing for opened files: all is here.
 */
export function ReadReferred(): ReactNode {
  const chart = useChart();
  const client = useQueryClient();
  const [state, setState] = useState<State>();
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  if (chart.source !== undefined) return null;
  const read = async (): Promise<void> => {
    setState({ done: 0, of: 0, came: 0, over: false });
    const [{ notHeld }, { receivedOf }] = await Promise.all([
      import('#chart/kit/take/not-held.ts'),
      import('#chart/kit/take/received.ts'),
    ]);
    const tried = new Set<string>();
    let came = 0;
    // What has come may point further: a role at its organization.
    for (;;) {
      const todo = notHeld(receivedOf(chart.reading).resources, chart.reading).filter(
        (reference) => !tried.has(reference),
      );
      if (todo.length === 0) break;
      const of = tried.size + todo.length;
      for (const reference of todo) {
        if (isGone.current) return;
        setState({ done: tried.size, of, came, over: false });
        tried.add(reference);
        // oxlint-disable-next-line no-await-in-loop -- one after another: the EHR's limit is for whoever reads, too
        if ((await chart.reading.fetchReference(reference)) !== undefined) came += 1;
      }
    }
    if (isGone.current) return;
    setState({ done: tried.size, of: tried.size, came, over: true });
    // Names that were not known stand in the lists now: no request.
    if (came > 0) void client.invalidateQueries({ queryKey: [chart.sessionId, 'records'] });
  };
  const isOver = state?.over === true;
  return (
    <>
      {t('take.referred')}{' '}
      <button
        type="button"
        className="link-button"
        aria-disabled={state !== undefined && !state.over}
        onClick={() => {
          if (state === undefined || state.over) void read();
        }}
      >
        {t('take.read-referred')}
      </button>{' '}
      {/* Each request is seen; only the end of them is spoken, or a screen reader would say nothing else. */}
      <span>{isOver ? '' : stateWords(state)}</span>
      <output>{isOver ? stateWords(state) : ''}</output>
    </>
  );
}

function stateWords(state: State | undefined): string {
  if (state === undefined) return '';
  if (!state.over) return state.of === 0 ? '' : t('take.referred-reading', { done: state.done, n: state.of });
  return t('take.referred-read', { n: state.came, missing: state.of - state.came });
}
