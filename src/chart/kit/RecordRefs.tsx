import type { ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';
import type { Link as Reference } from '#fhir/link.ts';
import { kindOf } from '#fhir/placement.ts';
import { useChart } from './chart-context.tsx';
import { sectionOf } from './section-of.ts';

/** What a record points at, by name; a way to it where it has arrived and stands in a section of its own. */
export function RecordRefs({ links }: { links: readonly (Reference | undefined)[] }): ReactNode {
  const known = links.filter((link) => link !== undefined);
  return known.map((link, at) => (
    // References may repeat, and their order never changes.
    // oxlint-disable-next-line react/no-array-index-key
    <div key={at}>
      <RecordRef link={link} />
    </div>
  ));
}

function RecordRef({ link: { name, key, target } }: { link: Reference }): ReactNode {
  const { paths, reading } = useChart();
  const kind = target === undefined || key === undefined ? undefined : kindOf(target, reading.patientId);
  // People, places and products are shown with the records that name them; "other" is no place to be sent to.
  if (kind === undefined || kind === 'other' || key === undefined) return name;
  return <Link to={paths.record(sectionOf(kind), key)}>{name}</Link>;
}

/** The same as the value of a fact: undefined where there is nothing to name, so that the fact is left out. */
export function refs(links: readonly (Reference | undefined)[]): ReactNode {
  return links.some((link) => link !== undefined) ? <RecordRefs links={links} /> : undefined;
}
