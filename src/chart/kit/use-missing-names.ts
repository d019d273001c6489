import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ChartRecord } from '#fhir/record.ts';
import { unnamedReferences } from '#fhir/unnamed-references.ts';
import { useChart } from './chart-context.tsx';
import { readContext } from './read-context.ts';

/** As many requests as an opened record may cost beside itself. */
const most = 6;

/**
 * Asks for the people and places that an open record only points at: last in the queue of the EHR's limit, each once.
 * When they have come, the lists are read again from what is there (no request), so that the names stand in them too.
 */
export function useMissingNames(record: ChartRecord | undefined): void {
  const chart = useChart();
  const client = useQueryClient();
  const source = record?.source;
  useEffect(() => {
    if (source === undefined) return undefined;
    const missing = unnamedReferences(source, readContext(chart), most);
    if (missing.length === 0) return undefined;
    let wanted = true;
    void Promise.all(missing.map((reference) => chart.reading.fetchReference(reference))).then((found) => {
      if (!wanted || found.every((one) => one === undefined)) return;
      void client.invalidateQueries({ queryKey: [chart.sessionId, 'records'] });
    });
    return () => {
      wanted = false;
    };
  }, [source, chart, client]);
}
