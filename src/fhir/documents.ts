/**
 * Notes and documents: DocumentReference, and what else carries a document: the presented form of a DiagnosticReport
 * (listed here a second time, on purpose: clinicians look for the radiology report among the notes).
 */
import { readAttachment, type Attachment } from './attachment.ts';
import { byCurrentThenNewest } from './clinical-order.ts';
import { standingOf, statusWords } from './clinical-status.ts';
import { dataAbsentReason, nullFlavor } from './code-systems.ts';
import { readCoding, readConcept, readConcepts, type Coding, type Concept } from './concept.ts';
import { readPeriod, readWhen, type Period, type When } from './dates.ts';
import { readIdentifiers, type Identifier } from './identifiers.ts';
import { asList, asObject, asObjects, asText, type FhirResource } from './json.ts';
import type { RecordKind } from './kind.ts';
import { readLink, readLinks, type Link } from './link.ts';
import { isNoteToo } from './note-report.ts';
import { phrase, type Words } from './phrase.ts';
import { chartRecord, type ChartRecord, type Mark, type ReadContext } from './record.ts';
import type { ReportRecord } from './reports.ts';
import { sameContentKey } from './same-content.ts';

export interface DocumentContent {
  readonly attachment: Attachment;
  readonly format: Coding | undefined;
}

export interface DocumentRecord extends ChartRecord {
  /** `report`: the presented form or the conclusion of the diagnostic report of the same key. */
  readonly origin: 'document' | 'report';
  readonly documentType: Concept | undefined;
  readonly categories: readonly Concept[];
  readonly authors: readonly Link[];
  readonly authenticator: Link | undefined;
  readonly custodian: Link | undefined;
  readonly date: When | undefined;
  /** preliminary, final, amended: of the document; the record's own status is `status`. */
  readonly docStatus: Words | undefined;
  readonly description: string | undefined;
  readonly encounters: readonly Link[];
  /** What time the described care covers. */
  readonly period: Period | undefined;
  readonly facility: Concept | undefined;
  readonly practiceSetting: Concept | undefined;
  readonly events: readonly Concept[];
  readonly related: readonly Link[];
  readonly securityLabels: readonly Concept[];
  readonly identifiers: readonly Identifier[];
  readonly contents: readonly DocumentContent[];
  /** Other documents: `replaces`, `transforms`, `signs`, `appends`. */
  readonly relatesTo: readonly { readonly how: Words; readonly target: Link }[];
}

const relations = {
  replaces: 'document.replaces',
  transforms: 'document.transforms',
  signs: 'document.signs',
  appends: 'document.appends',
} as const;

function readR4(resource: FhirResource, context: ReadContext): DocumentRecord {
  const statusCode = asText(resource['status']);
  const docStatus = asText(resource['docStatus']);
  const documentType = readConcept(resource['type']);
  const careContext = asObject(resource['context']);
  const contents = asObjects(resource['content']).flatMap((content): readonly DocumentContent[] => {
    const attachment = readAttachment(content['attachment']);
    return attachment === undefined ? [] : [{ attachment, format: readCoding(content['format']) }];
  });
  const securityLabels = readConcepts(resource['securityLabel']);
  const period = readPeriod(careContext?.['period']);
  const date = readWhen(resource, 'date');
  const description = asText(resource['description']);
  const categories = readConcepts(resource['category']);
  const enteredInError = statusCode === 'entered-in-error' || docStatus === 'entered-in-error';
  return {
    ...chartRecord(resource, {
      title:
        (isStated(documentType) ? documentType?.label : undefined) ??
        description ??
        firstTitle(contents) ??
        categories.find(isStated)?.label ??
        phrase('title.document'),
      standing: standingOf(statusCode),
      status: statusWords(statusCode),
      when: date ?? (period === undefined ? undefined : { kind: 'period', ...period }),
      enteredInError,
      marks: [
        ...documentMarks(statusCode, docStatus, securityLabels),
        ...(contents.length === 0 ? [{ phrase: phrase('mark.no-content'), tone: 'warning' } as const] : []),
      ],
    }),
    origin: 'document',
    documentType,
    categories,
    authors: readLinks(resource['author'], context, resource),
    authenticator: readLink(resource['authenticator'], context, resource),
    custodian: readLink(resource['custodian'], context, resource),
    date,
    docStatus: statusWords(docStatus),
    description,
    encounters: readLinks(careContext?.['encounter'], context, resource),
    period,
    facility: readConcept(careContext?.['facilityType']),
    practiceSetting: readConcept(careContext?.['practiceSetting']),
    events: readConcepts(careContext?.['event']),
    related: readLinks(careContext?.['related'], context, resource),
    securityLabels,
    identifiers: readIdentifiers([resource['masterIdentifier'], ...asList(resource['identifier'])]),
    contents,
    relatesTo: asObjects(resource['relatesTo']).flatMap((relation) => {
      const target = readLink(relation['target'], context, resource);
      return target === undefined ? [] : [{ how: relationWords(asText(relation['code'])), target }];
    }),
  };
}

