/** What is known of the records of opened files while they are gone through, and what comes of it at the end. */
import { asList, asObject, asText, type FhirResource } from '#fhir/json.ts';
import { referenceText, splitReference } from '#fhir/reference-index.ts';
import type { FhirVersion } from '#fhir/version.ts';
import { type Exported, type ExportSigns, exportedOf } from './exported.ts';
import { type FilePatient, type MetPatient, meetPatient } from './file-patient.ts';
import type { FileReport } from './index-files.ts';
import { sortPatients, whoIsWho } from './who-is-who.ts';
import type { Found } from './resources-in.ts';
import { createRowTable, hashOf, type Place } from './row-table.ts';
import type { FileSource } from './source.ts';
import { voteOnVersion } from './version.ts';
import { patientRefsOf } from './whose.ts';

/** Opened files: an index of places, and nothing of the records but what tells the patients apart. */
export interface OpenedFiles {
  readonly sources: readonly FileSource[];
  readonly reports: readonly FileReport[];
  /** By name, those without one at the end. */
  readonly patients: readonly FilePatient[];
  /** Records of each type, whoever they are about. */
  readonly types: ReadonlyMap<string, number>;
  /** Types of which some record names a patient. */
  readonly ofPatients: ReadonlySet<string>;
  /** Records of a type that belongs to somebody, and that name no patient: in nobody's chart. */
  readonly unnamed: ReadonlyMap<string, number>;
  /** Records of a patient whose number stands for two people: in nobody's chart. */
  readonly undecided: number;
  readonly version: FhirVersion;
  readonly exported: Exported | undefined;
  /** FHIR base of the server the records came from, where the files say. */
  readonly base: string | undefined;
  /** Places of one patient's records, in the order of the files. */
  placesOf(patient: FilePatient): readonly Place[];
  /** Places of what may be one of `keys` (`Type/id`, or a `fullUrl` of that file), or be a Provenance of one of them. */
  placesNamed(keys: Iterable<string>): readonly Place[];
  /** What `urn:` addresses of the patient stand for (`Bundle.entry.fullUrl`). */
  urnsOf(patient: FilePatient): readonly string[];
}

/** Who and what records of care point at, of nobody in particular. */
const parties = new Set([
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'HealthcareService',
  'Medication',
  'Substance',
  'Endpoint',
  'Binary',
  'Questionnaire',
  'Library',
  'PlanDefinition',
  'ActivityDefinition',
  'InsurancePlan',
  'OrganizationAffiliation',
]);

export interface Gathering {
  add(found: Found, place: Place): void;
  /** What an envelope says of itself. */
  hear(says: ExportSigns): void;
  /** Whether JSON that is no record tells of the export (its manifest, the state of one of ours). */
  isAbout(value: unknown): boolean;
  finish(reports: readonly FileReport[]): OpenedFiles;
}

/** The id of a record that has none but an address within its Bundle. */
export function idOf({ resource, fullUrl }: Found): string | undefined {
  const id = asText(resource.id);
  if (id !== undefined || fullUrl === undefined) return id;
  return /^urn:(?:uuid|oid):(.+)$/i.exec(fullUrl)?.[1] ?? splitReference(fullUrl)?.id;
}

