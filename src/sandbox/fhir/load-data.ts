import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { parseExactly } from './exact-json.ts';
import { type DataVersion, typesOf } from './data-version.ts';
import { detectVersion, mixtureIn } from './detect-version.ts';
import type { FhirResource } from './resource.ts';
import { type Found, resolveReferences, resourcesIn } from './resources-in.ts';
import { type Store, createStore } from './store.ts';

export interface SkippedFile {
  /** As the person gave the folder, down to the file; with the line for NDJSON. */
  readonly file: string;
  readonly reason: string;
}

/** Records that no search of the app can bring, summed up. */
export interface Unreachable {
  readonly type: string;
  readonly count: number;
  readonly reason:
    | 'names no patient'
    | 'names a patient who is not in the data'
    | 'is of a type the app does not ask for';
}

export interface LoadedData {
  readonly store: Store;
  readonly patients: readonly FhirResource[];
  readonly skipped: readonly SkippedFile[];
  readonly unreachable: readonly Unreachable[];
  /** The FHIR version that was told, or that the records are of. */
  readonly version: DataVersion;
  /** That the records are not all of one version, where nobody told which they are. */
  readonly mixture: string | undefined;
}

/** The types the app's searches ask for, in a version. */
export type SearchedTypes = (version: DataVersion) => readonly string[];

/**
 * Reads folders (and single files) of FHIR JSON of one version, all the way down: resources, Bundles of any type, NDJSON. Ids
 * stay as they come; `urn:` references are resolved within a file, then across files. What cannot be read is named
 * in `skipped` and harms nothing else. Rejects only where a path given does not exist.
 * `searchedTypes`: the types the app's searches ask for (absent = any); `Provenance` comes with what it is about.
 * `version`: told by whoever started this; else found by what the records are like.
 */
export async function loadData(
  paths: readonly string[],
  searchedTypes?: SearchedTypes,
  told?: DataVersion,
): Promise<LoadedData> {
  const skipped: SkippedFile[] = [];
  const read: (Found & { readonly file: string })[] = [];
  for (const path of paths)
    for (const file of await filesIn(path)) {
      const one = await readResources(file, skipped);
      if (one !== undefined) read.push({ ...one, file });
    }
  const detected = detectVersion(read.flatMap(({ resources }) => resources));
  const version = told ?? detected.version;
  const found = read.map((each) => withTypesOf(version, each, skipped));
  const everywhere = new Map(found.flatMap(({ addresses }) => [...addresses]));
  const kept = new Map<string, FhirResource>();
  for (const { resources, addresses, file } of found)
    for (const resource of resources) {
      resolveReferences(resource, addresses);
      resolveReferences(resource, everywhere);
      keepOnce(resource, kept, file, skipped);
    }
  const store = createStore([...kept.values()]);
  return {
    store,
    patients: store.all('Patient'),
    skipped,
    unreachable: unreachableIn(store, searchedTypes?.(version)),
    version,
    mixture: told === undefined ? mixtureIn(detected) : undefined,
  };
}

