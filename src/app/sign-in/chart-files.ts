/** What the build writes into the page: the file that exchanges the code, the one that reads the record, the rest. */
interface ChartFiles {
  readonly signIn?: readonly string[];
  readonly record?: readonly string[];
  readonly chart?: readonly string[];
}

/**
 * Asks the browser for the chart's files ahead of time: `prefetch` while the redirect runs and the person signs in, so
 * that they lie in its cache at the callback; `preload`, of those still to come, when they are wanted next. They are fetched, neither run nor
 * compiled: compiling React must not stand before the exchange of the code. The build writes their names into the page
 * (`chart-files.config.ts`).
 */
export function fetchChartFiles(page: Document, rel: 'prefetch' | 'preload'): void {
  const {
    signIn = [],
    record = [],
    chart = [],
  } = JSON.parse(page.getElementById('chart-files')?.textContent || '{}') as ChartFiles;
  for (const name of rel === 'prefetch' ? [...signIn, ...record, ...chart] : chart) {
    const link = page.createElement('link');
    link.rel = rel;
    link.href = name;
    link.as = name.endsWith('.css') ? 'style' : 'script';
    link.crossOrigin = 'anonymous';
    page.head.append(link);
  }
}
