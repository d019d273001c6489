import type { ReactNode } from 'react';
import type { Flag } from '#fhir/interpretation.ts';
import { LimitedValue } from './LimitedValue.tsx';
import { words } from './words.ts';
import './Flag.css';

/** The words of a flag; those of one that was worked out here say so themselves. */
export function flagWords(flag: Flag): string {
  return words(flag.words);
}

/** A value that is out of the ordinary: a shape before it, weight and colour, and the word for all who see neither. */
export function Flagged({ flag, children }: { flag: Flag | undefined; children: ReactNode }): ReactNode {
  const value = typeof children === 'string' ? <LimitedValue written={children} /> : children;
  if (flag === undefined || flag.tone === 'plain') return value;
  return (
    <span className="flagged" data-critical={flag.tone === 'critical'} title={flagWords(flag)}>
      {flag.symbol !== '' && (
        <span className="flag-shape" aria-hidden="true">
          {flag.symbol}
        </span>
      )}
      <span className="unseen">{`${flagWords(flag)} `}</span>
      {value}
    </span>
  );
}
