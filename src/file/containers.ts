/**
 * Which Bundle, file and export a record stands in: what an id, a `urn:` or a relative reference means is told there
 * first, and nowhere else by chance.
 */
import type { Place } from './row-table.ts';
import type { FileSource } from './source.ts';

interface Outers {
  readonly starts: number[];
  readonly ends: number[];
  readonly first: number;
}

export interface Containers {
  /** A Bundle, a list or another wrapping that was met at this place. Those of a file in their order. */
  begin(file: number, start: number, length: number): void;
  /** The outer Bundle of a place; the file itself where it stands in none. */
  containerOf(place: Pick<Place, 'file' | 'start'>): number;
  /** A manifest of an export: the folder it stands in is the export's, with all that is below. */
  hearManifest(file: number): void;
  /** The folder of the export that a file is of, else the file's own. */
  areaOf(file: number): string;
  /** Whether a manifest says that a file's area is one export. */
  isExport(area: string): boolean;
}

/** The folder of a path; empty where the file was opened alone. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function createContainers(sources: readonly FileSource[]): Containers {
  const outers = new Map<number, Outers>();
  const exports = new Set<string>();
  const areas = new Map<number, string>();
  let count = sources.length;
  return {
    begin(file, start, length) {
      const of = outers.get(file) ?? { starts: [], ends: [], first: count };
      outers.set(file, of);
      of.starts.push(start);
      of.ends.push(start + length);
      count += 1;
    },
    containerOf({ file, start }) {
      const of = outers.get(file);
      if (of === undefined) return file;
      let [low, high] = [0, of.starts.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((of.starts[middle] ?? 0) <= start) low = middle + 1;
        else high = middle;
      }
      const at = low - 1;
      return at >= 0 && start < (of.ends[at] ?? 0) ? of.first + at : file;
    },
    hearManifest(file) {
      exports.add(folderOf(sources[file]?.path ?? ''));
      areas.clear();
    },
    areaOf(file) {
      const known = areas.get(file);
      if (known !== undefined) return known;
      const own = folderOf(sources[file]?.path ?? '');
      let area = own;
      for (let folder = own; ; folder = folderOf(folder)) {
        if (exports.has(folder)) {
          area = folder;
          break;
        }
        if (folder === '') break;
      }
      areas.set(file, area);
      return area;
    },
    isExport: (area) => exports.has(area),
  };
}
