import { escapeXml } from '#sandbox/fhir/to-xml.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element; attributes that are undefined are left out, children are XML already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) open += ` ${key}="${escapeXml(value)}"`;
  const inner = children.join('');
  return inner === '' ? `${open}/>` : `${open}>${inner}</${name}>`;
}

/** An element that holds text. */
export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  return element(name, attributes, escapeXml(text));
}

/** `templateId`, with the version of the template where it has one (C-CDA R2.1 §4.1.3). */
export function templateId(root: string, extension?: string): string {
  return element('templateId', { root, extension });
}

/** An `id` of the sandbox's own, under an identifier made from a UUID: the same for the same record. */
export function recordId(key: string): string {
  return element('id', { root: '2.25.147692497352102173595325216785902469648', extension: key });
}

/** FHIR date or time → HL7 v3 time: `2026-11-21T10:40:00-07:00` → `20261121104000-0700`. Undefined: none to write. */
export function hl7Time(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const [, date, time, zone] =
    /^(\d{4}(?:-\d{2}){0,2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(value) ?? [];
  if (date === undefined) return undefined;
  const offset = zone === 'Z' ? '+0000' : (zone ?? '').replace(':', '');
  return (
    date.replaceAll('-', '') + (time === undefined ? '' : time.replaceAll(':', '').padEnd(6, '0') + offset)
  );
}

/** `effectiveTime` of one moment, or unknown. */
export function timeElement(value: unknown, name = 'effectiveTime'): string {
  const time = hl7Time(value);
  return element(name, time === undefined ? { nullFlavor: 'UNK' } : { value: time });
}

/** `effectiveTime` as an interval. An open end is left out; an unknown start is said. */
export function intervalElement(start: unknown, end: unknown, attributes: Attributes = {}): string {
  const low = timeElement(start, 'low');
  return element(
    'effectiveTime',
    attributes,
    low,
    hl7Time(end) === undefined ? '' : timeElement(end, 'high'),
  );
}
