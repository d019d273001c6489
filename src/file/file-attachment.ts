/** A document that a record of opened files names by its address: a Binary among them, or a file beside the record's own. */
import { attachmentBytes, largestAttachment } from '#fhir/attachment-bytes.ts';
import { FhirError } from '#fhir/failure.ts';
import { asObject, asText, type FhirResource } from '#fhir/json.ts';
import { referenceText, splitReference } from '#fhir/reference-index.ts';
import { folderOf } from './containers.ts';
import type { FilePatient } from './file-patient.ts';
import type { OpenedFiles } from './gathering.ts';
import { type ReadRecord, readPlaces } from './read-places.ts';
import { keyOfReference, resolveReference } from './resolve-reference.ts';
import { hasSameContent } from './same-record.ts';

interface Content {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

function failed(reason: 'foreign-link' | 'not-fhir' | 'too-large'): FhirError {
  return new FhirError({ kind: 'broken', status: 0, reason });
}

/** Deeper than any record; hostile nesting ends here. */
const deepest = 60;

/** The records that name each address: what it means is told by where they stand. */
export function attachmentsOf(records: readonly ReadRecord[]): ReadonlyMap<string, readonly ReadRecord[]> {
  const byUrl = new Map<string, ReadRecord[]>();
  const collect = (value: unknown, record: ReadRecord, depth: number): void => {
    if (depth > deepest || typeof value !== 'object' || value === null) return;
    const url = asText(asObject(value)?.['url']);
    if (url !== undefined) byUrl.set(url, [...(byUrl.get(url) ?? []), record]);
    for (const child of Array.isArray(value) ? value : Object.values(value))
      collect(child, record, depth + 1);
  };
  for (const record of records) collect(record.resource, record, 0);
  return byUrl;
}

/**
 * Rejects with FhirError: `foreign-link` for an address elsewhere, which is named and never asked, and for one by which
 * two records of this chart mean two documents.
 * @param url as the record has it
 * @param named the records of the chart that have it
 */
export async function fileAttachment(
  files: OpenedFiles,
  patient: FilePatient,
  url: string,
  named: readonly ReadRecord[],
): Promise<Content> {
  const binary = await binaryAt(files, url, named);
  if (binary !== undefined) return contentOf(binary, patient);
  const [path, ...others] = new Set(named.map(({ place }) => pathOf(files.sources[place.file]?.path, url)));
  if (path === undefined || others.length > 0) throw failed('foreign-link');
  return fileAt(files, path);
}

async function binaryAt(
  files: OpenedFiles,
  url: string,
  named: readonly ReadRecord[],
): Promise<FhirResource | undefined> {
  const { records } = await readPlaces(files.sources, files.placesNamed([keyOfReference(url)]));
  const binaries = records.filter(({ resource }) => resource.resourceType === 'Binary');
  let found: FhirResource | undefined;
  for (const { place, fullUrl } of named) {
    const meant = resolveReference(files, url, files.whereOf(place, fullUrl), binaries);
    if (meant === 'several') throw failed('foreign-link');
    if (meant === 'none') {
      if (found !== undefined) throw failed('foreign-link');
      continue;
    }
    if (found !== undefined && !hasSameContent(found, meant.resource)) throw failed('foreign-link');
    if (found === undefined && place !== named[0]?.place) throw failed('foreign-link');
    found = meant.resource;
  }
  return found;
}

function contentOf(binary: FhirResource, patient: FilePatient): Content {
  // Where a Binary says whose it is, it must be this patient's.
  const context = splitReference(referenceText(asObject(binary['securityContext'])) ?? '');
  if (context?.type === 'Patient' && context.id !== patient.id) throw failed('foreign-link');
  const data = asText(binary['data']) ?? asText(binary['content']);
  const decoded = attachmentBytes({ data });
  if ('fault' in decoded) throw failed(decoded.fault === 'too-large' ? 'too-large' : 'not-fhir');
  return { bytes: decoded.bytes, contentType: asText(binary['contentType']) ?? '' };
}

/** Only a path without a scheme, below the folder of the record's own file. */
function pathOf(own: string | undefined, url: string): string | undefined {
  if (own === undefined || /^[a-z][\w+.-]*:|^\/|[?#\\]/i.test(url)) return undefined;
  const path = url.replace(/^(?:\.\/+)+/, '');
  if (path === '' || path.split('/').some((part) => part === '..' || part === '.' || part === ''))
    return undefined;
  const folder = folderOf(own);
  return folder === '' ? path : `${folder}/${path}`;
}

/** Only where one file alone can be meant. A file of records is no document: it holds other people's. */
async function fileAt(files: OpenedFiles, path: string): Promise<Content> {
  const isDocument = (file: number): boolean =>
    ['no-record', 'ccda'].includes(files.reports[file]?.kind ?? 'lines');
  const meant = files.sources.filter((source, file) => source.path === path && isDocument(file));
  const [source] = meant;
  if (source === undefined || meant.length > 1) throw failed('foreign-link');
  if (source.size > largestAttachment) throw failed('too-large');
  return { bytes: await source.read(0, source.size), contentType: '' };
}
