import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';

interface Drawing {
  /** The place of the point that is read out; undefined while the reader has chosen none. */
  readonly chosen: number | undefined;
  readonly choose: (index: number | undefined) => void;
  /** The point nearest to a place in the drawing. */
  readonly nearest: (x: number, y: number) => number | undefined;
  readonly open: () => void;
}

type Pointed = PointerEvent<SVGSVGElement>;

interface PointReading {
  readonly ref: RefObject<SVGSVGElement | null>;
  readonly onPointerDown: (event: Pointed) => void;
  readonly onPointerMove: (event: Pointed) => void;
  readonly onPointerLeave: (event: Pointed) => void;
  readonly onClick: () => void;
}

/**
 * How a pointer reads a drawing, for its `svg`. A mouse reads out what it is over, and a click opens that. A finger is over
 * nothing once it is lifted: what it tapped stays read out until it taps elsewhere, and a second tap on it opens it.
 */
export function usePointReading({ chosen, choose, nearest, open }: Drawing): PointReading {
  const ref = useRef<SVGSVGElement>(null);
  /** The point a finger came down on, and whether that was read out already; undefined for a mouse. */
  const finger = useRef<{ readonly index: number | undefined; readonly again: boolean }>(undefined);
  const at = ({ currentTarget, clientX, clientY }: Pointed): number | undefined => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return nearest(clientX - left, clientY - top);
  };
  useEffect(() => {
    if (chosen === undefined) return undefined;
    const elsewhere = ({ target }: Event): void => {
      if (finger.current === undefined || (target instanceof Node && ref.current?.contains(target))) return;
      finger.current = undefined;
      choose(undefined);
    };
    // Before the drawing that was tapped instead: the cursor they share is then that one's.
    document.addEventListener('pointerdown', elsewhere, true);
    return () => document.removeEventListener('pointerdown', elsewhere, true);
  });
  return {
    ref,
    onPointerDown: (event) => {
      const index = at(event);
      const again = index !== undefined && index === chosen;
      finger.current = event.pointerType === 'touch' ? { index, again } : undefined;
      if (index !== undefined) choose(index);
    },
    onPointerMove: (event) => {
      const index = at(event);
      // A finger that moves on to another point reads on and opens nothing.
      if (finger.current !== undefined && index !== finger.current.index)
        finger.current = { index, again: false };
      if (index !== undefined) choose(index);
    },
    onPointerLeave: ({ pointerType }) => {
      if (pointerType !== 'touch') choose(undefined);
    },
    onClick: () => {
      if (finger.current?.again !== false) open();
    },
  };
}
