import { castToday } from '#sandbox/cast.ts';
import { accessOf } from '#sandbox/fhir/access.ts';
import { ccdaDocument } from '#sandbox/fhir/ccda/ccda-document.ts';
import { isObject, objectsOf, textOf, type FhirResource } from '#sandbox/fhir/resource.ts';
import { createStore, type Store } from '#sandbox/fhir/store.ts';
import { stableUuid } from '#sandbox/identity/accounts.ts';
import { enterpriseClaims } from '#sandbox/people/enterprise-claims.ts';
import { enterpriseRecords } from '#sandbox/people/enterprise-records.ts';
import { asEnterprise, nullFlavor } from './as-enterprise.ts';
import { enterpriseTypes } from './enterprise-rules.ts';

/** A file behind an attachment's address. */
export interface EnterpriseFile {
  /** The DocumentReference that names it. */
  readonly document: FhirResource;
  readonly contentType: string;
  readonly name: string;
  body(): string | Uint8Array<ArrayBuffer>;
}

export interface EnterpriseCast {
  readonly store: Store;
  /** By `pdf-…` and `xml-…`. */
  readonly files: ReadonlyMap<string, EnterpriseFile>;
}

/** What an attachment's `url` begins with in the store: the server puts its own base before it. */
export const filePath = '/document/';

const made = new WeakMap<Store, EnterpriseCast>();

/**
 * The cast as NextGen Enterprise serves it, made once of what Office serves: its 28 types, PDF files behind addresses,
 * and a C-CDA document of each patient among the documents. Files of other kinds stay inside the record: of them
 * nothing is recorded.
 */
export function enterpriseCast(office: Store): EnterpriseCast {
  const known = made.get(office);
  if (known !== undefined) return known;
  const files = new Map<string, EnterpriseFile>();
  const records = [...office.types.flatMap((type) => office.all(type)), ...enterpriseRecords()]
    .filter(({ resourceType }) => enterpriseTypes.has(resourceType))
    .map((record) => withFiles(asEnterprise(record), files));
  const summaries = office.all('Patient').map((patient) => summaryOf(patient, files, office));
  const cast = { store: createStore([...records, ...enterpriseClaims(), ...summaries]), files };
  made.set(office, cast);
  return cast;
}

/** PDF attachments of a document leave the record for an address of their own. */
function withFiles(record: FhirResource, files: Map<string, EnterpriseFile>): FhirResource {
  if (record.resourceType !== 'DocumentReference') return record;
  const contents = objectsOf(record['content']);
  const idAt = (index: number): string => `pdf-${stableUuid(`pdf ${record.id} ${index}`)}`;
  const document = {
    ...record,
    content: contents.map((content, index) => {
      const attachment = pdfIn(content);
      if (attachment === undefined) return content;
      const { data: _leaves, ...rest } = attachment;
      return { ...content, attachment: { ...rest, url: filePath + idAt(index) } };
    }),
  };
  for (const [index, content] of contents.entries()) {
    const attachment = pdfIn(content);
    if (attachment === undefined) continue;
    files.set(idAt(index), {
      document,
      contentType: 'application/pdf',
      name: `${textOf(attachment['title']) ?? 'document'}.pdf`,
      body: () => new Uint8Array(Buffer.from(textOf(attachment['data']) ?? '', 'base64')),
    });
  }
  return document;
}

function pdfIn({
  attachment,
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  return isObject(attachment) && attachment['contentType'] === 'application/pdf' ? attachment : undefined;
}

const absent = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
      code: 'unknown',
      display: 'Unknown',
    },
  ],
};

/** Where the C-CDA document's stylesheet pretends to be: a host that can never be reached. */
export const stylesheet = 'https://stylesheets.invalid/cda/CDA.xsl';

/** The C-CDA document of a patient, with a type that is not known and a category in words, as recorded. */
function summaryOf(patient: FhirResource, files: Map<string, EnterpriseFile>, office: Store): FhirResource {
  const id = `99${patient.id}`;
  const file = `xml-${stableUuid(`xml ${patient.id}`)}`;
  const document: FhirResource = {
    resourceType: 'DocumentReference',
    id,
    meta: { profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-documentreference'] },
    status: 'current',
    type: absent,
    category: [{ text: 'Clinical Note' }],
    subject: { reference: `Patient/${patient.id}` },
    date: `${castToday}T06:00:00-07:00`,
    author: [{ reference: nullFlavor }],
    custodian: { reference: nullFlavor },
    content: [
      {
        attachment: {
          contentType: 'application/xml',
          url: filePath + file,
          title: 'Continuity of Care Document',
        },
        format: {
          system: 'http://ihe.net/fhir/ihe.formatcode.fhir/CodeSystem/formatcode',
          code: 'urn:hl7-org:sdwg:ccda-structuredBody:2.1',
        },
      },
    ],
  };
  files.set(file, {
    document,
    contentType: 'application/xml',
    name: 'ContinuityOfCareDocument.xml',
    body: () => withStylesheet(wholeRecord(patient, office)),
  });
  return document;
}

function wholeRecord(patient: FhirResource, store: Store): string {
  const everything = { clientId: '', user: '', scopes: ['system/*.read'], patient: undefined };
  const access = accessOf(everything, { store, strictCompartment: false });
  return ccdaDocument({ patient, store, access, now: Date.parse(castToday), inRange: () => true });
}

function withStylesheet(xml: string): string {
  return xml.replace('?>\n', `?>\n<?xml-stylesheet type="text/xsl" href="${stylesheet}"?>\n`);
}
