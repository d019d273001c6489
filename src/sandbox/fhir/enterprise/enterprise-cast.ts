import { castToday } from '#sandbox/cast.ts';
import type { EnterpriseSwitches } from '#sandbox/enterprise/enterprise-switches.ts';
import { accessOf } from '#sandbox/fhir/access.ts';
import { ccdaDocument } from '#sandbox/fhir/ccda/ccda-document.ts';
import { ownId, withOwnIds } from '#sandbox/fhir/earlier/cast-variant.ts';
import { isObject, objectsOf, textOf, type FhirResource } from '#sandbox/fhir/resource.ts';
import { createStore, type Store } from '#sandbox/fhir/store.ts';
import { stableUuid } from '#sandbox/identity/accounts.ts';
import { enterpriseClaims } from '#sandbox/people/enterprise-claims.ts';
import { enterpriseRecords } from '#sandbox/people/enterprise-records.ts';
import { asEnterprise, nullFlavor } from './as-enterprise.ts';
import { enterpriseTypes } from './enterprise-rules.ts';

/** A file behind an attachment's address. */
export interface EnterpriseFile {
  /** The record that names it. */
  readonly record: FhirResource;
  readonly contentType: string;
  readonly name: string;
  body(): string | Uint8Array<ArrayBuffer>;
}

export interface EnterpriseCast {
  readonly store: Store;
  /** By `pdf-…`, `xml-…` and `file-…`. */
  readonly files: ReadonlyMap<string, EnterpriseFile>;
}

/** What an attachment's `url` begins with in the store: the server puts its own base before it. */
export const filePath = '/document/';

/** What may be otherwise with the same records. */
type Variant = Pick<EnterpriseSwitches, 'enterpriseIds' | 'enterpriseOtherFiles' | 'enterpriseReportFiles'>;

const made = new WeakMap<Store, Map<string, EnterpriseCast>>();

/**
 * The cast as NextGen Enterprise serves it, made of what Office serves when somebody first asks for it: its 28 types,
 * PDF files behind addresses, and a C-CDA document of each patient among the documents. Of files of other kinds, files
 * of reports and ids nothing is recorded: they are as the variant has them.
 */
export function enterpriseCast(office: Store, variant: Variant): EnterpriseCast {
  const known = made.get(office) ?? new Map<string, EnterpriseCast>();
  made.set(office, known);
  const { enterpriseIds, enterpriseOtherFiles, enterpriseReportFiles } = variant;
  const key = [enterpriseIds, enterpriseOtherFiles, enterpriseReportFiles].join();
  const cast = known.get(key) ?? written(office, variant);
  known.set(key, cast);
  return cast;
}

function written(office: Store, variant: Variant): EnterpriseCast {
  const files = new Map<string, EnterpriseFile>();
  const own = variant.enterpriseIds === 'own';
  const served = [...office.types.flatMap((type) => office.all(type)), ...enterpriseRecords()]
    .filter(({ resourceType }) => enterpriseTypes.has(resourceType))
    .map(asEnterprise);
  const all = [...served, ...enterpriseClaims()];
  const records = (own ? withOwnIds(all) : all).map((record) => withFiles(record, files, variant));
  const summaries = office
    .all('Patient')
    .map((patient) => summaryOf(patient, files, office, own ? ownId : (id) => id));
  return { store: createStore([...records, ...summaries]), files };
}

/** Where a record has its files, and which of them leave it for an address of their own. */
function withFiles(record: FhirResource, files: Map<string, EnterpriseFile>, variant: Variant): FhirResource {
  const { enterpriseOtherFiles, enterpriseReportFiles } = variant;
  if (record.resourceType === 'DiagnosticReport' && enterpriseReportFiles === 'apart')
    return withFilesApart(
      record,
      'presentedForm',
      (form) => form,
      () => true,
      files,
    );
  if (record.resourceType !== 'DocumentReference') return record;
  return withFilesApart(
    record,
    'content',
    ({ attachment }) => attachment,
    (type) => type === 'application/pdf' || enterpriseOtherFiles === 'apart',
    files,
  );
}

type Json = Readonly<Record<string, unknown>>;

function withFilesApart(
  record: FhirResource,
  element: 'content' | 'presentedForm',
  attachmentOf: (each: Json) => unknown,
  leaves: (contentType: string) => boolean,
  files: Map<string, EnterpriseFile>,
): FhirResource {
  const found: [id: string, attachment: Json, contentType: string][] = [];
  const elements = objectsOf(record[element]).map((each, index) => {
    const attachment = attachmentOf(each);
    if (!isObject(attachment)) return each;
    const contentType = textOf(attachment['contentType']) ?? 'application/octet-stream';
    const isPdf = contentType === 'application/pdf';
    if (!leaves(contentType) || (!isPdf && attachment['data'] === undefined)) return each;
    const id = `${isPdf ? 'pdf' : 'file'}-${stableUuid(`pdf ${record.id} ${index}`)}`;
    found.push([id, attachment, contentType]);
    const { data: _leaves, ...rest } = attachment;
    const apart = { ...rest, url: filePath + id };
    return element === 'content' ? { ...each, attachment: apart } : apart;
  });
  if (found.length === 0) return record;
  const changed = { ...record, [element]: elements };
  for (const [id, attachment, contentType] of found)
    files.set(id, {
      record: changed,
      contentType,
      name: `${textOf(attachment['title']) ?? 'document'}.${endings[contentType] ?? 'bin'}`,
      body: () => new Uint8Array(Buffer.from(textOf(attachment['data']) ?? '', 'base64')),
    });
  return changed;
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/rtf': 'rtf',
  'text/html': 'html',
  'text/plain': 'txt',
};

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
function summaryOf(
  patient: FhirResource,
  files: Map<string, EnterpriseFile>,
  office: Store,
  idOf: (id: string) => string,
): FhirResource {
  const id = idOf(`99${patient.id}`);
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
    record: document,
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
