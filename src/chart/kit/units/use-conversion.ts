import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { type Convert, loadConversion } from '#fhir/unit-conversion.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { readersUnit, type UnitSystem } from '#fhir/vital-units.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import type { Units } from './shown-in-units.ts';

export interface Conversion {
  /** Undefined until the table is there: values stand as they were sent. */
  readonly convert: Convert | undefined;
  readonly failed: boolean;
}

/** The unit table, loaded when something is to be converted for the first time. */
export function useConversion(wanted: boolean): Conversion {
  const { data, isError } = useQuery({
    queryKey: ['ucum'],
    // A function in the cache would be called by whoever reads it as an updater.
    queryFn: async () => ({ convert: await loadConversion() }),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  return { convert: wanted ? data?.convert : undefined, failed: wanted && isError };
}

/** The units the reader prefers for weight, height and temperature; undefined: as they were sent. */
export function useReaderUnits(): UnitSystem | undefined {
  const { units } = useChart();
  return useSyncExternalStore(units?.subscribe ?? never, units?.get ?? nothing, nothing);
}

/** The same for one record's value: the unit table is loaded only where the value was sent in another unit. */
export function useUnitsOf(record: ObservationRecord): Units {
  const system = useReaderUnits();
  const { convert } = useConversion(readersUnit(record, system) !== undefined);
  return { system, convert };
}

const nothing = (): undefined => undefined;
const never = () => nothing;
