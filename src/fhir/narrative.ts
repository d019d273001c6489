/** The narrative of a resource (FHIR R4 §2.4.2): what it claims to be. Its HTML is sanitised where it is shown. */
import { asObject, asText, type FhirResource } from './json.ts';

export interface Narrative {
  /** generated, extensions, additional or empty; as sent where it is none of them. */
  readonly status: string | undefined;
  /** XHTML as sent: never to be shown without sanitising. */
  readonly html: string;
  /**
   * It may say what the elements do not: anything but a narrative generated from the elements alone. Shown with the
   * record, not only on request.
   */
  readonly saysMore: boolean;
}

/** Undefined where there is no narrative, or it says that it is empty and holds no words. */
export function readNarrative(resource: FhirResource): Narrative | undefined {
  const text = asObject(resource['text']);
  const html = asText(text?.['div']);
  if (html === undefined || wordsIn(html) === '') return undefined;
  const status = asText(text?.['status']);
  return { status, html, saysMore: status !== 'generated' };
}

/** The words of a narrative, for search and for telling whether there are any; never for showing. */
export function wordsIn(html: string): string {
  return html
    .slice(0, 200_000)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;|&#160;|&#xa0;/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
