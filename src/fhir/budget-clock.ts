/** The time that waiting goes by; tests put their own in its place. */
export interface Clock {
  /** Milliseconds since 1970: the tabs of one browser share it. */
  now(): number;
  /** Runs `task` once after `ms`; the function given back calls it off. */
  after(ms: number, task: () => void): () => void;
}

export const machineClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};
