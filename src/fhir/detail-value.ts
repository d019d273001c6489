/** One value of an element, told by its shape: a FHIR datatype where it is one, a group of its own elements where not. */
import { type Address, readAddress } from './addresses.ts';
import { type Annotation, readAnnotations } from './annotation.ts';
import { type Attachment, readAttachment } from './attachment.ts';
import { type Coding, type Concept, readCoding, readConcept } from './concept.ts';
import { parseDateTime, type Period, readPeriod, type When } from './dates.ts';
import type { Detail } from './details.ts';
import { type Identifier, readIdentifier } from './identifiers.ts';
import { asObject, asText, isExactNumber, type JsonObject } from './json.ts';
import { type HumanName, readName } from './names.ts';
import { type Quantity, type Range, type Ratio, readQuantity, readRange, readRatio } from './quantity.ts';
import { readReference, type Reference } from './reference.ts';
import { readTelecom, type Telecom } from './telecom.ts';
import { shapeOf } from './detail-shape.ts';

/** What a datatype carries beyond its own fields (extensions, malformed parts), to be shown with it. */
interface More {
  readonly more?: readonly Detail[];
}

/** A FHIR datatype, with what it carries beyond its own fields. */
export type DatatypeValue =
  | ({ readonly kind: 'period'; readonly period: Period } & More)
  | ({ readonly kind: 'concept'; readonly concept: Concept } & More)
  | ({ readonly kind: 'coding'; readonly coding: Coding } & More)
  | ({ readonly kind: 'quantity'; readonly quantity: Quantity } & More)
  | ({ readonly kind: 'range'; readonly range: Range } & More)
  | ({ readonly kind: 'ratio'; readonly ratio: Ratio } & More)
  | ({ readonly kind: 'reference'; readonly reference: Reference } & More)
  | ({ readonly kind: 'identifier'; readonly identifier: Identifier } & More)
  | ({ readonly kind: 'name'; readonly name: HumanName } & More)
  | ({ readonly kind: 'address'; readonly address: Address } & More)
  | ({ readonly kind: 'telecom'; readonly telecom: Telecom } & More)
  | ({ readonly kind: 'annotation'; readonly annotation: Annotation } & More)
  /** The bytes are not in it: `hasBytes` says that they were sent. */
  | ({ readonly kind: 'attachment'; readonly attachment: Attachment; readonly hasBytes: boolean } & More)
  /** The narrative's HTML is shown by the view that sanitises it. */
  | ({ readonly kind: 'narrative'; readonly status: string | undefined } & More);

export type DetailValue =
  | DatatypeValue
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'when'; readonly when: When }
  /** Bytes outside an attachment (a signature, a Binary): how many base64 characters. */
  | { readonly kind: 'bytes'; readonly characters: number }
  | { readonly kind: 'resource'; readonly type: string; readonly details: readonly Detail[] }
  | { readonly kind: 'group'; readonly details: readonly Detail[] }
  /** Nested deeper than any FHIR record: only the raw record shows it. */
  | { readonly kind: 'too-deep' };

/** How the walker takes apart what is no datatype. */
export interface Group {
  readonly depth: number;
  readonly detailsOf: (object: JsonObject, except: readonly string[]) => readonly Detail[];
  readonly listOf: (list: readonly unknown[], name: string) => readonly Detail[];
}

const deepest = 30;

/** The value of an element by its name and shape; undefined where it holds nothing. */
export function valueOf(
  value: unknown,
  name: string,
  parent: JsonObject,
  group: Group,
): DetailValue | undefined {
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  const text = asText(value);
  if (text !== undefined) return textValue(text, name, parent);
  if (typeof value !== 'object' || value === null || isExactNumber(value)) return undefined;
  if (group.depth > deepest) return { kind: 'too-deep' };
  if (Array.isArray(value)) return grouped(group.listOf(value, name));
  const object = asObject(value);
  if (object === undefined) return undefined;
  const type = object['resourceType'];
  if (typeof type === 'string') {
    return { kind: 'resource', type, details: group.detailsOf(object, ['resourceType']) };
  }
  const read = datatype(object, name);
  if (read === undefined) return grouped(group.detailsOf(object, []));
  const except = [...read.shown, ...coveredKeys(object, read.value)];
  const more = group.detailsOf(object, except);
  return more.length === 0 ? read.value : { ...read.value, more };
}

