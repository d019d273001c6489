import type { DataVersion } from './data-version.ts';
import { toXml } from './to-xml.ts';

export type Encoding = 'json' | 'xml';

const json = /^(?:json|text\/json|application\/(?:json|fhir\+json|json\+fhir))$/;
const xml = /^(?:xml|text\/xml|application\/(?:xml|fhir\+xml|xml\+fhir))$/;

/**
 * What a HAPI server answers in: `_format` before `Accept`; JSON unless XML is what the header asks for most. A
 * browser's own navigation names `application/xml` above the wildcard and so gets XML. `turtle` is a fault of
 * the server (500), because that build of HAPI knows the name and cannot write it.
 */
export function negotiate(accept: string | null, format: string | null): Encoding | 'turtle' {
  const asked = format?.replaceAll(' ', '+').toLowerCase() ?? '';
  if (json.test(asked)) return 'json';
  if (xml.test(asked)) return 'xml';
  let best: { readonly encoding: Encoding | 'turtle'; readonly quality: number } | undefined;
  for (const part of (accept ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim());
    const encoding = json.test(name)
      ? 'json'
      : xml.test(name)
        ? 'xml'
        : name.endsWith('turtle')
          ? 'turtle'
          : undefined;
    const quality = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1);
    if (encoding !== undefined && (best === undefined || quality > best.quality))
      best = { encoding, quality };
  }
  return best?.encoding ?? 'json';
}

/** The media type of a version: DSTU2's has the parts of its name the other way round (DSTU2 §2.1.0.6). */
export function contentType(encoding: Encoding, version: DataVersion): string {
  return `application/${version === 'dstu2' ? `${encoding}+fhir` : `fhir+${encoding}`};charset=utf-8`;
}

/** HAPI cuts versions from the references it writes: `Patient/1/_history/2` → `Patient/1`. */
export function withoutReferenceVersions(text: string): string {
  return text.includes('/_history/')
    ? text.replaceAll(/("reference":"[^"]*?)\/_history\/[^"/]*"/g, '$1"')
    : text;
}

/** A resource's JSON text in the encoding asked for. */
export function encode(text: string, encoding: Encoding): string {
  const cut = withoutReferenceVersions(text);
  return encoding === 'json' ? cut : toXml(cut);
}
