/**
 * A C-CDA document (HL7 CDA R2, Consolidated CDA 1.1 and 2.1) as data. Never throws, runs nothing, fetches nothing:
 * what the text holds is what comes out, as sent, or a word that it could not be read.
 */
import { type Coded, type InstanceId, type NarrativeWords, readCoded, readId } from './coded.ts';
import { type DocumentFile, readFile } from './file.ts';
import {
  type DocumentEncounter,
  type DocumentPatient,
  type HeaderLine,
  type RelatedDocument,
  readEncounter,
  readHeaderLines,
  readPatient,
  readRelatedDocuments,
  readServiceTimes,
} from './header.ts';
import { isStatement } from './entry.ts';
import { type CdaSection, readSection, readSections, sectionOfStatements } from './section.ts';
import { type CdaTime, readTime } from './time.ts';
import { narrativeText, readNarrative } from './narrative.ts';
import { at, attribute, children, words } from './xml.ts';
import { fragmentName, needsRepair, repaired, withoutPages } from './repair.ts';

export interface ClinicalDocument {
  /** False for a part of a document: a section, a header's element. */
  readonly isWhole: boolean;
  readonly title: string | undefined;
  readonly kind: Coded | undefined;
  readonly written: CdaTime | undefined;
  readonly confidentiality: Coded | undefined;
  readonly language: string | undefined;
  readonly version: string | undefined;
  readonly ids: readonly InstanceId[];
  readonly patients: readonly DocumentPatient[];
  readonly header: readonly HeaderLine[];
  readonly encounter: DocumentEncounter | undefined;
  /** What time the described care covers. */
  readonly covers: readonly CdaTime[];
  readonly related: readonly RelatedDocument[];
  readonly sections: readonly CdaSection[];
  /** A body that is a file of its own (`nonXMLBody`). */
  readonly file: DocumentFile | undefined;
}

/** `not-xml`: not well-formed. `not-clinical`: XML of another kind. */
export type OpenedDocument =
  | { readonly document: ClinicalDocument }
  | { readonly fault: 'not-xml' | 'not-clinical' };

/**
 * Opens the text of a C-CDA document.
 * @param parse XML text to a document that stands in no page (`ui/trusted-types.ts`)
 */
export function openClinicalDocument(text: string, parse: (xml: string) => Document): OpenedDocument {
  const root = (needsRepair(text) ? undefined : rootOf(text, parse)) ?? rootOf(repaired(text), parse);
  if (root === undefined) return { fault: 'not-xml' };
  const whole = root.localName === 'ClinicalDocument';
  if (!whole && !isPart(root)) return { fault: 'not-clinical' };
  return { document: whole ? readDocument(root) : readPart(root) };
}

function rootOf(text: string, parse: (xml: string) => Document): Element | undefined {
  // Entities would only multiply what the text holds; no clinical document declares any.
  if (text.includes('<!ENTITY')) return undefined;
  const document = parse(withoutPages(text.replace(/^[\uFEFF\s]+/, '')));
  const root = document.documentElement as Element | null;
  if (root === null || document.getElementsByTagName('parsererror').length > 0) return undefined;
  const only = children(root);
  return root.localName === fragmentName && only.length === 1 ? only[0] : root;
}

function readDocument(root: Element): ClinicalDocument {
  const body = children(root, 'component').flatMap((one) => children(one, 'structuredBody', 'nonXMLBody'));
  const narrative = narrativeWords(root);
  const file = body.find(({ localName }) => localName === 'nonXMLBody');
  return {
    isWhole: true,
    title: words(at(root, 'title')),
    kind: readCoded(at(root, 'code')),
    written: readTime(at(root, 'effectiveTime')),
    confidentiality: readCoded(at(root, 'confidentialityCode')),
    language: attribute(at(root, 'languageCode'), 'code'),
    version: attribute(at(root, 'versionNumber'), 'value'),
    ids: children(root, 'id').map(readId),
    patients: patientsOf(root),
    header: readHeaderLines(root),
    encounter: readEncounter(root),
    covers: readServiceTimes(root),
    related: readRelatedDocuments(root),
    sections: body.flatMap((one) => readSections(one, narrative)),
    file: readFile(at(file, 'text')),
  };
}

function patientsOf(root: Element): readonly DocumentPatient[] {
  return children(root, 'recordTarget').flatMap((one) => children(one, 'patientRole').map(readPatient));
}

const headerParts = /^(recordTarget|documentationOf|componentOf|author|custodian|participant)$/;
const bodyParts = /^(section|structuredBody|entry)$/;

function isPart(root: Element): boolean {
  if (root.localName === fragmentName) return children(root).some(isPart);
  if (root.localName === 'component')
    return children(root, 'section', 'structuredBody').length > 0 || children(root).some(isStatement);
  return bodyParts.test(root.localName) || headerParts.test(root.localName) || isStatement(root);
}

/** Part of a document, as examples and some interfaces send it. */
function readPart(root: Element): ClinicalDocument {
  const narrative = narrativeWords(root);
  const holder = root.ownerDocument.createElement(fragmentName);
  holder.append(...(root.localName === fragmentName ? children(root) : [root]));
  const sections = children(holder).flatMap((one, index): readonly CdaSection[] => {
    const place = `${index + 1}`;
    if (one.localName === 'section') return [readSection(one, narrative, place)];
    if (one.localName === 'structuredBody') return readSections(one, narrative);
    if (headerParts.test(one.localName)) return [];
    const [section, body] = [at(one, 'section'), at(one, 'structuredBody')];
    if (body !== undefined) return readSections(body, narrative);
    return [
      section === undefined
        ? sectionOfStatements(one, narrative, place)
        : readSection(section, narrative, place),
    ];
  });
  return {
    isWhole: false,
    title: undefined,
    kind: undefined,
    written: undefined,
    confidentiality: undefined,
    language: undefined,
    version: undefined,
    ids: [],
    patients: patientsOf(holder),
    header: readHeaderLines(holder),
    encounter: readEncounter(holder),
    covers: readServiceTimes(holder),
    related: [],
    sections,
    file: undefined,
  };
}

/** Characters of a narrative that an entry repeats: the narrative itself stands beside it, whole. */
const longestReferenced = 10_000;

/** The words at an ID of any narrative; found when first asked for. */
function narrativeWords(root: Element): NarrativeWords {
  let known: Map<string, Element> | undefined;
  const read = new Map<string, string | undefined>();
  return (id) => {
    known ??= elementsById(root);
    // A thousand entries may point at one text: it is read once, and no entry needs all of a long one.
    if (!read.has(id)) {
      const element = known.get(id);
      // The cells of a row stand apart, as on the page.
      const text = element && narrativeText(readNarrative(element)).replaceAll(/\s+/g, ' ').trim();
      read.set(id, text === '' ? undefined : text?.slice(0, longestReferenced));
    }
    return read.get(id);
  };
}

function elementsById(root: Element): Map<string, Element> {
  const known = new Map<string, Element>();
  for (const one of root.querySelectorAll('[ID]')) {
    const id = one.getAttribute('ID');
    if (id !== null && !known.has(id)) known.set(id, one);
  }
  return known;
}
