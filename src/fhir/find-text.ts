/**
 * What "find in chart" looks through: the words, codes, values, notes and document text of a record, as lines. Data
 * alone: it knows no index, and no language but what it is handed.
 */
import { type Attachment, readAttachment } from './attachment.ts';
import { asObject, asText, decimalText, type FhirResource, type JsonObject } from './json.ts';
import { wordsIn } from './narrative.ts';
import { originalOf } from './original.ts';
import { printedQuantity } from './printed-quantity.ts';
import type { Words } from './phrase.ts';
import type { ChartRecord } from './record.ts';

/** Where in the record a line stands: what it is called, its codes, what was measured, free text, a document. */
export type FindPlace = 'name' | 'code' | 'value' | 'note' | 'document';

export interface FindLine {
  readonly place: FindPlace;
  readonly text: string;
  /** Of a document in pages: which of them this is, from 1. */
  readonly page?: number;
}

/** How to put our own words into the reader's language, and a document's bytes into text. */
export interface FindWords {
  words(value: Words): string;
  /** Its text, or its pages'; undefined where it has none that can be read (a picture, a PDF that was not read). */
  documentText(attachment: Attachment): string | readonly string[] | undefined;
  /** Told once of a record that says more than is looked through. */
  isCut?(): void;
}

/** Members that say nothing a reader would type: addresses, fingerprints, bookkeeping. Narrative and bytes have their own way. */
const silent = new Set([
  'resourceType',
  'id',
  'meta',
  'text',
  'div',
  'system',
  'url',
  'reference',
  'data',
  'hash',
  'contentType',
  'language',
  'implicitRules',
  'profile',
  'userSelected',
]);

const deepest = 24;
/** Without the pages of documents: how much of those is looked through, their readers bound. */
const mostLines = 4000;

/**
 * The lines of a record, its name first, each text once. Walks everything that was sent, so that nothing a section may
 * leave to the details is missed; what is past the bound is told. Never throws.
 */
export function findLines(
  record: ChartRecord,
  { words, documentText, isCut }: FindWords,
): readonly FindLine[] {
  const found = new Map<string, FindLine>();
  let others = 0;
  let left = 0;
  const add: Add = (place, text, page) => {
    const plain = text?.replace(/\s+/g, ' ').trim();
    if (plain === undefined || plain === '' || found.has(plain)) return;
    if (place !== 'document') {
      if (others >= mostLines) {
        left += 1;
        return;
      }
      others += 1;
    }
    found.set(plain, { place, text: plain, ...(page !== undefined && { page }) });
  };
  add('name', words(record.title));
  for (const { phrase } of record.marks) add('name', words(phrase));
  if (record.status !== undefined) add('name', words(record.status));
  walk(record.source, add, documentText, 0);
  // A record of an earlier version may say what its R4 form does not.
  const sent = originalOf(record.source);
  if (sent !== record.source) walk(sent, add, documentText, 0);
  if (left > 0) isCut?.();
  return [...found.values()];
}

type Add = (place: FindPlace, text: string | undefined, page?: number) => void;

function walk(
  value: unknown,
  add: Add,
  documentText: FindWords['documentText'],
  depth: number,
  within = '',
): void {
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value) walk(item, add, documentText, depth + 1, within);
    return;
  }
  const object = asObject(value);
  if (object === undefined) return;
  addQuantity(object, add);
  if ('data' in object || 'contentType' in object) {
    const attachment = readAttachment(object);
    const text = attachment && documentText(attachment);
    if (Array.isArray(text)) text.forEach((page: string, at) => add('document', page, at + 1));
    else add('document', text as string | undefined);
  }
  if (depth === 0) add('note', narrativeOf(object as FhirResource));
  for (const [name, child] of Object.entries(object)) {
    if (silent.has(name) && !(name === 'text' && typeof child === 'string')) continue;
    const text = typeof child === 'string' ? asText(child) : undefined;
    const number = numberOf(name, child);
    if (text !== undefined) add(placeOf(name, within), text);
    else if (number !== undefined) add('value', number);
    else if (typeof child === 'object') walk(child, add, documentText, depth + 1, name);
  }
}

/** Members that are numbers to a reader: a choice of types that is one (`valueInteger`, a dose's number), a count. */
const numbered = /[a-z](?:Integer|Integer64|Decimal|PositiveInt|UnsignedInt)$|^numberOf[A-Z]/;

/** A score, an answer, how many refills. Not the numbers that put things in order, nor those that only software reads. */
function numberOf(name: string, value: unknown): string | undefined {
  const number = decimalText(value);
  return number !== undefined && numbered.test(name) ? number : undefined;
}

/** "6.1 mmol/L" and "<0.1 ng/mL": a number with its unit is one thing to find. */
function addQuantity(object: JsonObject, add: Add): void {
  const number = decimalText(object['value']);
  if (number === undefined) return;
  const unit = asText(object['unit']) ?? asText(object['code']);
  const comparator = asText(object['comparator']);
  add('value', printedQuantity({ comparator, value: number, unit }));
  // As it was sent: somebody may look for "mm[Hg]" or ">=60".
  add('value', [`${comparator ?? ''}${number}`, unit].filter(Boolean).join(' '));
}

function narrativeOf(resource: FhirResource): string | undefined {
  const div = asText(asObject(resource['text'])?.['div']);
  return div === undefined ? undefined : wordsIn(div);
}

/** What something is called is a name; what somebody wrote down in sentences is a note. */
function placeOf(name: string, within: string): FindPlace {
  if (name === 'code') return 'code';
  if (name === 'text' && /note|dosage|annotation/i.test(within)) return 'note';
  if (name === 'display' || name === 'text' || name === 'title' || name === 'family') return 'name';
  if (name.startsWith('value')) return 'value';
  return 'note';
}
