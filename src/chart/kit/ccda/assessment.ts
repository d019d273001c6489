import type { CdaSection } from '#ccda/section.ts';

/** LOINC codes of C-CDA sections that hold it, the nearest to "Assessment and Plan" first. */
const codes = ['51847-2', '51848-0', '18776-5'] as const;

/** Where a reader of notes goes first: the section of assessment and plan, else of one of them. */
export function assessmentOf(sections: readonly CdaSection[]): CdaSection | undefined {
  const all = sections.flatMap(withInner);
  for (const code of codes) {
    const found = all.find((section) => section.code?.code === code);
    if (found !== undefined) return found;
  }
  return all.find(({ title = '' }) => /\bassessment\b|\bplan of (care|treatment)\b|^plan$/i.test(title));
}

function withInner(section: CdaSection): readonly CdaSection[] {
  return [section, ...section.sections.flatMap(withInner)];
}
