/** A document that a record of opened files names by its address: a Binary among them, or a file of the same folder. */
import { attachmentBytes, largestAttachment } from '#fhir/attachment-bytes.ts';
import { FhirError } from '#fhir/failure.ts';
import { asObject, asText } from '#fhir/json.ts';
import { referenceText, splitReference } from '#fhir/reference-index.ts';
import type { FilePatient } from './file-patient.ts';
import type { OpenedFiles } from './gathering.ts';
import { readPlaces } from './read-places.ts';

interface Content {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

function failed(reason: 'foreign-link' | 'not-fhir' | 'too-large'): FhirError {
  return new FhirError({ kind: 'broken', status: 0, reason });
}

/**
 * Rejects with FhirError: `foreign-link` for an address elsewhere, which is named and never asked.
 * @param url as the record has it
 */
export async function fileAttachment(
  files: OpenedFiles,
  patient: FilePatient,
  url: string,
): Promise<Content> {
  return (await binaryAt(files, patient, url)) ?? (await fileAt(files, url)) ?? reject();
}

function reject(): never {
  throw failed('foreign-link');
}

async function binaryAt(files: OpenedFiles, patient: FilePatient, url: string): Promise<Content | undefined> {
  const parts = splitReference(url);
  const key = parts?.type === 'Binary' ? `Binary/${parts.id}` : url;
  const { records } = await readPlaces(files.sources, files.placesNamed([key]));
  const binary = records.find(
    ({ resource, fullUrl }) =>
      resource.resourceType === 'Binary' && (`Binary/${resource.id ?? ''}` === key || fullUrl === url),
  )?.resource;
  if (binary === undefined) return undefined;
  // Where a Binary says whose it is, it must be this patient's.
  const context = splitReference(referenceText(asObject(binary['securityContext'])) ?? '');
  if (context?.type === 'Patient' && context.id !== patient.id) throw failed('foreign-link');
  const data = asText(binary['data']) ?? asText(binary['content']);
  const decoded = attachmentBytes({ data });
  if ('fault' in decoded) throw failed(decoded.fault === 'too-large' ? 'too-large' : 'not-fhir');
  return { bytes: decoded.bytes, contentType: asText(binary['contentType']) ?? '' };
}

/**
 * Only by a path without a scheme, within the folder that was opened, and only where one file alone can be meant. A file
 * of records is no document: it holds other people's.
 */
async function fileAt(files: OpenedFiles, url: string): Promise<Content | undefined> {
  if (/^[a-z][\w+.-]*:|^\/\/|[?#\\]/i.test(url)) return undefined;
  const path = url.replace(/^(?:\.?\/)+/, '');
  if (path === '' || path.split('/').includes('..')) return undefined;
  const isMeant = (own: string): boolean => own === path || own.endsWith(`/${path}`);
  const isDocument = (file: number): boolean =>
    ['no-record', 'ccda'].includes(files.reports[file]?.kind ?? 'lines');
  const meant = files.sources.filter((source, file) => isMeant(source.path) && isDocument(file));
  const [source] = meant;
  if (source === undefined || meant.length > 1) return undefined;
  if (source.size > largestAttachment) throw failed('too-large');
  return { bytes: await source.read(0, source.size), contentType: '' };
}
