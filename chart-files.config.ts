import type { Plugin } from 'vite';

/** What a chart needs at once; its sections load when they are opened. */
const wanted = [
  'src/app/opening-page.ts',
  'src/app/opening-record.ts',
  'src/app/sign-in/Front.tsx',
  'src/app/App.tsx',
];

/**
 * Writes the names of the chart's scripts into the page, for `src/app/sign-in/chart-files.ts`: only the build knows
 * them. Everything the wanted modules import statically, but for the entry, which is there already.
 */
export const chartFiles: Plugin = {
  name: 'chartside-chart-files',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const names = new Set<string>();
      const stages: string[][] = [];
      const add = (fileName: string): void => {
        const chunk = chunks.find((file) => file.fileName === fileName);
        if (chunk === undefined || chunk.isEntry || names.has(fileName)) return;
        names.add(fileName);
        for (const style of chunk.viteMetadata?.importedCss ?? []) names.add(style);
        chunk.imports.forEach(add);
      };
      for (const module of wanted) {
        const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${module}`)));
        if (chunk === undefined) throw new Error(`The build has no file with ${module} in it.`);
        const before = names.size;
        add(chunk.fileName);
        stages.push([...names].slice(before).map((name) => `/${name}`));
      }
      const [signIn, record, ...chart] = stages;
      const list = JSON.stringify({ signIn, record, chart: chart.flat() });
      return html.replace(/(<script type="application\/json" id="chart-files">)(?=<)/, `$1${list}`);
    },
  },
};