export function createGathering(sources: readonly FileSource[]): Gathering {
  const owned = createRowTable();
  const loose = createRowTable();
  const refNumbers = new Map<string, number>();
  const refs: { readonly id: string | undefined; readonly urn: string | undefined; readonly file: number }[] =
    [];
  const met: MetPatient[] = [];
  const urns = new Map<string, string>();
  const types = new Map<string, number>();
  const unnamed = new Map<string, number>();
  const vote = voteOnVersion();
  const signs: ExportSigns[] = [];
  /** Addresses of servers that the files name. */
  const bases = new Set<string>();
  const owners = new Set<string>();

  /** A patient's id means the same in every file until two people turn out to have it. */
  const refNumber = (id: string | undefined, urn: string | undefined, file: number): number => {
    const key = `${file} ${id ?? ''} ${urn ?? ''}`;
    const known = refNumbers.get(key);
    if (known !== undefined) return known;
    refNumbers.set(key, refs.length);
    refs.push({ id, urn, file });
    return refs.length - 1;
  };

  const addProvenance = (resource: FhirResource, place: Place): void => {
    for (const target of asList(resource['target'])) {
      const text = referenceText(target);
      if (text === undefined) continue;
      const parts = splitReference(text);
      loose.add(hashOf(parts === undefined ? text : `${parts.type}/${parts.id}`), place);
    }
  };

  return {
    add(found, place) {
      const { resource, fullUrl } = found;
      const { resourceType } = resource;
      types.set(resourceType, (types.get(resourceType) ?? 0) + 1);
      vote.hear(resource);
      const id = idOf(found);
      const base = fullUrl === undefined ? undefined : splitReference(fullUrl)?.base;
      if (base !== undefined) bases.add(base);
      if (resourceType === 'Patient' && id !== undefined) {
        met.push(meetPatient(resource, id, place.file));
        if (fullUrl !== undefined) urns.set(`${place.file} ${fullUrl}`, id);
        owned.add(refNumber(id, undefined, place.file), place);
        return;
      }
      if (resourceType === 'Provenance') {
        addProvenance(resource, place);
        return;
      }
      if (parties.has(resourceType)) {
        if (id !== undefined) loose.add(hashOf(`${resourceType}/${id}`), place);
        if (fullUrl !== undefined) loose.add(hashOf(fullUrl), place);
        return;
      }
      const whose = patientRefsOf(resource);
      if (whose.length > 0) owners.add(resourceType);
      else unnamed.set(resourceType, (unnamed.get(resourceType) ?? 0) + 1);
      for (const ref of whose) {
        const number =
          'id' in ref ? refNumber(ref.id, undefined, place.file) : refNumber(undefined, ref.urn, place.file);
        owned.add(number, place);
      }
    },
    hear: (says) => void signs.push(says),
    isAbout(value) {
      const says = asObject(value) ?? {};
      const time = asText(says['transactionTime']);
      const isManifest = time !== undefined || Array.isArray(says['output']) || Array.isArray(says['files']);
      const request = asText(says['request']);
      if (isManifest) {
        signs.push({ ...(time && { transactionTime: time }), ...(request && { request }) });
      }
      return isManifest;
    },
    finish(reports) {
      const idOfRef = ({ id, urn, file }: (typeof refs)[number]): string =>
        id ?? urns.get(`${file} ${urn}`) ?? (urn ?? '').slice((urn ?? '').lastIndexOf(':') + 1);
      const who = whoIsWho(met, sources);
      /** Whose each patient reference is: a number of `who`, or -1. */
      const ownerOfRef = refs.map((ref) => who.numberOf(idOfRef(ref), ref.file));
      const counts = new Uint32Array(who.people.length);
      let undecided = 0;
      for (let row = 0; row < owned.size; row += 1) {
        const owner = ownerOfRef[owned.tagOf(row)] ?? -1;
        if (owner === -1) undecided += 1;
        else counts[owner] = (counts[owner] ?? 0) + 1;
      }
      const firsts = new Uint32Array(who.people.length + 1);
      for (let i = 0; i < counts.length; i += 1) firsts[i + 1] = (firsts[i] ?? 0) + (counts[i] ?? 0);
      const order = new Uint32Array(firsts.at(-1) ?? 0);
      const next = firsts.slice();
      for (let row = 0; row < owned.size; row += 1) {
        const owner = ownerOfRef[owned.tagOf(row)] ?? -1;
        if (owner === -1) continue;
        order[next[owner] ?? 0] = row;
        next[owner] = (next[owner] ?? 0) + 1;
      }
      const patients = sortPatients(
        who.people.map((person, number) => ({ ...person, number, records: counts[number] ?? 0 })),
      );
      const request = signs.find((one) => one.request !== undefined)?.request;
      return {
        sources,
        reports,
        patients,
        types,
        ofPatients: owners,
        unnamed,
        undecided,
        version: vote.version(),
        exported: exportedOf(signs, sources),
        // Of two servers neither is where everything comes from.
        base:
          (bases.size === 1 ? [...bases][0] : undefined) ??
          (request && /^(https?:\/\/.+?)(?:\/(?:Patient|Group\/[^/]+))?\/\$/.exec(request)?.[1]),
        placesOf: ({ number }) =>
          [...order.subarray(firsts[number], firsts[number + 1])].map((row) => owned.placeOf(row)),
        placesNamed(keys) {
          const wanted = new Set([...keys].map(hashOf));
          const places: Place[] = [];
          for (let row = 0; row < loose.size; row += 1)
            if (wanted.has(loose.tagOf(row))) places.push(loose.placeOf(row));
          return places;
        },
        urnsOf: ({ id }) =>
          [...urns].flatMap(([key, patientId]) =>
            patientId === id ? [key.slice(key.indexOf(' ') + 1)] : [],
          ),
      };
    },
  };
}
