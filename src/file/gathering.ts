/** What is known of the records of opened files while they are gone through, and what comes of it at the end. */
import { asList, asObject, asText, type FhirResource } from '#fhir/json.ts';
import { referenceText, splitReference } from '#fhir/reference-index.ts';
import type { FhirVersion } from '#fhir/version.ts';
import { createBases, plainBase } from './bases.ts';
import { createContainers } from './containers.ts';
import { type Exported, type ExportSigns, exportedOf } from './exported.ts';
import { type FilePatient, type KnownPatient, meetPatient } from './file-patient.ts';
import type { FileReport } from './index-files.ts';
import { createParties } from './parties.ts';
import { type Found, idOf } from './resources-in.ts';
import { createRowTable, hashOf, type Place } from './row-table.ts';
import type { FileSource } from './source.ts';
import { typesFor } from './types-for.ts';
import { isUnfinished } from './unfinished.ts';
import { versionsAround } from './versions-around.ts';
import { versionOfRecord, voteOnVersions } from './version.ts';
import { namesOfPeople, ownersOfRows, placedRows } from './placed-rows.ts';
import { ownersOfRefs, type Ref } from './refs.ts';
import { sortPatients, whoIsWho } from './who-is-who.ts';
import { patientRefsOf } from './whose.ts';

/** Opened files: an index of places, and nothing of the records but what tells the patients apart. */
export interface OpenedFiles {
  readonly sources: readonly FileSource[];
  readonly reports: readonly FileReport[];
  /** By name, those without one at the end. */
  readonly patients: readonly FilePatient[];
  /** Records of each type, whoever they are about. */
  readonly types: ReadonlyMap<string, number>;
  /** The same, without those that the files say nothing of for this person (`types-for.ts`). */
  typesFor(patient: FilePatient): ReadonlyMap<string, number>;
  /** Types of which some record names a patient. */
  readonly ofPatients: ReadonlySet<string>;
  /** Records of a type that belongs to somebody, and that name no patient: in nobody's chart. */
  readonly unnamed: ReadonlyMap<string, number>;
  /** Records that name a patient of whom it cannot be told which: in nobody's chart. */
  readonly undecided: number;
  /** The same, by type. */
  readonly undecidedOf: ReadonlyMap<string, number>;
  /** Of most records. */
  readonly version: FhirVersion;
  /** Every version of which some record is. */
  readonly versions: ReadonlySet<FhirVersion>;
  /** Some of the files could not be read to their ends, or at all: what is in none of them may stand there. */
  readonly isIncomplete: boolean;
  readonly exported: Exported | undefined;
  /** FHIR base of the server the records came from, where the files say. */
  readonly base: string | undefined;
  /** Places of one patient's records, in the order of the files. */
  placesOf(patient: FilePatient): readonly Place[];
  /** Whose a row is (`FilePatient.number`); -1 where that cannot be decided. */
  ownerOf(row: number): number;
  placeOf(row: number): Place;
  /** Places of what may be one of `keys` (`Type/id`, or a `fullUrl` of that file), or be a Provenance of one of them. */
  placesNamed(keys: Iterable<string>): readonly Place[];
  /** `urn:` addresses of the patient in the Bundle of a record (`Bundle.entry.fullUrl`). */
  urnsOf(patient: FilePatient, place: Place): readonly string[];
  /** The version a record is read by: its own file's or Bundle's, unless the record itself speaks against it. */
  versionOf(resource: FhirResource, place: Place): FhirVersion;
  /** Where a record stands, from its Bundle outwards, and the server it is of where that is known. */
  whereOf(place: Place, fullUrl: string | undefined): Where;
}

export interface Where {
  readonly container: number;
  readonly file: number;
  /** The folder of its export. */
  readonly area: string;
  /** Plain (`bases.ts`). */
  readonly base: string | undefined;
}

export interface Gathering {
  /** A Bundle, or whatever else wraps records, at a place: what follows there stands in it. */
  begin(file: number, start: number, length: number): void;
  add(found: Found, place: Place): void;
  /** Rows so far: a record adds one for each patient that it names. */
  readonly rows: number;
  /** What an envelope says of itself. */
  hear(says: ExportSigns): void;
  /** Whether JSON that is no record tells of the export (its manifest, the state of one of ours). */
  isAbout(value: unknown, file: number): boolean;
  finish(reports: readonly FileReport[]): OpenedFiles;
}

