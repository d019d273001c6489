/**
 * What every Observation says, whichever section lists it: values of every type, components, why a value is absent,
 * interpretations, ranges, notes. FHIR R4 Observation; US Core's observation profiles.
 */
import { readAnnotations, type Annotation } from './annotation.ts';
import { resultStatusMarks } from './clinical-order.ts';
import { hasCode, readConcept, readConcepts, type Concept } from './concept.ts';
import { loinc } from './code-systems.ts';
import { parseDateTime, readWhen, type FhirDateTime, type When } from './dates.ts';
import { heaviest, readInterpretations, weightOf, type Flag } from './interpretation.ts';
import { asList, asObjects, asText, type FhirResource, type JsonObject } from './json.ts';
import { readLink, readLinks, type Link } from './link.ts';
import { readAbsentReason, readValues, type ObservationValue } from './observation-value.ts';
import { phrase, type Words } from './phrase.ts';
import type { Quantity } from './quantity.ts';
import { rangeSubject } from './range-subject.ts';
import {
  bandOf,
  deriveFlag,
  rangesFor,
  readReferenceRanges,
  type RangeBand,
  type RangeSubject,
} from './reference-range.ts';
import type { ReferenceRange } from './reference-range.ts';
import { chartRecord, type ChartRecord, type Mark, type ReadContext } from './record.ts';
import { sourceMark } from './record-parts.ts';
import { standingOf, statusWords } from './clinical-status.ts';

/** What an observation and each of its components have in common. */
export interface ObservationPart {
  readonly title: Words;
  readonly code: Concept | undefined;
  /** One as a rule; several where a server sent several; none for a panel or an absent value. */
  readonly values: readonly ObservationValue[];
  readonly value: ObservationValue | undefined;
  /** Why there is no value, in words. */
  readonly absent: Words | undefined;
  /** All interpretations as sent; a derived one only where none was sent that this app understands. */
  readonly flags: readonly Flag[];
  /** The heaviest of them: what stands beside the value. */
  readonly flag: Flag | undefined;
  /** All of them, as sent. */
  /** Those for this person's sex and age first, those for others last. */
  readonly ranges: readonly ReferenceRange[];
  /** The one that is meant; undefined where there are several and it cannot be told. */
  readonly range: ReferenceRange | undefined;
  /** The one numeric range that holds for this value, for drawing. */
  readonly band: RangeBand | undefined;
}

export interface ObservationRecord extends ChartRecord, ObservationPart {
  readonly title: Words;
  readonly categories: readonly Concept[];
  readonly components: readonly ObservationPart[];
  /** `hasMember`: the observation is a panel. */
  readonly members: readonly Link[];
  readonly derivedFrom: readonly Link[];
  readonly notes: readonly Annotation[];
  readonly bodySite: Concept | undefined;
  readonly method: Concept | undefined;
  readonly specimen: Link | undefined;
  readonly device: Link | undefined;
  readonly performers: readonly Link[];
  readonly encounter: Link | undefined;
  readonly basedOn: readonly Link[];
  readonly issued: FhirDateTime | undefined;
  readonly statusCode: string | undefined;
  /** 3 critical, 2 abnormal, 1 worth a look, 0 plain: of the value and of its components, whichever is heaviest. */
  readonly weight: number;
}

/** Reads an Observation of any category. Never throws. */
export function readObservation(resource: FhirResource, context: ReadContext): ObservationRecord {
  const statusCode = asText(resource['status']);
  const issued = parseDateTime(resource['issued']);
  const effective = readWhen(resource, 'effective');
  const when: When | undefined =
    effective ?? (issued === undefined ? undefined : { kind: 'date', date: issued });
  const subject = lazySubject(when, context);
  const part = readPart(resource, subject);
  const components = asObjects(resource['component']).map((component) => readPart(component, subject));
  const performers = readLinks(resource['performer'], context, resource);
  const members = readLinks(resource['hasMember'], context, resource);
  const [reported] = asList(resource['performer']).flatMap((one) => sourceMark(one, context, resource));
  const marks: Mark[] = [...resultStatusMarks(statusCode)];
  if (reported !== undefined) marks.push(reported);
  if (effective === undefined && issued !== undefined) {
    marks.push({ phrase: phrase('mark.date-is-release'), tone: 'plain' });
  }
  const base = chartRecord(resource, {
    title: part.title,
    standing: standingOf(statusCode),
    status: statusWords(statusCode),
    when,
    enteredInError: statusCode === 'entered-in-error',
    marks,
  });
  return {
    ...part,
    ...base,
    categories: readConcepts(resource['category']),
    components,
    members,
    derivedFrom: readLinks(resource['derivedFrom'], context, resource),
    notes: readAnnotations(resource['note']),
    bodySite: readConcept(resource['bodySite']),
    method: readConcept(resource['method']),
    specimen: readLink(resource['specimen'], context, resource),
    device: readLink(resource['device'], context, resource),
    performers,
    encounter: readLink(resource['encounter'], context, resource),
    basedOn: readLinks(resource['basedOn'], context, resource),
    issued,
    statusCode,
    weight: Math.max(...[part, ...components].map((one) => weightOf(one.flag))),
  };
}

/** The value of a part as a quantity, where it is one. */
export function quantityOf(part: ObservationPart): Quantity | undefined {
  return part.value?.kind === 'quantity' ? part.value.quantity : undefined;
}

/** Whether it says anything that was measured: a value of its own or of a component, not merely why there is none. */
export function hasValue({ values, components }: ObservationRecord): boolean {
  return values.length > 0 || components.some((component) => component.values.length > 0);
}

/** The number a part states: a quantity, or a bare number (`valueInteger`, a score), which has no unit. */
export function numberOf({ value }: Pick<ObservationPart, 'value'>): Quantity | undefined {
  if (value?.kind === 'quantity') return value.quantity;
  if (value?.kind !== 'number') return undefined;
  const none = { comparator: undefined, unit: undefined, code: undefined, system: undefined };
  return { ...none, value: value.text, number: value.number };
}

/** Whether a part is one of these LOINC tests. */
export function isLoinc(part: ObservationPart, ...codes: readonly string[]): boolean {
  return hasCode(part.code, loinc, codes);
}

function readPart(element: JsonObject, subject: () => RangeSubject): ObservationPart {
  const code = readConcept(element['code']);
  const values = readValues(element);
  const sentRanges = readReferenceRanges(element['referenceRange']);
  const { ranges, meant } =
    sentRanges.length < 2 ? { ranges: sentRanges, meant: sentRanges[0] } : rangesFor(sentRanges, subject());
  const sent = readInterpretations(element['interpretation']);
  const [value] = values;
  const quantity = numberOf({ value });
  const derived =
    ranges.length === 0 || sent.some((flag) => flag.known)
      ? undefined
      : deriveFlag(quantity, ranges, subject());
  const flags = derived === undefined ? sent : [...sent, derived];
  return {
    title: code?.label ?? phrase('title.observation'),
    code,
    values,
    value,
    absent: readAbsentReason(element),
    flags,
    flag: heaviest(flags),
    ranges,
    range: meant,
    band: ranges.length === 0 ? undefined : bandOf(quantity, ranges, subject()),
  };
}

/** The patient is looked up only for an observation that has ranges to weigh, and once. */
function lazySubject(when: When | undefined, context: ReadContext): () => RangeSubject {
  let subject: RangeSubject | undefined;
  return () => {
    subject ??= rangeSubject(
      context.resolve({ reference: `Patient/${context.patientId}` }),
      when?.kind === 'date' ? when.date : when?.kind === 'period' ? when.start : undefined,
    );
    return subject;
  };
}
