import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { paths } from '#app/paths.ts';
import { later } from '#ui/later.ts';
import { Overlay } from './Overlay.tsx';

const KeysDialog = later(async () => (await import('./KeysDialog.tsx')).KeysDialog);

/** How long `g` waits for its letter. */
const chordMilliseconds = 1500;

/**
 * The chart's keys: `/` find in chart, `f` find in this list, `?` help, `g` and a letter for a section. None of them
 * while somebody is typing.
 */
export function useKeys(
  sections: readonly SectionDefinition[],
  onFind: () => void,
): {
  readonly dialog: ReactNode;
  readonly show: () => void;
} {
  const navigate = useNavigate();
  const [open, setOpen] = useState<boolean>();
  useEffect(() => {
    let chordSince = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target))
        return;
      const inChord = event.timeStamp - chordSince < chordMilliseconds;
      chordSince = event.key === 'g' && !inChord ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const section = inChord ? sections.find(({ letter }) => letter === event.key.toLowerCase()) : undefined;
      if (section !== undefined) {
        event.preventDefault();
        void navigate(section.id === 'summary' ? paths.chart : paths.section(section.id));
      } else if (event.key === '?') {
        event.preventDefault();
        setOpen(true);
      } else if (event.key === '/') {
        event.preventDefault();
        onFind();
      } else if (event.key === 'f') {
        const find = document.querySelector<HTMLElement>('[data-find]');
        if (find === null) return;
        event.preventDefault();
        find.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, sections, onFind]);
  const dialog = open !== undefined && (
    <Overlay>
      <KeysDialog sections={sections} open={open} onClose={() => setOpen(false)} />
    </Overlay>
  );
  return { dialog, show: () => setOpen(true) };
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null
  );
}
