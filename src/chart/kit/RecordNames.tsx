import type { ReactNode } from 'react';
import type { Entry } from '#fhir/visit-links.ts';
import { Link } from '#ui/Link.tsx';
import { useChart } from './chart-context.tsx';
import { PlainBeside } from './plain/PlainBeside.tsx';
import { sectionOf } from './section-of.ts';
import { words } from './words.ts';
import './RecordNames.css';

/** Names of records in running text, each leading to its record. What they stand in is a `record-names`. */
export function RecordNames({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const { paths } = useChart();
  return entries.map(({ kind, record }, at) => (
    <span key={record.key}>
      {at > 0 && '; '}
      <Link to={paths.record(sectionOf(kind), record.key)}>{words(record.title)}</Link>
      <PlainBeside record={record} />
    </span>
  ));
}
