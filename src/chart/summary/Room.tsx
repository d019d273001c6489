import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { t } from '#i18n/translate.ts';
import './Room.css';

interface Props {
  /** Nothing more will come: the content has the height it will have. */
  readonly settled: boolean;
  /** Rows to keep room for until then; undefined where the style sheet says how high. */
  readonly rows?: number;
  /** Its own parts would move among themselves: it stays even where nothing stands below. */
  readonly stays?: boolean;
  readonly children: ReactNode;
}

/**
 * The room that a part of the summary keeps while it is being read. Once all of it is there it takes the height it
 * needs, unless something below it stands already: then it stays as it is, with the rest one click away, for whoever is
 * about to click there. Where the summary is opened again, was out of sight or has got another width, nothing is kept.
 */
export function Room({ settled, rows, stays = false, children }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<'reserved' | 'cut' | 'own'>(settled ? 'own' : 'reserved');
  useLayoutEffect(() => {
    // Read again, it keeps the height it has.
    if (!settled || room === 'own' || box.current === null || inside.current === null) return undefined;
    if (room === 'reserved' && !stays && !standsBelow(box.current)) return setRoom('own');
    const within = inside.current;
    const look = (): void => {
      // The button is only there for what is cut, and takes its room from it.
      const button = box.current?.querySelector<HTMLElement>(':scope > button')?.offsetHeight ?? 0;
      // What is cut stays so until it fits for certain: half a pixel must not take the button away and bring it back.
      setRoom(isCut(within, Math.max(0, button - clearly)) ? 'cut' : 'reserved');
    };
    look();
    // Names are filled in when everything has been read: what fitted may not fit any more.
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(look);
    for (const part of within.querySelectorAll(':scope > *, .visit-part > *')) observer.observe(part);
    return () => observer.disconnect();
  }, [settled, stays, room]);
  // Nobody is about to click where nobody looks, and a window of another width is laid out anew in any case.
  useEffect(() => {
    if (!settled || room === 'own') return undefined;
    const { innerWidth: width } = window;
    const release = (): void => {
      if (document.hidden || window.innerWidth !== width) setRoom('own');
    };
    document.addEventListener('visibilitychange', release);
    window.addEventListener('resize', release);
    return () => {
      document.removeEventListener('visibilitychange', release);
      window.removeEventListener('resize', release);
    };
  }, [settled, room]);
  // Told after it was painted: what arrives in the same moment was not there to be moved.
  useEffect(() => {
    const element = box.current;
    if (element !== null && element.querySelector('.coming') === null) element.dataset['stands'] = '';
  });
  const isKept = room !== 'own';
  return (
    <div
      className="room"
      ref={box}
      data-kept={isKept || undefined}
      data-more={room === 'cut' || undefined}
      style={isKept && rows !== undefined ? { blockSize: `calc(${rows} * var(--row))` } : undefined}
    >
      <div className="room-inside" ref={inside}>
        {children}
      </div>
      {room === 'cut' && (
        <button type="button" className="link-button" onClick={() => setRoom('own')}>
          {t('summary.show-all')}
        </button>
      )}
    </div>
  );
}

/** Pixels by which something has to fit that did not fit before. */
const clearly = 6;

/** Whether something is cut off, of the whole or of a part of a visit. */
function isCut(inside: Element, spare: number): boolean {
  const isOver = ({ scrollHeight, clientHeight }: Element, more: number): boolean =>
    scrollHeight > clientHeight + more + 1;
  return isOver(inside, spare) || [...inside.querySelectorAll('.visit-part')].some((part) => isOver(part, 0));
}

/** Whether anything that is on the screen below would move. */
function standsBelow(box: Element): boolean {
  const own = box.getBoundingClientRect();
  const others = box.closest('.summary')?.querySelectorAll('.room[data-stands]') ?? [];
  return [...others].some((other) => {
    const { top, left, right } = other.getBoundingClientRect();
    return top > own.top && top < window.innerHeight && left < own.right && right > own.left;
  });
}
