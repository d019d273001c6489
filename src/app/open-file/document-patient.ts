/** A C-CDA document as a chart: the patient its header names, and the document itself under "Notes and documents". */
import type { Coded } from '#ccda/coded.ts';
import { type ClinicalDocument, openClinicalDocument } from '#ccda/clinical-document.ts';
import type { DocumentPatient } from '#ccda/header.ts';
import type { CdaTime } from '#ccda/time.ts';
import { decodeXml } from '#chart/kit/document/decode-xml.ts';
import type { FhirResource } from '#fhir/json.ts';
import { largestAttachment } from '#fhir/attachment-bytes.ts';
import { readNames } from '#fhir/names.ts';
import { givenReading } from '#file/given-reading.ts';
import { noBase } from '#file/file-reading.ts';
import type { FileSource } from '#file/source.ts';
import { t } from '#i18n/translate.ts';
import { parseXml } from '#ui/trusted-types.ts';
import { paths } from '#app/paths.ts';
import { fileChart, type FileChart } from './file-chart.ts';
import { dayOf } from './words.ts';

/** What the page lists of one document. */
export interface ListedDocument {
  readonly source: FileSource;
  readonly title: string;
  /** `SMITH, DAVID`; undefined where the document names nobody. */
  readonly patient: string | undefined;
  readonly birthDate: string | undefined;
  /** Why it cannot be opened. */
  readonly fault: 'read-failed' | 'several' | undefined;
}

const documentId = 'document';

/** The Social Security number names a person to others than the practice. */
const ssn = '2.16.840.1.113883.4.1';

/** The number that the practice has for the patient (`patientRole/id`) where an address can hold it. */
function idOf(patient: DocumentPatient | undefined): string {
  const numbers = patient?.ids.filter(({ root }) => root !== ssn).map(({ extension }) => extension) ?? [];
  return numbers.find((number) => /^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/.test(number ?? '')) ?? 'patient';
}

async function documentOf(source: FileSource): Promise<ClinicalDocument | undefined> {
  if (source.size > largestAttachment) return undefined;
  const bytes = await source.read(0, source.size);
  const opened = openClinicalDocument(decodeXml(bytes, undefined), parseXml);
  return 'document' in opened ? opened.document : undefined;
}

/** Never rejects: what is wrong with a document stands in its line. */
export async function listDocument(source: FileSource): Promise<ListedDocument> {
  const document = await documentOf(source).catch(() => undefined);
  const [patient, ...others] = document?.patients ?? [];
  const resource = patient && patientResource(patient);
  return {
    source,
    title: document?.title ?? document?.kind?.label ?? source.path,
    patient: readNames(resource?.['name'])[0]?.familyFirst,
    birthDate: pointOf(patient?.birth)?.slice(0, 10),
    fault: document === undefined ? 'read-failed' : others.length > 0 ? 'several' : undefined,
  };
}

/** Undefined where the document can no longer be read. */
export async function documentChart(source: FileSource): Promise<FileChart | undefined> {
  const document = await documentOf(source).catch(() => undefined);
  if (document === undefined) return undefined;
  const bytes = await source.read(0, source.size);
  const written = pointOf(document.written);
  const patient = document.patients[0];
  const patientId = idOf(patient);
  const reference: FhirResource = {
    resourceType: 'DocumentReference',
    id: documentId,
    status: 'current',
    type: conceptOf(document.kind),
    description: document.title ?? source.path,
    ...(written !== undefined && { date: written }),
    subject: { reference: `Patient/${patientId}` },
    content: [{ attachment: { contentType: 'text/xml', title: source.path, data: base64(bytes) } }],
  };
  const own = patient === undefined ? [] : [patientResource(patient)];
  return fileChart({
    reading: givenReading(patientId, [...own, reference]),
    label: () => t('open.label-document'),
    fhirBase: noBase,
    fhirVersion: 'R4',
    source: () =>
      written === undefined
        ? t('open.document-undated')
        : t('open.document-written', { date: dayOf(written.slice(0, 10)) }),
    back: () => t('open.about-document'),
    startAt: paths.record('documents', `DocumentReference/${documentId}`),
  });
}

function pointOf(time: CdaTime | undefined): string | undefined {
  return time?.kind === 'point' ? time.at.iso : undefined;
}

/** HL7 AdministrativeGender. */
const genders: Readonly<Record<string, string>> = { M: 'male', F: 'female', UN: 'other' };

/** The header's words in the elements that the banner and the demographics read. */
function patientResource(patient: DocumentPatient): FhirResource {
  const birth = pointOf(patient.birth)?.slice(0, 10);
  const died = pointOf(patient.deceased);
  const gender = genders[patient.sex?.code ?? ''];
  return {
    resourceType: 'Patient',
    id: idOf(patient),
    name: patient.names.map(({ text, family, given, use }) => ({
      text,
      ...(use === 'L' && { use: 'official' }),
      ...(family.length > 0 && { family: family.join(' ') }),
      ...(given.length > 0 && { given }),
    })),
    identifier: patient.ids.map(({ root, extension, label }) => ({
      ...(root && { system: root === ssn ? 'http://hl7.org/fhir/sid/us-ssn' : `urn:oid:${root}` }),
      value: extension ?? label,
    })),
    ...(birth && { birthDate: birth }),
    ...(gender && { gender }),
    ...(died ? { deceasedDateTime: died } : patient.isDeceased && { deceasedBoolean: true }),
    address: patient.addresses.map((text) => ({ text })),
    telecom: patient.telecoms.map((value) => ({ value })),
    ...(patient.maritalStatus && { maritalStatus: conceptOf(patient.maritalStatus) }),
    communication: patient.languages.map((text) => ({ language: { text } })),
  };
}

function conceptOf(coded: Coded | undefined): object | undefined {
  return coded?.label === undefined ? undefined : { text: coded.label };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
