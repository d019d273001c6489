/**
 * Everything that is loaded until the banner stands, in three files beside the front door's. A bundler knows who imports
 * what, not that a section is never loaded without the chart: left alone it cuts what the two share into twenty small
 * files, and small files compress badly apart (11 KB lost).
 */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * In the order they are loaded: the front door, which is all that `/launch` runs; the exchange of the code; reading the
 * record, with the banner that does not wait for a framework; the framework with the chart's frame.
 */
const stages = [
  { name: null, entries: ['/src/main.ts'] },
  { name: 'opening', entries: ['/src/app/opening-page.ts'] },
  { name: 'record', entries: ['/src/app/opening-record.ts'] },
  { name: 'chart', entries: ['/src/app/sign-in/Front.tsx', '/src/app/App.tsx'] },
] as const;

/** All modules that are loaded with these: their static imports, and theirs. */
function loadedWith(entries: readonly string[], graph: Graph): ReadonlySet<string> {
  const seen = new Set<string>();
  const wait = entries.map((entry) => import.meta.dirname + entry);
  for (let id = wait.pop(); id !== undefined; id = wait.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    wait.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return seen;
}

let loaded: readonly ReadonlySet<string>[] | undefined;

/** The name of the first stage that needs a module; null where none before the banner does. */
function stageOf(id: string, graph: Graph): string | null | undefined {
  loaded ??= stages.map(({ entries }) => loadedWith(entries, graph));
  return stages[loaded.findIndex((modules) => modules.has(id))]?.name;
}

/** What sections share among themselves: drawing lists, records and facts. */
const shared = /\/src\/(?:chart\/kit|fhir|i18n|ui|theme)\/[\w/-]+\.tsx?$/;

/** For `output.codeSplitting`: a module goes into the file of the first stage that needs it. */
export const beforeBanner = {
  // What a module needs may belong to an earlier stage: never drawn into this one.
  includeDependenciesRecursively: false,
  groups: [
    {
      debugName: 'before the banner',
      // The bundler's own runtime: the front door needs it too.
      name: (id: string, graph: Graph): string | null =>
        id.startsWith('\0') ? null : (stageOf(id, graph) ?? null),
    },
    {
      // One file in place of sixty: each is a name in the chart's own file, which stands before the banner.
      debugName: 'what sections share',
      minShareCount: 3,
      name: (id: string, graph: Graph): string | null =>
        shared.test(id) && stageOf(id, graph) === undefined ? 'sections' : null,
    },
  ],
};
