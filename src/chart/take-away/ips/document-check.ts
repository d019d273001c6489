/** For tests: what must hold of any summary, whatever the record (HL7 IPS, FHIR R4 §3.3 documents). */
import { parseXml } from '#ui/trusted-types.ts';
import { asObject, asObjects, type FhirResource, isExactNumber, type JsonObject } from '#fhir/json.ts';

interface Entry {
  readonly fullUrl: string;
  readonly resource: FhirResource;
}

const required = ['48765-2', '10160-0', '11450-4'];
const narrativeElements = /^(div|p|table|thead|tbody|tr|th|td)$/;

/** Everything that does not hold; nothing where the document is sound. */
export function faultsOf(bundle: JsonObject): readonly string[] {
  const entries = asObjects(bundle['entry']) as unknown as readonly Entry[];
  const faults: string[] = [];
  const expectThat = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  expectThat(bundle['type'] === 'document', 'type is no document');
  expectThat(asObject(bundle['identifier'])?.['value'] !== undefined, 'no identifier');
  expectThat(!Number.isNaN(Date.parse(String(bundle['timestamp']))), 'no timestamp');
  const urls = entries.map(({ fullUrl }) => fullUrl);
  expectThat(new Set(urls).size === urls.length, 'two entries of one address');
  expectThat(
    urls.every((url) => /^(https?:\/\/|urn:uuid:[0-9a-f-]{36}$)/.test(url)),
    'an address that is none',
  );
  const composition = entries[0]?.resource;
  expectThat(composition?.resourceType === 'Composition', 'the first entry is no Composition');
  const coding = asObjects(asObject(composition?.['type'])?.['coding'])[0];
  expectThat(coding?.['code'] === '60591-5', 'no patient summary by its code');
  for (const name of ['subject', 'author', 'date', 'title', 'status'])
    expectThat(composition?.[name] !== undefined, `Composition without ${name}`);
  faults.push(...sectionFaults(composition), ...linkFaults(entries));
  return faults;
}

function sectionFaults(composition: FhirResource | undefined): readonly string[] {
  const sections = asObjects(composition?.['section']);
  const codes = sections.map((section) =>
    String(asObjects(asObject(section['code'])?.['coding'])[0]?.['code']),
  );
  const missing = required
    .filter((code) => !codes.includes(code))
    .map((code) => `section ${code} is missing`);
  return [
    ...missing,
    ...sections.flatMap((section, at) => {
      const div = String(asObject(section['text'])?.['div']);
      const filled = asObjects(section['entry']).length > 0;
      const explained = section['emptyReason'] !== undefined;
      return [
        ...(filled === explained ? [`section ${codes[at]}: entries and emptyReason ${String(filled)}`] : []),
        ...narrativeFaults(div).map((fault) => `section ${codes[at]}: ${fault}`),
      ];
    }),
  ];
}

function narrativeFaults(div: string): readonly string[] {
  const parsed = parseXml(div);
  if (parsed.querySelector('parsererror') !== null) return ['narrative is no XML'];
  const root = parsed.documentElement;
  if (root.namespaceURI !== 'http://www.w3.org/1999/xhtml' || root.localName !== 'div')
    return ['no XHTML div'];
  const strange = [...parsed.querySelectorAll('*')].filter(
    (element) =>
      !narrativeElements.test(element.localName) || (element !== root && element.attributes.length > 0),
  );
  return [
    ...(root.textContent.trim() === '' ? ['narrative says nothing'] : []),
    ...strange.map(({ localName }) => `narrative holds <${localName}>`),
  ];
}

/** Every reference leads to an entry or to a contained resource; every entry is reached from the first. */
function linkFaults(entries: readonly Entry[]): readonly string[] {
  const byUrl = new Map(entries.map((entry) => [entry.fullUrl, entry]));
  const targetOf = (reference: string, from: Entry): Entry | undefined => {
    if (/^(urn:|https?:)/.test(reference)) return byUrl.get(reference);
    // A relative reference is completed by the base of whoever makes it; of a urn: by that of any entry (R4 §2.36.4.1).
    const bases = from.fullUrl.startsWith('http')
      ? [from.fullUrl.split('/').slice(0, -2).join('/')]
      : entries.map(({ fullUrl }) => fullUrl.split('/').slice(0, -2).join('/'));
    return bases.map((base) => byUrl.get(`${base}/${reference}`)).find((one) => one !== undefined);
  };
  const faults: string[] = [];
  const reached = new Set<Entry>();
  const queue = entries.filter(({ resource }, at) => at === 0 || resource.resourceType === 'Provenance');
  for (let at = 0; at < queue.length; at++) {
    const entry = queue[at]!;
    if (reached.has(entry)) continue;
    reached.add(entry);
    for (const reference of referencesOf(entry.resource)) {
      if (reference.startsWith('#')) {
        const id = reference.slice(1);
        const contained = asObjects(entry.resource['contained']).some((one) => one['id'] === id);
        if (id !== '' && !contained) faults.push(`${entry.fullUrl}: ${reference} is not contained`);
        continue;
      }
      const target = targetOf(reference, entry);
      if (target === undefined) faults.push(`${entry.fullUrl}: ${reference} leads out of the document`);
      else queue.push(target);
    }
  }
  const lost = entries.filter((entry) => !reached.has(entry));
  return [...faults, ...lost.map(({ fullUrl }) => `${fullUrl} is reached from nowhere`)];
}

function referencesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || isExactNumber(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'reference' && typeof child === 'string' ? [child] : referencesOf(child),
  );
}
