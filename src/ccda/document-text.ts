/** The words of a document for whoever looks something up in it: titles, narratives, what its entries are called. */
import type { ClinicalDocument } from './clinical-document.ts';
import { narrativeText } from './narrative.ts';
import type { CdaSection } from './section.ts';

/** Titles and narratives, one section after the other. Coded entries, which the narrative attests, are left out. */
export function documentText(document: ClinicalDocument): string {
  const file = document.file?.content;
  return [
    document.title ?? '',
    ...document.sections.map(sectionText),
    file && 'text' in file ? file.text : '',
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function sectionText(section: CdaSection): string {
  return [
    section.title ?? section.code?.label ?? '',
    narrativeText(section.narrative),
    ...section.sections.map(sectionText),
  ]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
}
