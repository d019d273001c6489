import { type FhirResource, objectsOf, textOf } from '#sandbox/fhir/resource.ts';
import { isJson, type Json } from './shape.ts';

/** A file that its document names by an address of its own: a Binary. */
export interface AttachedFile {
  /** The DocumentReference that names it: whoever may read that may read the file. */
  readonly document: FhirResource;
  readonly contentType: string;
  /** Base64. */
  readonly content: string;
}

/** What a server may do otherwise with the same records. */
export interface CastVariant {
  readonly ids: 'r4' | 'own';
  readonly files: 'data' | 'binary';
  readonly extensions: 'argonaut' | 'us-core' | 'absent';
  readonly careTeams: 'sent' | 'absent';
}

/** What an attachment's `url` begins with in the store: the server puts its own base before it. */
export const filePath = 'Binary/';

/** The records as a variant has them, and the files that left them, by the id of their Binary. */
export function inVariant(
  records: readonly FhirResource[],
  variant: CastVariant,
): { readonly records: readonly FhirResource[]; readonly files: ReadonlyMap<string, AttachedFile> } {
  const files = new Map<string, AttachedFile>();
  let written = records;
  if (variant.careTeams === 'absent') written = written.filter((record) => !isCareTeam(record));
  if (variant.extensions !== 'argonaut')
    written = written.map((record) => withExtensions(record, variant.extensions));
  if (variant.ids === 'own') written = withOwnIds(written);
  if (variant.files === 'binary') written = written.map((record) => withFilesApart(record, files));
  return { records: written, files };
}

function isCareTeam({ resourceType, category }: FhirResource): boolean {
  const codings = objectsOf(category).flatMap((each) => objectsOf(each['coding']));
  return resourceType === 'CarePlan' && codings.some(({ code }) => code === 'careteam');
}

const argonaut =
  /^http:\/\/fhir\.org\/guides\/argonaut\/StructureDefinition\/argo-(race|ethnicity|birthsex)$/;
const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-';

function withExtensions(record: FhirResource, extensions: CastVariant['extensions']): FhirResource {
  if (record.resourceType !== 'Patient') return record;
  const written = objectsOf(record['extension']).flatMap((one) => {
    const [, name] = argonaut.exec(textOf(one['url']) ?? '') ?? [];
    if (name === undefined) return [one];
    return extensions === 'absent' ? [] : [{ ...one, url: usCore + name }];
  });
  const { extension: _written, ...rest } = record;
  return written.length === 0 ? rest : { ...rest, extension: written };
}

/** An id of a record as a server has it that does not share Office's. */
export function ownId(id: string): string {
  return `own-${id}`;
}

/** Ids of the server's own for everything but patients, and the references to them. */
export function withOwnIds(records: readonly FhirResource[]): readonly FhirResource[] {
  const moved = new Map(
    records
      .filter(({ resourceType }) => resourceType !== 'Patient')
      .map(({ resourceType, id = '' }) => [`${resourceType}/${id}`, `${resourceType}/${ownId(id)}`]),
  );
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk);
    if (!isJson(one)) return one;
    return Object.fromEntries(
      Object.entries(one).map(([name, inner]) => [
        name,
        name === 'reference' && typeof inner === 'string' ? (moved.get(inner) ?? inner) : walk(inner),
      ]),
    );
  };
  return records.map((record) => {
    const { resourceType, id = '' } = record;
    const written = walk(record) as FhirResource;
    return resourceType === 'Patient' ? written : { ...written, id: ownId(id) };
  });
}

function withFilesApart(record: FhirResource, files: Map<string, AttachedFile>): FhirResource {
  if (record.resourceType !== 'DocumentReference') return record;
  const content = objectsOf(record['content']).map((each, index): Json => {
    const [attachment] = objectsOf(each['attachment']);
    const data = textOf(attachment?.['data']);
    if (attachment === undefined || data === undefined) return each;
    const { data: _leaves, ...rest } = attachment;
    const id = `${record.id}-${index + 1}`;
    files.set(id, { document: record, contentType: textOf(rest['contentType']) ?? '', content: data });
    return { ...each, attachment: { ...rest, url: filePath + id } };
  });
  return { ...record, content };
}
