import type { ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import type { AppProps } from './App.tsx';
import { ChartLayout } from './ChartLayout.tsx';
import { paths } from './paths.ts';

/** The chart's addresses: the summary, a section, a record of a section. Any other leads to the summary. */
export function ChartRoutes(props: Omit<AppProps, 'reading' | 'memory'>): ReactNode {
  return (
    <Routes>
      <Route path={`${paths.chart}/:section?/:type?/:id?`} element={<ChartLayout {...props} />} />
      <Route path="*" element={<Navigate to={paths.chart} replace />} />
    </Routes>
  );
}
