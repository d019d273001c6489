/** What a screen reader is told of a change that the whole page makes. One line, said once. */
let said = '';
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`. */
export const saidStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  getSnapshot: (): string => said,
};

export function say(text: string): void {
  said = text;
  for (const listener of listeners) listener();
}
