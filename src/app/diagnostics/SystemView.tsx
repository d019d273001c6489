import { type ReactNode, useState } from 'react';
import { t } from '#i18n/translate.ts';
import { thisBrowser } from '#smart/browser.ts';
import { askDiscovery } from '#smart/discovery-check.ts';
import type { System } from '#smart/registry.ts';
import { discoveryPart } from './discovery-part.ts';
import { Lines, tally } from './PartView.tsx';
import type { Part } from './report.ts';

interface Props {
  readonly system: System;
  readonly part: Part;
  readonly discovered: Part | undefined;
  readonly unfolded: boolean;
  readonly onDiscovered: (part: Part) => void;
}

/** One system: its entry, checked, and at a press of a button what the system says of itself. */
export function SystemView({ system, part, discovered, unfolded, onDiscovered }: Props): ReactNode {
  const [asking, setAsking] = useState(false);
  const ask = async (): Promise<void> => {
    setAsking(true);
    onDiscovered(discoveryPart(system, await askDiscovery(thisBrowser, system)));
    setAsking(false);
  };
  const parts = discovered === undefined ? [part] : [part, discovered];
  return (
    <details className="diag-system" open={unfolded}>
      <summary>
        <h3>{part.title}</h3> <span className="muted">{tally(parts)}</span>
      </summary>
      <Lines lines={part.lines} />
      <div className="diag-ask">
        <button type="button" className="link-button" disabled={asking} onClick={() => void ask()}>
          {t('discovery.ask', { system: system.label })}
        </button>
        <p className="muted small">{t('discovery.what')}</p>
        <output>{asking ? t('discovery.asking') : (discovered?.title ?? '')}</output>
      </div>
      {discovered !== undefined && <Lines lines={discovered.lines} />}
    </details>
  );
}
