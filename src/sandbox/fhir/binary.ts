import type { Access } from './access.ts';
import { accessDenied } from './answer-search.ts';
import type { DataVersion } from './data-version.ts';
import { filePath } from './earlier/cast-variant.ts';
import { contentType } from './encode.ts';
import { FhirError, hapi } from './fhir-error.ts';
import type { Manner } from './manner.ts';

/**
 * A Binary of a version before R4: the file itself, as a HAPI server answers whoever asks for no FHIR, or else the
 * resource with its base64 (`content`, STU3 §2.42). Throws 404, and 403 where its document may not be read.
 */
export function binaryAnswer(
  id: string,
  request: Request,
  { files, filesAsFhir, mediaTypeOf }: Manner,
  version: DataVersion,
  access: Access,
): Response {
  const file = files?.get(id);
  if (file === undefined) throw new FhirError(404, hapi(971, `Resource Binary/${id} is not known`));
  if (!access.permits(file.document, 'read')) throw accessDenied();
  const asked = /fhir\+json|json\+fhir/.test(request.headers.get('Accept') ?? '');
  if (!asked && filesAsFhir !== true)
    return new Response(new Uint8Array(Buffer.from(file.content, 'base64')), {
      headers: { 'Content-Type': file.contentType },
    });
  const binary = { resourceType: 'Binary', id, contentType: file.contentType, content: file.content };
  return new Response(JSON.stringify(binary), {
    headers: { 'Content-Type': contentType('json', mediaTypeOf ?? version) },
  });
}

/** A record's text with the addresses of its files below the base. */
export function withFileAddresses(text: string, base: string): string {
  return text.replaceAll(`"url":"${filePath}`, `"url":"${base}/${filePath}`);
}
