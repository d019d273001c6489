import type { ReactNode } from 'react';
import type { Quantity } from '#fhir/quantity.ts';
import './Value.css';

/** A quantity as it was written, its unit lighter. */
export function Value({ quantity }: { quantity: Quantity }): ReactNode {
  return (
    <span className="value">
      {quantity.comparator}
      {quantity.value}
      {quantity.unit !== undefined && <span className="unit"> {quantity.unit}</span>}
    </span>
  );
}
