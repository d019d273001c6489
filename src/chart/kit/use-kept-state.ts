import { useState } from 'react';
import { useChart } from './chart-context.tsx';

/** State that outlives its view while this chart is open: how a list was sorted and narrowed. */
export function useKeptState<T>(key: string, first: T): readonly [T, (next: T) => void] {
  const { memory } = useChart();
  const [state, setState] = useState(() => (memory.has(key) ? (memory.get(key) as T) : first));
  return [
    state,
    (next) => {
      memory.set(key, next);
      setState(next);
    },
  ];
}
