import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import './Flag.css';

export type FlagName = 'critical-high' | 'critical-low' | 'critical' | 'high' | 'low' | 'abnormal';

const shapes: Readonly<Record<FlagName, string>> = {
  'critical-high': '‼',
  'critical-low': '‼',
  critical: '‼',
  high: '▲',
  low: '▼',
  abnormal: '◆',
};

/** A value that is out of the ordinary: a shape before it, the word for all who do not see shapes. */
export function Flagged({ flag, children }: { flag: FlagName | undefined; children: ReactNode }): ReactNode {
  if (flag === undefined) return children;
  return (
    <span className="flagged" data-critical={flag.startsWith('critical')} title={t(`flag.${flag}`)}>
      <span className="flag-shape" aria-hidden="true">
        {shapes[flag]}
      </span>
      <span className="unseen">{t(`flag.${flag}`)} </span>
      {children}
    </span>
  );
}
