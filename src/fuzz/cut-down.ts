/** Cuts a failing input down: the least JSON that still fails in the same way. */

type Holder = Record<string, unknown>;
type Way = readonly string[];

/** Every element and item, the large ones first. */
function waysOf(value: unknown, way: Way = []): readonly Way[] {
  if (typeof value !== 'object' || value === null) return [];
  const here = Object.keys(value).map((key) => [...way, key]);
  return [...here, ...Object.keys(value).flatMap((key) => waysOf((value as Holder)[key], [...way, key]))];
}

function changed(root: unknown, way: Way, change: (holder: Holder, key: string) => void): unknown {
  const copy: unknown = structuredClone(root);
  let at = copy as Holder;
  for (const key of way.slice(0, -1)) {
    const next = at[key];
    if (typeof next !== 'object' || next === null) return undefined;
    at = next as Holder;
  }
  const last = way.at(-1);
  if (last === undefined || !Object.hasOwn(at, last)) return undefined;
  change(at, last);
  return copy;
}

const remove = (holder: Holder, key: string): void => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
};

/** A text's first and its second half. */
const halves = [0, 1].map((half) => (holder: Holder, key: string): void => {
  const text = holder[key];
  if (typeof text !== 'string' || text.length < 2) return remove(holder, key);
  const middle = Math.ceil(text.length / 2);
  holder[key] = half === 0 ? text.slice(0, middle) : text.slice(middle);
});

/**
 * Takes away from `input` what the failure does not need.
 * @param fails whether an input still fails in the same way
 * @param most how often that may be asked
 */
export async function cutDown(
  input: unknown,
  fails: (input: unknown) => Promise<boolean>,
  most = 800,
): Promise<unknown> {
  // A text of its own stands in a list meanwhile, so that it can be halved like any other.
  const bare = typeof input === 'string';
  let least: unknown = bare ? [input] : input;
  let asked = 0;
  const try_ = async (next: unknown): Promise<boolean> => {
    if (next === undefined || asked >= most) return false;
    if (bare && (next as readonly unknown[]).length === 0) return false;
    asked += 1;
    if (!(await fails(bare ? (next as readonly unknown[])[0] : next))) return false;
    least = next;
    return true;
  };
  for (let got = true; got && asked < most;) {
    got = false;
    for (const change of [remove, ...halves]) {
      for (const way of waysOf(least).toSorted((a, b) => a.length - b.length)) {
        const next = changed(least, way, change);
        // oxlint-disable-next-line no-await-in-loop -- each cut is made on what the last one left
        if (await try_(next)) got = true;
      }
    }
  }
  return bare ? (least as readonly unknown[])[0] : least;
}