function relationWords(code: string | undefined): Words {
  if (code === undefined) return phrase('document.related');
  return Object.hasOwn(relations, code) ? phrase(relations[code as keyof typeof relations]) : code;
}

/** NextGen Enterprise codes a type it does not know as "unknown": that names no document. */
function isStated(concept: Concept | undefined): boolean {
  if (concept === undefined || concept.text !== undefined) return true;
  return !concept.codings.some(({ system }) => system === dataAbsentReason || system === nullFlavor);
}

function firstTitle(contents: readonly DocumentContent[]): string | undefined {
  return contents.find(({ attachment }) => attachment.title !== undefined)?.attachment.title;
}

function documentMarks(
  statusCode: string | undefined,
  docStatus: string | undefined,
  labels: readonly Concept[],
): readonly Mark[] {
  const marks: Mark[] = [];
  if (statusCode === 'superseded') marks.push({ phrase: phrase('mark.superseded'), tone: 'warning' });
  if (docStatus === 'preliminary') marks.push({ phrase: phrase('mark.preliminary'), tone: 'warning' });
  if (docStatus === 'amended') marks.push({ phrase: phrase('mark.amended'), tone: 'plain' });
  // Confidentiality other than "normal" or lower (v3 Confidentiality R, V), in the sender's words.
  for (const label of labels) {
    if (label.codings.some(({ code }) => code === 'R' || code === 'V'))
      marks.push({ phrase: label.label, tone: 'warning' });
  }
  return marks;
}

/** The reports that carry a document or a conclusion, as documents; their key is the report's. */
export function documentsInReports(reports: readonly ReportRecord[]): readonly DocumentRecord[] {
  return reports.filter(isNoteToo).map((report) => ({
    key: report.key,
    type: report.type,
    title: report.title,
    standing: report.standing,
    enteredInError: report.enteredInError,
    status: report.status,
    when: report.when,
    sortTime: report.sortTime,
    marks: report.marks,
    source: report.source,
    origin: 'report' as const,
    documentType: report.code,
    categories: report.categories,
    authors: report.performers,
    authenticator: undefined,
    custodian: undefined,
    date: report.when,
    docStatus: undefined,
    description: report.conclusion,
    encounters: report.encounter === undefined ? [] : [report.encounter],
    period: undefined,
    facility: undefined,
    practiceSetting: undefined,
    events: [],
    related: [],
    securityLabels: [],
    identifiers: report.identifiers,
    contents: report.attachments.map((attachment) => ({ attachment, format: undefined })),
    relatesTo: [],
  }));
}

export const documents: RecordKind<DocumentRecord> = {
  id: 'documents',
  read: readR4,
  compare: byCurrentThenNewest,
  foldKey: sameContentKey,
};
