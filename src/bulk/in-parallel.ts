/** Resolves once what was left open of one piece of work is at its end. */
export type Ending = () => Promise<void>;

/**
 * Runs `work` over `items`, so many at a time, and what it resolves with beside the lane's next item. The first failure
 * stops new ones, and is told when those under way have ended.
 */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<Ending>,
): Promise<void> {
  const waiting = [...items];
  const failures: unknown[] = [];
  const fail = (error: unknown): void => void failures.push(error);
  const lane = async (): Promise<void> => {
    let ending: Promise<void> = Promise.resolve();
    for (let item = waiting.shift(); item !== undefined && failures.length === 0; item = waiting.shift()) {
      // oxlint-disable-next-line no-await-in-loop -- one lane works one by one
      const end = await work(item).catch(fail);
      // oxlint-disable-next-line no-await-in-loop -- no more than one ending a lane is open
      await ending;
      if (end !== undefined) ending = end().catch(fail);
    }
    await ending;
  };
  await Promise.all(Array.from({ length: width }, lane));
  if (failures.length > 0) throw failures[0];
}
