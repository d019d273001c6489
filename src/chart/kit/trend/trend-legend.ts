/** The names of lines that share a drawing: above it, where no line runs. */
import { characterWidth } from './letters.ts';

export interface Legend {
  /** Line by line: where its sample begins, and its name as far as there is room. */
  readonly items: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  /** Pixels that it takes at the top. */
  readonly height: number;
}

/** A line's sample, and what stands between it and the name. */
export const sampleWidth = 28;
const [between, rowHeight] = [16, 18];

/** One beside the other, in as many rows as they need; a name longer than a row is cut, and read out whole. */
export function legendOf(names: readonly string[], width: number): Legend {
  if (names.length < 2) return { items: [], height: 0 };
  const most = Math.max(1, Math.floor((width - sampleWidth) / characterWidth));
  let [x, row] = [0, 0];
  const items = names.map((name) => {
    const said = name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
    const own = sampleWidth + said.length * characterWidth;
    if (x > 0 && x + own > width) [x, row] = [0, row + 1];
    const item = { name: said, x, y: row * rowHeight + rowHeight / 2 };
    x += own + between;
    return item;
  });
  return { items, height: (row + 1) * rowHeight };
}
