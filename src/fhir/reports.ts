/** Diagnostic reports: laboratory panels, imaging and other narrative reports. FHIR R4 DiagnosticReport. */
import { readAttachments, type Attachment } from './attachment.ts';
import { byCurrentThenNewest, resultStatusMarks } from './clinical-order.ts';
import { readConcept, readConcepts, type Concept } from './concept.ts';
import { parseDateTime, readWhen, type FhirDateTime, type When } from './dates.ts';
import { readIdentifiers, type Identifier } from './identifiers.ts';
import { asList, asObject, asObjects, asText, type FhirResource } from './json.ts';
import type { RecordKind } from './kind.ts';
import { readLink, readLinks, type Link } from './link.ts';
import { readMedia, type ReportMedia } from './media.ts';
import { readObservation, type ObservationRecord } from './observations.ts';
import { phrase } from './phrase.ts';
import { chartRecord, keyOf, type ChartRecord, type Mark, type ReadContext } from './record.ts';
import { sameContentKey } from './same-content.ts';
import { standingOf, statusWords } from './clinical-status.ts';

export interface ReportRecord extends ChartRecord {
  readonly code: Concept | undefined;
  readonly categories: readonly Concept[];
  readonly effective: When | undefined;
  readonly issued: FhirDateTime | undefined;
  readonly performers: readonly Link[];
  readonly interpreters: readonly Link[];
  readonly encounter: Link | undefined;
  readonly basedOn: readonly Link[];
  readonly specimens: readonly Link[];
  /** Results that are records of their own; see `containedResults` for those inside the report. */
  readonly results: readonly Link[];
  /** Results that came inside the report and are no records of their own. */
  readonly containedResults: readonly ObservationRecord[];
  readonly imagingStudies: readonly Link[];
  readonly media: readonly ReportMedia[];
  readonly conclusion: string | undefined;
  readonly conclusionCodes: readonly Concept[];
  /** The whole report as it was issued: text, HTML, PDF. */
  readonly attachments: readonly Attachment[];
  readonly identifiers: readonly Identifier[];
  readonly statusCode: string | undefined;
}

function readR4(resource: FhirResource, context: ReadContext): ReportRecord {
  const code = readConcept(resource['code']);
  const statusCode = asText(resource['status']);
  const issued = parseDateTime(resource['issued']);
  const effective = readWhen(resource, 'effective');
  const marks: Mark[] = [...resultStatusMarks(statusCode)];
  if (effective === undefined && issued !== undefined) {
    marks.push({ phrase: phrase('mark.date-is-release'), tone: 'plain' });
  }
  const attachments = readAttachments(resource['presentedForm']);
  const title = code?.label ?? attachments.find((attachment) => attachment.title !== undefined)?.title;
  return {
    ...chartRecord(resource, {
      title: title ?? phrase('title.report'),
      standing: standingOf(statusCode),
      status: statusWords(statusCode),
      when: effective ?? (issued === undefined ? undefined : { kind: 'date', date: issued }),
      enteredInError: statusCode === 'entered-in-error',
      marks,
    }),
    code,
    categories: readConcepts(resource['category']),
    effective,
    issued,
    performers: readLinks(resource['performer'], context, resource),
    interpreters: readLinks(resource['resultsInterpreter'], context, resource),
    encounter: readLink(resource['encounter'], context, resource),
    basedOn: readLinks(resource['basedOn'], context, resource),
    specimens: readLinks(resource['specimen'], context, resource),
    results: readLinks(resource['result'], context, resource),
    containedResults: containedResults(resource, context),
    imagingStudies: readLinks(resource['imagingStudy'], context, resource),
    media: asObjects(resource['media']).map((item) => readMedia(item, context, resource)),
    conclusion: asText(resource['conclusion']),
    conclusionCodes: readConcepts(resource['conclusionCode']),
    attachments,
    identifiers: readIdentifiers(resource['identifier']),
    statusCode,
  };
}

/** Observations inside the report (`#id`): no search returns them, so the report is the only place that shows them. */
function containedResults(resource: FhirResource, context: ReadContext): readonly ObservationRecord[] {
  const inside = asList(resource['result']).filter(
    (reference) => asText(asObject(reference)?.['reference'])?.startsWith('#') === true,
  );
  return inside.flatMap((reference) => {
    const found = context.resolve(reference, resource);
    if (found?.resourceType !== 'Observation') return [];
    // Contained ids are unique within their record, whatever they look like; keys stand in addresses.
    const place = asObjects(resource['contained']).indexOf(found);
    const result = { ...readObservation(found, context), key: `${keyOf(resource)}#${place}` };
    // What stands in a report that was an error was one too.
    return [asText(resource['status']) === 'entered-in-error' ? inError(result) : result];
  });
}

function inError(result: ObservationRecord): ObservationRecord {
  if (result.enteredInError) return result;
  const mark: Mark = { phrase: phrase('mark.entered-in-error'), tone: 'warning' };
  return { ...result, enteredInError: true, marks: [mark, ...result.marks] };
}

/** Every result that came inside a report: no list of observations holds it. */
export function resultsInReports(records: readonly ReportRecord[]): readonly ObservationRecord[] {
  return records.flatMap((report) => report.containedResults);
}

export const reports: RecordKind<ReportRecord> = {
  id: 'reports',
  read: readR4,
  compare: byCurrentThenNewest,
  foldKey: sameContentKey,
};
