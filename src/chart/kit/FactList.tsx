import type { ReactNode } from 'react';
import type { Fact } from './list.ts';
import './FactList.css';

/** Labelled facts; those without a value are left out. */
export function FactList({ facts }: { facts: readonly Fact[] }): ReactNode {
  const known = facts.filter(
    ({ value }) => value !== undefined && value !== null && value !== '' && value !== false,
  );
  if (known.length === 0) return null;
  return (
    <dl className="facts">
      {known.map(({ label, value }, at) => (
        // Two facts may have one label, and their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={`${at} ${label}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
