import InputBase from '@mui/material/InputBase';
import { type ReactNode, createContext, use, useDeferredValue, useEffect, useRef, useState } from 'react';
import { t } from '#i18n/translate.ts';
import { Icon } from '#ui/Icon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { mostMatches, useMatches, usePainted } from './use-highlights.ts';

/** What is sought in the list a document was opened from. */
export const Sought = createContext('');

/** A document within a document is looked through with it. */
const IsWithin = createContext(false);

/** A document with a way to find words in it: each place marked, Enter and Shift-Enter going from one to the next. */
export function FindInDocument({ children }: { children: ReactNode }): ReactNode {
  return use(IsWithin) ? children : <Finding>{children}</Finding>;
}

function Finding({ children }: { children: ReactNode }): ReactNode {
  // Shown here too, until something else is typed.
  const sought = use(Sought);
  const [own, setOwn] = useState<string>();
  const [at, setAt] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  const find = own ?? sought;
  const matches = useMatches(body, useDeferredValue(find));
  const current = matches[Math.min(at, matches.length - 1)];
  usePainted(matches, current);
  useScrollTo(current, own !== undefined || sought !== '');
  const go = (by: 1 | -1): void => setAt((at + by + matches.length) % Math.max(1, matches.length));
  return (
    <>
      <search className="document-find">
        <InputBase
          className="list-find"
          type="search"
          size="small"
          value={find}
          placeholder={t('document.find')}
          startAdornment={<Icon name="search" />}
          // Otherwise the browser writes what was typed here into its session files, in clear.
          autoComplete="off"
          inputProps={{ 'aria-label': t('document.find'), spellCheck: false }}
          onChange={(event) => {
            setOwn(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
            if (event.key !== 'Escape' || find === '') return;
            event.stopPropagation();
            setOwn('');
          }}
        />
        {find.trim() !== '' && (
          <>
            <output className="muted small">
              {matches.length === 0
                ? t('document.not-found')
                : t(matches.length < mostMatches ? 'document.found' : 'document.found-many', {
                    at: Math.min(at, matches.length - 1) + 1,
                    n: matches.length,
                  })}
            </output>
            <IconButton
              icon="back"
              label={t('document.find-previous')}
              disabled={matches.length < 2}
              onClick={() => go(-1)}
            />
            <IconButton
              icon="forward"
              label={t('document.find-next')}
              disabled={matches.length < 2}
              onClick={() => go(1)}
            />
          </>
        )}
      </search>
      <div ref={body}>
        <IsWithin value>{children}</IsWithin>
      </div>
    </>
  );
}

/** The page follows the match: an outside system, which scrolls. */
function useScrollTo(range: Range | undefined, wanted: boolean): void {
  useEffect(() => {
    if (!wanted || range === undefined) return;
    reveal(range.startContainer.parentElement);
  }, [range, wanted]);
}

/** Opens what is folded round an element, and brings it into view. */
function reveal(element: Element | null): void {
  for (let one = element; one !== null; one = one.parentElement) {
    if (one.tagName === 'DETAILS') one.setAttribute('open', '');
  }
  element?.scrollIntoView({ block: 'center' });
}
