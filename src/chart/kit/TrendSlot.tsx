import { type ReactNode, Suspense, lazy } from 'react';
import type { Trend } from '#fhir/trend.ts';
import './TrendSlot.css';

const TrendChart = lazy(async () => ({ default: (await import('./TrendChart.tsx')).TrendChart }));

/** A trend, its drawing code loaded when one is first looked at; its room is kept meanwhile. */
export function TrendSlot({ trend }: { trend: Trend }): ReactNode {
  if (trend.lines.length === 0) return null;
  return (
    <Suspense fallback={<div className="trend-slot" />}>
      <TrendChart trend={trend} />
    </Suspense>
  );
}
