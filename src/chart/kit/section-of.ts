import type { KindId } from '#fhir/plan.ts';
import type { SectionId } from '#i18n/en/sections.ts';

const renamed = {
  patient: 'demographics',
  laboratory: 'results',
  'care-plans': 'care-plan',
  'care-teams': 'care-team',
} as const;

/** The section that lists a kind: of the same name, but for a few. */
export function sectionOf(kind: KindId): SectionId {
  return isRenamed(kind) ? renamed[kind] : kind;
}

function isRenamed(kind: KindId): kind is keyof typeof renamed {
  return Object.hasOwn(renamed, kind);
}

/** The kind that a section of the table of contents lists; undefined for one that lists none of its own. */
export function kindOfSection(section: string): KindId | undefined {
  if (section === 'summary' || section === 'take-away') return undefined;
  const known = Object.entries(renamed).find(([, id]) => id === section);
  return (known?.[0] ?? section) as KindId;
}
