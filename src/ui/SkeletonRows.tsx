import type { ReactNode } from 'react';
import './SkeletonRows.css';

/** Rows that are coming, as high as they will be. Silent: the sentence beside them says what is being waited for. */
export function SkeletonRows({ rows }: { rows: number }): ReactNode {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div className="skeleton-row" key={row}>
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
