/** Clinical tests and imaging: Observations of categories imaging, procedure, exam, therapy, activity and clinical-test; ImagingStudy. */
import { readAnnotations, type Annotation } from './annotation.ts';
import { byError } from './clinical-order.ts';
import { standingOf, statusWords } from './clinical-status.ts';
import { readConcept, readConcepts, type Concept } from './concept.ts';
import { readWhen } from './dates.ts';
import { asNumber, asObjects, asText, type FhirResource } from './json.ts';
import { byNewest, inOrder, type RecordKind } from './kind.ts';
import { readLink, readLinks, type Link } from './link.ts';
import { readObservation, type ObservationRecord } from './observations.ts';
import { phrase } from './phrase.ts';
import { chartRecord, type ChartRecord, type ReadContext } from './record.ts';
import { sameContentKey } from './same-content.ts';

export interface ImagingSeries {
  readonly description: string | undefined;
  readonly modality: Concept | undefined;
  readonly bodySite: Concept | undefined;
  readonly laterality: Concept | undefined;
  readonly instances: number;
}

export interface ImagingStudyDetails {
  readonly modalities: readonly Concept[];
  readonly procedures: readonly Concept[];
  readonly reasons: readonly Concept[];
  readonly reasonLinks: readonly Link[];
  readonly series: readonly ImagingSeries[];
  /** As the sender counts them; the listed ones where it does not. */
  readonly seriesCount: number;
  readonly instanceCount: number;
  readonly interpreters: readonly Link[];
  readonly referrer: Link | undefined;
  readonly location: Link | undefined;
  readonly encounter: Link | undefined;
  readonly basedOn: readonly Link[];
  readonly description: string | undefined;
  readonly notes: readonly Annotation[];
}

/** An observation, or an imaging study: exactly one of the two is there. */
export interface TestRecord extends ChartRecord {
  readonly observation: ObservationRecord | undefined;
  readonly study: ImagingStudyDetails | undefined;
}

function readR4(resource: FhirResource, context: ReadContext): TestRecord {
  if (resource.resourceType === 'ImagingStudy') return readStudy(resource, context);
  const observation = readObservation(resource, context);
  return {
    key: observation.key,
    type: observation.type,
    title: observation.title,
    standing: observation.standing,
    enteredInError: observation.enteredInError,
    status: observation.status,
    when: observation.when,
    sortTime: observation.sortTime,
    marks: observation.marks,
    source: resource,
    observation,
    study: undefined,
  };
}

function readStudy(resource: FhirResource, context: ReadContext): TestRecord {
  const statusCode = asText(resource['status']);
  const modalities = readConcepts(resource['modality']);
  const series = asObjects(resource['series']).map((one): ImagingSeries => {
    return {
      description: asText(one['description']),
      modality: readConcept(one['modality']),
      bodySite: readConcept(one['bodySite']),
      laterality: readConcept(one['laterality']),
      instances: asNumber(one['numberOfInstances']) ?? asObjects(one['instance']).length,
    };
  });
  const procedures = readConcepts(resource['procedureCode']);
  const description = asText(resource['description']);
  const inSeries = [
    ...new Set(series.map((one) => one.modality?.label).filter((label) => label !== undefined)),
  ];
  const named =
    procedures[0]?.label ?? description ?? modalities[0]?.label ?? (inSeries.join(', ') || undefined);
  return {
    ...chartRecord(resource, {
      title: named ?? phrase('title.imaging-study'),
      standing: standingOf(statusCode),
      status: statusWords(statusCode),
      when: readWhen(resource, 'started'),
      enteredInError: statusCode === 'entered-in-error',
    }),
    observation: undefined,
    study: {
      modalities,
      procedures,
      reasons: readConcepts(resource['reasonCode']),
      reasonLinks: readLinks(resource['reasonReference'], context, resource),
      series,
      seriesCount: asNumber(resource['numberOfSeries']) ?? series.length,
      instanceCount:
        asNumber(resource['numberOfInstances']) ?? series.reduce((sum, one) => sum + one.instances, 0),
      interpreters: readLinks(resource['interpreter'], context, resource),
      referrer: readLink(resource['referrer'], context, resource),
      location: readLink(resource['location'], context, resource),
      encounter: readLink(resource['encounter'], context, resource),
      basedOn: readLinks(resource['basedOn'], context, resource),
      description,
      notes: readAnnotations(resource['note']),
    },
  };
}

function byCriticalTest(a: TestRecord, b: TestRecord): number {
  return Number(b.observation?.weight === 3) - Number(a.observation?.weight === 3);
}

export const tests: RecordKind<TestRecord> = {
  id: 'tests',
  read: readR4,
  compare: inOrder<TestRecord>(byError, byCriticalTest, byNewest),
  foldKey: sameContentKey,
};
