import { type RefObject, useEffect, useState } from 'react';
import { foldWithPlaces, placesOf } from './find-in-text.ts';

/** More are counted as "many": nobody goes through them. */
export const mostMatches = 500;

/** How long a changing document may rest before it is looked through again. */
const restMilliseconds = 120;

const none: readonly Range[] = [];

const blockElements =
  'p, li, td, th, div, dt, dd, h1, h2, h3, h4, h5, h6, caption, pre, section, summary, blockquote';

/**
 * Where `sought` stands in what an element shows, kept up as it changes. Ranges, not markup: the page's own elements
 * stay as they are (CSS Custom Highlight API).
 */
export function useMatches(root: RefObject<HTMLElement | null>, sought: string): readonly Range[] {
  const [matches, setMatches] = useState<readonly Range[]>(none);
  useEffect(() => {
    const element = root.current;
    if (element === null || sought.trim() === '') return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => setMatches(rangesOf(element, sought));
    const watch = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(look, restMilliseconds);
    });
    watch.observe(element, { childList: true, subtree: true, characterData: true });
    look();
    return () => {
      clearTimeout(timer);
      watch.disconnect();
      setMatches(none);
    };
  }, [root, sought]);
  return matches;
}

/** Paints the matches and the one that the reader is at; the paint goes with the view. */
export function usePainted(matches: readonly Range[], current: Range | undefined): void {
  useEffect(() => {
    const painter = painting();
    if (painter === undefined || matches.length === 0) return undefined;
    painter.set('found', new Highlight(...matches));
    if (current !== undefined) painter.set('found-here', new Highlight(current));
    return () => {
      painter.delete('found');
      painter.delete('found-here');
    };
  }, [matches, current]);
}

/** Undefined where the browser has no such paint: matches are still counted and gone to. */
function painting(): HighlightRegistry | undefined {
  return typeof Highlight === 'undefined' ? undefined : CSS.highlights;
}

function rangesOf(element: HTMLElement, sought: string): readonly Range[] {
  const nodes: { readonly node: Text; readonly start: number }[] = [];
  let text = '';
  let lastBlock: Element | null = null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const block = node.parentElement?.closest(blockElements) ?? null;
    // Words of one line may stand in several elements; those of two lines are never one.
    if (block !== lastBlock) text += '\u0000';
    lastBlock = block;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  return placesOf(foldWithPlaces(text), sought, mostMatches).map(({ start, end }) => {
    const range = new Range();
    range.setStart(...at(nodes, start));
    range.setEnd(...at(nodes, end - 1, 1));
    return range;
  });
}

/** The text node at a place of all the text, and the place in it. */
function at(
  nodes: readonly { readonly node: Text; readonly start: number }[],
  place: number,
  plus = 0,
): [Text, number] {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (nodes[middle]!.start <= place) low = middle;
    else high = middle - 1;
  }
  const { node, start } = nodes[low]!;
  return [node, Math.min(place - start + plus, node.data.length)];
}