function grouped(details: readonly Detail[]): DetailValue | undefined {
  return details.length === 0 ? undefined : { kind: 'group', details };
}

const dateNames =
  /(^(date|issued|recorded|created|start|end|sent|received|time|when|event|creation|timestamp|lastUpdated|authored|started|onset|lastOccurrence|whenHandedOver|whenPrepared)|Date|DateTime|Instant|Time|On)$/;

function textValue(text: string, name: string, parent: JsonObject): DetailValue {
  if (name === 'data' && (parent['contentType'] ?? parent['sigFormat']) !== undefined) {
    return { kind: 'bytes', characters: text.length };
  }
  // Only where a date belongs: a lot number `2019-05` is none.
  const date = dateNames.test(name) ? parseDateTime(text) : undefined;
  return date === undefined ? { kind: 'text', text } : { kind: 'when', when: { kind: 'date', date } };
}

interface Read {
  readonly value: DatatypeValue;
  /** Keys that are not to be listed again although their content is not in the value. */
  readonly shown: readonly string[];
}

function datatype(object: JsonObject, name: string): Read | undefined {
  const value = readAs(shapeOf(object, name), object);
  if (value === undefined) return undefined;
  if (value.kind === 'attachment')
    return { value, shown: typeof object['data'] === 'string' ? ['data'] : [] };
  return { value, shown: value.kind === 'narrative' ? ['div'] : [] };
}

function readAs(shape: ReturnType<typeof shapeOf>, object: JsonObject): DatatypeValue | undefined {
  const wrap = <T, V extends DatatypeValue>(read: T | undefined, make: (read: T) => V) =>
    read === undefined ? undefined : make(read);
  switch (shape) {
    case 'concept':
      return wrap(readConcept(object), (concept) => ({ kind: 'concept', concept }));
    case 'coding':
      return wrap(readCoding(object), (coding) => ({ kind: 'coding', coding }));
    case 'quantity':
      return wrap(readQuantity(object), (quantity) => ({ kind: 'quantity', quantity }));
    case 'range':
      return wrap(readRange(object), (range) => ({ kind: 'range', range }));
    case 'ratio':
      return wrap(readRatio(object), (ratio) => ({ kind: 'ratio', ratio }));
    case 'period':
      return wrap(readPeriod(object), (period) => ({ kind: 'period', period }));
    case 'reference':
      return wrap(readReference(object), (reference) => ({ kind: 'reference', reference }));
    case 'identifier':
      return wrap(readIdentifier(object), (identifier) => ({ kind: 'identifier', identifier }));
    case 'name':
      return wrap(readName(object), (humanName) => ({ kind: 'name', name: humanName }));
    case 'address':
      return wrap(readAddress(object), (address) => ({ kind: 'address', address }));
    case 'telecom':
      return wrap(readTelecom(object), (telecom) => ({ kind: 'telecom', telecom }));
    case 'annotation':
      return wrap(readAnnotations(object)[0], (annotation) => ({ kind: 'annotation', annotation }));
    case 'attachment':
      return wrap(readAttachment(object), (attachment) => ({
        kind: 'attachment',
        attachment: { ...attachment, data: undefined },
        hasBytes: attachment.data !== undefined,
      }));
    case 'narrative':
      return { kind: 'narrative', status: asText(object['status']) };
    case undefined:
      return undefined;
  }
}

/** The keys whose every leaf is in the value that was read: the others are listed beside it. */
function coveredKeys(object: JsonObject, value: DatatypeValue): readonly string[] {
  const shown = new Set<string>();
  collectLeaves(value, shown, 0);
  return Object.keys(object).filter((key) => {
    const leaves = new Set<string>();
    return !key.endsWith('xtension') && collectLeaves(object[key], leaves, 0) && leaves.isSubsetOf(shown);
  });
}

/** Adds all text, numbers and booleans below a value; false where it is nested too deep to tell. */
function collectLeaves(value: unknown, leaves: Set<string>, depth: number): boolean {
  const text = asText(value);
  if (text !== undefined) {
    leaves.add(text);
    return true;
  }
  if (typeof value !== 'object' || value === null) return true;
  if (depth > deepest) return false;
  return Object.values(value).every((child) => collectLeaves(child, leaves, depth + 1));
}