/** Without the records of types that the version does not have. */
function withTypesOf<F extends Found & { readonly file: string }>(
  version: DataVersion,
  found: F,
  skipped: SkippedFile[],
): F {
  const types = typesOf(version);
  const strange = new Set(
    found.resources.map(({ resourceType }) => resourceType).filter((type) => !types.has(type)),
  );
  for (const type of strange)
    skipped.push({
      file: found.file,
      reason: `holds a ${shortened(type)}, which is no FHIR ${version.toUpperCase()} type`,
    });
  return { ...found, resources: found.resources.filter(({ resourceType }) => types.has(resourceType)) };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

async function filesIn(path: string): Promise<readonly string[]> {
  const kind = await stat(path).catch(() => {
    throw new Error(`The data folder ${path} does not exist or cannot be opened.`);
  });
  if (!kind.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !relative(path, file)
          .split(/[\\/]/)
          .some((part) => part.startsWith('.')),
    )
    .toSorted();
}

async function readResources(file: string, skipped: SkippedFile[]): Promise<Found | undefined> {
  const skip = (reason: string, line?: number): void => {
    skipped.push({ file: line === undefined ? file : `${file}:${line}`, reason });
  };
  if (!/\.(?:json|ndjson|jsonl)$/i.test(file)) {
    skip('is no .json or .ndjson file');
    return undefined;
  }
  let text: string;
  try {
    text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    skip(
      `cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'})`,
    );
    return undefined;
  }
  const name = basename(file)
    .replace(/\.\w+$/, '')
    .replaceAll(/[^A-Za-z0-9.-]/g, '-')
    .slice(0, 50);
  const documents = /\.json$/i.test(file) ? wholeDocument(text) : undefined;
  const lines = documents ?? lineDocuments(text, skip);
  if (lines === undefined) {
    skip(text.trim() === '' ? 'is empty' : 'is no JSON');
    return undefined;
  }
  const result: Found = { resources: [], problems: [], addresses: new Map() };
  for (const { value, line } of lines) {
    const each = resourcesIn(value, (position) => `${name}-${line ?? 0}-${position}`);
    result.resources.push(...each.resources);
    for (const [from, to] of each.addresses) result.addresses.set(from, to);
    for (const problem of new Set(each.problems)) skip(problem, line);
  }
  return result;
}

interface ParsedDocument {
  readonly value: unknown;
  readonly line: number | undefined;
}

function wholeDocument(text: string): readonly ParsedDocument[] | undefined {
  try {
    return [{ value: parseExactly(text), line: undefined }];
  } catch {
    return undefined;
  }
}

/** NDJSON, whatever the file is called. Undefined: not a single line of it is JSON. */
function lineDocuments(
  text: string,
  skip: (reason: string, line: number) => void,
): readonly ParsedDocument[] | undefined {
  const documents: ParsedDocument[] = [];
  const bad: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      documents.push({ value: parseExactly(line), line: index + 1 });
    } catch {
      bad.push(index + 1);
    }
  }
  // A pretty-printed JSON file that is broken has lines which are JSON by themselves (`}`, `"a"` are not resources).
  if (!documents.some(({ value }) => typeof value === 'object' && value !== null)) return undefined;
  for (const line of bad) skip('is a line that is no JSON', line);
  return documents;
}

/** The same record often stands in several files; only a *different* one of the same name is worth a word. */
function keepOnce(
  resource: FhirResource,
  kept: Map<string, FhirResource>,
  file: string,
  skipped: SkippedFile[],
): void {
  const key = `${resource.resourceType}/${resource.id}`;
  const before = kept.get(key);
  if (before === undefined) kept.set(key, resource);
  else if (JSON.stringify(before) !== JSON.stringify(resource))
    skipped.push({ file, reason: `holds another ${key} than was read before; the first is served` });
}

function unreachableIn(store: Store, searchedTypes?: readonly string[]): readonly Unreachable[] {
  const searched = searchedTypes && new Set(searchedTypes);
  const counts = new Map<string, Unreachable>();
  const reasonFor = (resource: FhirResource): Unreachable['reason'] | undefined => {
    const { resourceType } = resource;
    if (resourceType === 'Patient') return undefined;
    const patients = store.patientsOf(resource);
    if (patients.length === 0) return 'names no patient';
    if (!patients.some((patient) => store.read('Patient', patient) !== undefined))
      return 'names a patient who is not in the data';
    return searched === undefined || searched.has(resourceType) || resourceType === 'Provenance'
      ? undefined
      : 'is of a type the app does not ask for';
  };
  for (const type of store.types)
    for (const resource of store.all(type)) {
      const reason = reasonFor(resource);
      if (reason === undefined) continue;
      const key = `${type} ${reason}`;
      counts.set(key, { type, reason, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}
