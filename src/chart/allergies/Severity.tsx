import type { ReactNode } from 'react';
import { words } from '#chart/kit/words.ts';
import type { AllergyRecord } from '#fhir/allergies.ts';

/** The worst reaction's severity and the criticality, as far as they were said. */
export function severityText({ worst, criticality }: AllergyRecord): string {
  const parts = [worst && words(worst), criticality && words(criticality)];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** What is severe or of high criticality stands out by shape, weight and word. */
export function Severity({ record }: { record: AllergyRecord }): ReactNode {
  const text = severityText(record);
  if (record.rank > 1 || record.refuted) return text;
  return (
    <span className="flagged" data-critical="true">
      <span className="flag-shape" aria-hidden="true">
        {'‼'}
      </span>
      {text}
    </span>
  );
}
