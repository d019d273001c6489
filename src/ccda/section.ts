/** Sections of a structured body: title, code, narrative, coded entries, sections within. */
import { type Coded, type NarrativeWords, readCoded } from './coded.ts';
import { type CdaEntry, isStatement, readEntry, readStatement } from './entry.ts';
import { type DocumentFile, readFile } from './file.ts';
import { type NarrativeNode, readNarrative } from './narrative.ts';
import { type Party, readParty, saysAnything } from './party.ts';
import { at, attribute, children, words } from './xml.ts';

export interface CdaSection {
  /** Its place in the document: "2", "2.1". */
  readonly place: string;
  readonly title: string | undefined;
  readonly code: Coded | undefined;
  /** Why the section says nothing (`NI`, `MSK` …). */
  readonly nullFlavor: string | undefined;
  /** Its words, read when they are first wanted. */
  readonly narrative: readonly NarrativeNode[];
  /** What was written by somebody else than the document: authors, informants, the subject. */
  readonly people: readonly { readonly role: string; readonly party: Party }[];
  readonly entryCount: number;
  /** The coded entries, read when they are wanted: they are the larger part of a document. */
  readonly entries: () => readonly CdaEntry[];
  /** Pictures of the section by the ID that the narrative shows them by. */
  readonly pictures: ReadonlyMap<string, DocumentFile>;
  readonly sections: readonly CdaSection[];
}

const deepest = 20;

/** Sections under a `structuredBody`, or under a section. */
export function readSections(
  parent: Element | undefined,
  narrative: NarrativeWords,
  prefix = '',
  depth = 0,
): readonly CdaSection[] {
  if (depth > deepest) return [];
  return children(parent, 'component')
    .flatMap((component) => children(component, 'section'))
    .map((section, index) => readSection(section, narrative, `${prefix}${index + 1}`, depth));
}

export function readSection(
  element: Element,
  narrative: NarrativeWords,
  place: string,
  depth = 0,
): CdaSection {
  const text = at(element, 'text');
  const entries = children(element, 'entry');
  let read: readonly CdaEntry[] | undefined;
  let nodes: readonly NarrativeNode[] | undefined;
  return {
    place,
    title: words(at(element, 'title')),
    code: readCoded(at(element, 'code'), narrative),
    nullFlavor: attribute(element, 'nullFlavor') ?? attribute(text, 'nullFlavor'),
    get narrative() {
      return (nodes ??= text === undefined ? [] : readNarrative(text));
    },
    people: children(element, 'author', 'informant', 'subject')
      .map((one) => ({ role: one.localName, party: readParty(one) }))
      .filter(({ party }) => saysAnything(party)),
    entryCount: entries.length,
    entries: () =>
      (read ??= entries.map((one) => readEntry(one, narrative)).filter((one) => one !== undefined)),
    pictures: pictures(element),
    sections: readSections(element, narrative, `${place}.`, depth + 1),
  };
}

/** A section made of statements that came without one: a part of a document. */
export function sectionOfStatements(parent: Element, narrative: NarrativeWords, place: string): CdaSection {
  const entries = isStatement(parent)
    ? [readStatement(parent, narrative)]
    : children(parent)
        .map((one) => (isStatement(one) ? readStatement(one, narrative) : readEntry(one, narrative)))
        .filter((one) => one !== undefined);
  return {
    place,
    title: undefined,
    code: undefined,
    nullFlavor: undefined,
    narrative: [],
    people: [],
    entryCount: entries.length,
    entries: () => entries,
    pictures: new Map(),
    sections: [],
  };
}

function pictures(section: Element): ReadonlyMap<string, DocumentFile> {
  const found = new Map<string, DocumentFile>();
  for (const media of section.getElementsByTagNameNS('*', 'observationMedia')) {
    const [id, file] = [attribute(media, 'ID'), readFile(at(media, 'value'))];
    if (id !== undefined && file !== undefined) found.set(id, file);
  }
  return found;
}
