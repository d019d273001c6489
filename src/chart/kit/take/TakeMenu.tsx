import { type ReactNode, Suspense, useRef, useState } from 'react';
import { t } from '#i18n/translate.ts';
import { Icon } from '#ui/Icon.tsx';
import { later } from '#ui/later.ts';
import { type Outcome, outcomeWords, type Take } from './outcome.ts';
import './TakeMenu.css';

const TakeMenuList = later(async () => (await import('./TakeMenuList.tsx')).TakeMenuList);
const CopyByHand = later(async () => (await import('./CopyByHand.tsx')).CopyByHand);

interface Props {
  /** What can be taken from here; asked for when the menu opens. */
  readonly takes: () => Promise<readonly Take[]>;
  /** What the menu is for, where there is more than one. */
  readonly label?: string;
}

/** Copy, save and print, behind one button: for a list above it, for an open record beside its name. */
export function TakeMenu({ takes, label = t('take.menu') }: Props): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const [entries, setEntries] = useState<readonly Take[]>([]);
  const [open, setOpen] = useState<boolean>();
  const [outcome, setOutcome] = useState<Outcome>();
  const failed = (): void => setOutcome({ kind: 'failed' });
  const show = async (): Promise<void> => {
    setOutcome(undefined);
    setEntries(await takes());
    setOpen(true);
  };
  const run = (take: Take): void => {
    setOpen(false);
    Promise.resolve().then(take.run).then(setOutcome, failed);
  };
  return (
    <span className="take-menu">
      <output className="take-said">{outcomeWords(outcome)}</output>
      <button
        type="button"
        className="icon-button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open === true}
        aria-label={label}
        title={label}
        onClick={() => void show().catch(failed)}
      >
        <Icon name="take" />
      </button>
      <Suspense>
        {open !== undefined && (
          <TakeMenuList
            takes={entries}
            anchor={button}
            open={open}
            onClose={() => setOpen(false)}
            onTake={run}
          />
        )}
        {outcome?.kind === 'by-hand' && (
          <CopyByHand text={outcome.text} onClose={() => setOutcome(undefined)} />
        )}
      </Suspense>
    </span>
  );
}
