/**
 * Asks the browser for the chart's files ahead of time: `prefetch` while the redirect runs and the person signs in, so
 * that they lie in its cache at the callback; `modulepreload` when they are wanted next. They are fetched, not run. The
 * build writes their names into the page (`chart-files.config.ts`).
 */
export function fetchChartFiles(page: Document, rel: 'prefetch' | 'modulepreload'): void {
  const names = JSON.parse(page.getElementById('chart-files')?.textContent || '[]') as readonly string[];
  for (const name of names) {
    const link = page.createElement('link');
    link.rel = rel;
    link.href = name;
    page.head.append(link);
  }
}
