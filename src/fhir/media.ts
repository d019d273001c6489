/** Images of a report, and Media records: a picture or recording with what it shows. FHIR R4 DiagnosticReport.media, Media. */
import { readAttachment, type Attachment } from './attachment.ts';
import { readConcept, type Concept } from './concept.ts';
import { asObject, asText, type FhirResource, type JsonObject } from './json.ts';
import { readLink, type Link } from './link.ts';
import type { ReadContext } from './record.ts';

export interface ReportMedia {
  readonly comment: string | undefined;
  readonly link: Link | undefined;
  readonly content: Attachment | undefined;
  readonly bodySite: Concept | undefined;
}

/** One entry of `DiagnosticReport.media`, with the picture where its Media record has arrived. */
export function readMedia(item: JsonObject, context: ReadContext, within: FhirResource): ReportMedia {
  const link = readLink(asObject(item['link']), context, within);
  return {
    comment: asText(item['comment']),
    link,
    content: readAttachment(link?.target?.['content']),
    bodySite: readConcept(link?.target?.['bodySite']),
  };
}
