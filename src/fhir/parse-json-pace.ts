/** Long work in stretches: a few milliseconds, then a turn for the page. */

/** Work done at a stretch before the page gets a turn. Frames are 16 ms. */
const stretchMs = 8;

/** Gives the page a turn. `scheduler.yield` comes back first; a message comes back without a timer's 4 ms. */
export function takeTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', () => {
      channel.port1.close();
      resolve();
    });
    channel.port1.start();
    channel.port2.postMessage(undefined);
  });
}

export interface Pace {
  /** Whether the stretch is over. */
  isDue(): boolean;
  /** Lets the page have its turn and begins a new stretch. */
  turn(): Promise<void>;
}

export function createPace(turn: () => Promise<void> = takeTurn): Pace {
  let started = performance.now();
  return {
    isDue: () => performance.now() - started > stretchMs,
    async turn() {
      await turn();
      started = performance.now();
    },
  };
}
