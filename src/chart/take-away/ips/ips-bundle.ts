/**
 * An International Patient Summary made of what was read (HL7 IPS, FHIR R4 document, §3.3): a document Bundle that
 * begins with its Composition (LOINC 60591-5), in which every reference leads to an entry. The records stand in it as
 * they came, but for references that lead out of it. No profile is claimed: nobody has checked that what came conforms.
 */
import type { Chart } from '#chart/kit/chart-context.tsx';
import { readContext } from '#chart/kit/read-context.ts';
import type { BundleEntry } from '#chart/kit/take/record-bundle.ts';
import { isResource, type FhirResource, type JsonObject } from '#fhir/json.ts';
import { type ChartRecord, keyOf } from '#fhir/record.ts';
import { language, t } from '#i18n/translate.ts';
import type { ListsOf } from '#chart/kit/take/chart-lists.ts';
import { linked, withNeeded } from './document-links.ts';
import { ipsSections } from './ips-sections.ts';
import { type ReadSection, readSection, sectionJson } from './ips-section.ts';
import { narrativeDiv } from './narrative.ts';
import { deviceUse, patientForIps } from './shaped.ts';

const urn = (): string => `urn:uuid:${crypto.randomUUID()}`;

/** Undefined where the patient's own record has not arrived: a summary is of somebody. */
export function ipsBundle(chart: Chart, listsOf: ListsOf, now: Date): JsonObject | undefined {
  const { reading, fhirBase, systemLabel: system } = chart;
  const context = readContext(chart);
  const find = (reference: string, within: FhirResource): FhirResource | undefined => {
    const target = context.resolve({ reference }, within);
    return isResource(target) ? target : undefined;
  };
  const found = context.resolve({ reference: `Patient/${reading.patientId}` });
  if (found === undefined) return undefined;
  const patient = patientForIps(found);
  const lists = listsOf(context);
  const sections = ipsSections.flatMap((one) => readSection(one, chart, now.getTime()) ?? []);

  const uses = new Map<ChartRecord, FhirResource>();
  const entryOf = (record: ChartRecord): FhirResource => {
    if (record.type !== 'Device') return record.source;
    const use = uses.get(record) ?? deviceUse(record.source, patient);
    uses.set(record, use);
    return use;
  };
  const entriesOf = ({ records, holders }: ReadSection): readonly FhirResource[] => [
    ...new Set(records.map((record) => entryOf(holders.get(record.key) ?? record))),
  ];
  const listed = sections.flatMap(entriesOf);
  // The patient stands in it as shaped, whoever points at the one that came.
  const seek = (reference: string, within: FhirResource): FhirResource | undefined => {
    const target = find(reference, within);
    return target === found ? patient : target;
  };
  const resources = withNeeded([patient, ...listed], seek);
  const { entries, addressOf } = linked(resources, seek, fhirBase);

  const author: BundleEntry = { fullUrl: urn(), resource: app() };
  const text = t('ips.made', { system });
  const custodian = custodianOf(patient, resources, seek);
  const composition: BundleEntry = {
    fullUrl: urn(),
    resource: {
      resourceType: 'Composition',
      language,
      text: { status: 'additional', div: narrativeDiv([text], undefined) },
      status: 'final',
      type: {
        coding: [{ system: 'http://loinc.org', code: '60591-5', display: 'Patient summary Document' }],
      },
      subject: { reference: addressOf(patient) },
      date: now.toISOString(),
      author: [{ reference: author.fullUrl, display: t('bundle.app') }],
      title: t('ips.title', { system }),
      confidentiality: 'N',
      ...(custodian && { custodian: { reference: addressOf(custodian) } }),
      section: sections.map((one) => sectionJson(one, entriesOf(one).map(addressOf), lists)),
    },
  };
  return {
    resourceType: 'Bundle',
    language,
    identifier: { system: 'urn:ietf:rfc:3986', value: urn() },
    type: 'document',
    timestamp: now.toISOString(),
    entry: [composition, ...entries, author, provenance(composition.fullUrl, author.fullUrl, chart, now)],
  };
}

/** The app, as the author of the document: a device, for no person wrote it. */
function app(): JsonObject {
  return {
    resourceType: 'Device',
    deviceName: [{ name: t('bundle.app'), type: 'user-friendly-name' }],
    type: { text: t('bundle.app') },
  };
}

/** Who keeps the record, where that was read: the patient's practice. */
function custodianOf(
  patient: FhirResource,
  resources: readonly FhirResource[],
  find: (reference: string, within: FhirResource) => FhirResource | undefined,
): FhirResource | undefined {
  const reference = (patient['managingOrganization'] as { readonly reference?: unknown } | undefined)
    ?.reference;
  const practice = typeof reference === 'string' ? find(reference, patient) : undefined;
  return resources.find((one) => practice !== undefined && keyOf(one) === keyOf(practice));
}

/** Where the document's words come from, and when they were read there. */
function provenance(
  composition: string,
  author: string,
  { reading, fhirBase, systemLabel: display }: Chart,
  now: Date,
): BundleEntry {
  const { readAt } = reading.progress();
  return {
    fullUrl: urn(),
    resource: {
      resourceType: 'Provenance',
      target: [{ reference: composition }],
      ...(readAt !== undefined && {
        occurredPeriod: { start: new Date(readAt).toISOString(), end: now.toISOString() },
      }),
      recorded: now.toISOString(),
      agent: [
        {
          type: {
            coding: [
              {
                system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
                code: 'assembler',
              },
            ],
          },
          who: { reference: author },
        },
      ],
      entity: [
        { role: 'source', what: { display, identifier: { system: 'urn:ietf:rfc:3986', value: fhirBase } } },
      ],
    },
  };
}
