/**
 * What the files say something of, for one person. A Bundle tells of those it holds records of, the lines of an export of
 * everybody in it, a record that stands by itself of nobody else: another person's Bundle with allergies in it says
 * nothing of whether this one has any.
 */
import type { Containers } from './containers.ts';
import type { FileReport } from './index-files.ts';
import type { RowTable } from './row-table.ts';

interface Index {
  readonly owned: RowTable;
  readonly typeNames: readonly string[];
  readonly containers: Pick<Containers, 'containerOf' | 'areaOf'>;
  readonly reports: readonly FileReport[];
  /** Records of each type, whoever they are about. */
  readonly types: ReadonlyMap<string, number>;
  /** Types of which some record names a patient. */
  readonly ofPatients: ReadonlySet<string>;
  /** Whether some record of a type could be anybody's. */
  readonly mayBeTheirs: (type: string) => boolean;
}

/**
 * The types that may be said to be empty for a person, among those they have; types that name nobody, like
 * organizations, are there for everybody.
 * @param rows the person's own rows of the index; `all` where the files tell of nobody else
 * @returns of `types`, those that the files around these rows hold
 */
export function typesFor(index: Index, rows: readonly number[] | 'all'): ReadonlyMap<string, number> {
  const { types, ofPatients, mayBeTheirs } = index;
  const heard = rows === 'all' ? ofPatients : typesAround(index, rows);
  // What wrote a summary is a device, and no sign that devices of the person were asked for.
  const isAnybodys = (type: string): boolean => type !== 'Device' && !ofPatients.has(type);
  return new Map([...types].filter(([type]) => heard.has(type) || isAnybodys(type) || mayBeTheirs(type)));
}

function typesAround(
  { owned, typeNames, containers, reports, ofPatients }: Index,
  rows: readonly number[],
): ReadonlySet<string> {
  /** The lines of an export; a line may be a Bundle, too. */
  const areaOf = (file: number, container: number): string | undefined =>
    container === file && reports[file]?.kind === 'lines' ? containers.areaOf(file) : undefined;
  const [files, wrapped, areas] = [new Set<number>(), new Set<number>(), new Set<string>()];
  for (const row of rows) {
    const place = owned.placeOf(row);
    const container = containers.containerOf(place);
    const area = areaOf(place.file, container);
    if (area !== undefined) areas.add(area);
    files.add(place.file);
    wrapped.add(container);
  }
  const isAround = (row: number): boolean => {
    const place = owned.placeOf(row);
    if (areas.size === 0 && !files.has(place.file)) return false;
    const container = containers.containerOf(place);
    const area = areaOf(place.file, container);
    return area === undefined ? wrapped.has(container) : areas.has(area);
  };
  const heard = new Set<string>();
  for (let row = 0; row < owned.size && heard.size < ofPatients.size; row += 1) {
    const type = typeNames[owned.typeOf(row)];
    if (type !== undefined && ofPatients.has(type) && !heard.has(type) && isAround(row)) heard.add(type);
  }
  return heard;
}