/** Types beyond these are one to the counting. */
const mostTypes = 60_000;

const requestBase = /^(https?:\/\/.+?)(?:\/(?:Patient|Group\/[^/]+))?\/\$/;

export function createGathering(sources: readonly FileSource[]): Gathering {
  const owned = createRowTable();
  const loose = createRowTable();
  const containers = createContainers(sources);
  const bases = createBases(containers);
  const isParty = createParties();
  const refNumbers = new Map<string, number>();
  const refs: Ref[] = [];
  const met: KnownPatient[] = [];
  /** Patient records by their `fullUrl` and its Bundle. */
  const urns = new Map<number, Map<string, number[]>>();
  const types = new Map<string, number>();
  const typeNumbers = new Map<string, number>();
  const unnamed = new Map<string, number>();
  const votes = voteOnVersions();
  const versions = new Set<FhirVersion>();
  const signs: ExportSigns[] = [];
  const owners = new Set<string>();
  /** A server's address as it was first written. */
  const written = new Map<string, string>();

  const refNumber = (key: string, ref: () => Ref): number => {
    const known = refNumbers.get(key);
    if (known !== undefined) return known;
    refNumbers.set(key, refs.length);
    refs.push(ref());
    return refs.length - 1;
  };

  const typeNumber = (type: string): number => {
    const number = typeNumbers.get(type) ?? Math.min(typeNumbers.size, mostTypes);
    if (number < mostTypes) typeNumbers.set(type, number);
    return number;
  };

  const addProvenance = (resource: FhirResource, place: Place): void => {
    for (const target of asList(resource['target'])) {
      const text = referenceText(target);
      if (text === undefined) continue;
      const parts = splitReference(text);
      loose.add(hashOf(parts === undefined ? text : `${parts.type}/${parts.id}`), place);
    }
  };

  const addOwned = (
    resource: FhirResource,
    place: Place,
    container: number,
    own: string | undefined,
  ): void => {
    const { resourceType } = resource;
    const { file } = place;
    const whose = patientRefsOf(resource);
    if (whose.length > 0) owners.add(resourceType);
    else unnamed.set(resourceType, (unnamed.get(resourceType) ?? 0) + 1);
    for (const ref of whose) {
      const isUrn = 'urn' in ref;
      if (!isUrn && ref.base !== undefined) bases.mention(file, ref.base);
      const id = isUrn ? ref.urn.slice(ref.urn.lastIndexOf(':') + 1) : ref.id;
      const base = isUrn ? undefined : (ref.base ?? own);
      const number = refNumber(`${file} ${container} ${base ?? ''} ${isUrn ? ref.urn : id}`, () => {
        const inPlace = { id, base, file, container, isUrn };
        return isUrn ? { urn: ref.urn, in: inPlace } : inPlace;
      });
      owned.add(number, place, typeNumber(resourceType));
    }
  };

  return {
    get rows() {
      return owned.size;
    },
    begin: (file, start, length) => containers.begin(file, start, length),
    add(found, place) {
      const { resource, fullUrl } = found;
      const { resourceType } = resource;
      const { file } = place;
      const container = containers.containerOf(place);
      types.set(resourceType, (types.get(resourceType) ?? 0) + 1);
      const only = votes.hear(resource, [container, file]);
      if (only !== undefined) versions.add(only);
      const id = idOf(found);
      const address = fullUrl === undefined ? undefined : splitReference(fullUrl)?.base;
      const base = plainBase(address);
      if (base !== undefined) {
        bases.declare(file, base);
        if (!written.has(base)) written.set(base, address ?? base);
      }
      if (resourceType === 'Patient' && id !== undefined) {
        const at = met.length;
        met.push(meetPatient(resource, { id, file, container, base }));
        if (fullUrl !== undefined) {
          const named = urns.get(container) ?? new Map<string, number[]>();
          urns.set(container, named);
          named.set(fullUrl, [...(named.get(fullUrl) ?? []), at]);
        }
        refs.push({ met: at });
        owned.add(refs.length - 1, place, typeNumber(resourceType));
        return;
      }
      if (resourceType === 'Provenance') {
        addProvenance(resource, place);
        return;
      }
      if (isParty(found, container)) {
        if (id !== undefined) loose.add(hashOf(`${resourceType}/${id}`), place);
        if (fullUrl !== undefined) loose.add(hashOf(fullUrl), place);
        return;
      }
      addOwned(resource, place, container, base);
    },
    hear: (says) => void signs.push(says),
    isAbout(value, file) {
      const says = asObject(value) ?? {};
      const time = asText(says['transactionTime']);
      const isManifest = time !== undefined || Array.isArray(says['output']) || Array.isArray(says['files']);
      const request = asText(says['request']);
      if (isManifest) {
        containers.hearManifest(file);
        const base = plainBase(request === undefined ? undefined : requestBase.exec(request)?.[1]);
        if (base !== undefined) bases.request(file, base);
        signs.push({ ...(time && { transactionTime: time }), ...(request && { request }) });
      }
      return isManifest;
    },
    finish(reports) {
      const areas = new Set(
        refs.map((ref) => {
          const file = 'met' in ref ? (met[ref.met]?.file ?? 0) : 'urn' in ref ? ref.in.file : ref.file;
          return containers.areaOf(file);
        }),
      );
      const who = whoIsWho(met, { sources, containers, bases, areas });
      const ownerOfRef = ownersOfRefs(refs, who, urns);
      const ownerOfRow = ownersOfRows(
        owned,
        (tag) => ownerOfRef[tag] ?? -1,
        (owner) => who.people[owner]?.id,
      );
      const placed = placedRows(owned, ownerOfRow, who.people.length);
      const typeNames = [...typeNumbers.keys()];
      const undecidedOf = new Map<string, number>();
      for (const row of placed.undecided) {
        const type = typeNames[owned.typeOf(row)] ?? '';
        undecidedOf.set(type, (undecidedOf.get(type) ?? 0) + 1);
      }
      const patients = sortPatients(
        who.people.map((person, number) => ({ ...person, number, records: placed.countOf(number) })),
      );
      const baseOf = (): string | undefined => {
        if (bases.all.size > 1) return undefined;
        const [plain] = bases.all;
        const request = signs.find((one) => one.request !== undefined)?.request;
        if (plain !== undefined) return written.get(plain) ?? plain;
        return request === undefined ? undefined : requestBase.exec(request)?.[1];
      };
      const urnsOfPerson = namesOfPeople(urns, who.numberOfMet);
      const everyFile = [...sources.keys()];
      const version = votes.version([everyFile]);
      for (const each of [version, ...everyFile.map((file) => votes.version([[file]]))]) versions.add(each);
      const versionAround = versionsAround(votes, containers, everyFile);
      const mayBeTheirs = (type: string): boolean => unnamed.has(type) || undecidedOf.has(type);
      const around = { owned, typeNames, containers, reports, types, ofPatients: owners, mayBeTheirs };
      return {
        sources,
        reports,
        patients,
        types,
        typesFor: ({ number }) => typesFor(around, patients.length === 1 ? 'all' : placed.rowsOf(number)),
        ofPatients: owners,
        unnamed,
        undecided: placed.undecided.length,
        undecidedOf,
        version,
        versions,
        isIncomplete: reports.some(isUnfinished),
        exported: exportedOf(signs, sources),
        // Of two servers neither is where everything comes from.
        base: baseOf(),
        placesOf: ({ number }) => placed.rowsOf(number).map((row) => owned.placeOf(row)),
        ownerOf: (row) => ownerOfRow[row] ?? -1,
        placeOf: (row) => owned.placeOf(row),
        placesNamed(keys) {
          const wanted = new Set([...keys].map(hashOf));
          const places: Place[] = [];
          for (let row = 0; row < loose.size; row += 1)
            if (wanted.has(loose.tagOf(row))) places.push(loose.placeOf(row));
          return places;
        },
        urnsOf({ number }, place) {
          const container = containers.containerOf(place);
          return (urnsOfPerson.get(number) ?? []).flatMap((one) =>
            one.container === container ? [one.urn] : [],
          );
        },
        versionOf: (resource, place) => versionOfRecord(resource, versionAround(place)),
        whereOf(place, fullUrl) {
          const own = plainBase(fullUrl === undefined ? undefined : splitReference(fullUrl)?.base);
          return {
            container: containers.containerOf(place),
            file: place.file,
            area: containers.areaOf(place.file),
            base: own ?? bases.homeOf(place.file),
          };
        },
      };
    },
  };
}
