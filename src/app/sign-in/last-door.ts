/**
 * Which system a person signed in to last from this page, kept in this browser so that it comes first the next time: the
 * registry's id of it and nothing else. It says no more of anybody than that this page was used, and can be forgotten.
 */
const key = 'chartside.door';

/** The id, if it is one of those that are on the page. */
export function readLastDoor(ids: readonly string[]): string | undefined {
  try {
    const id = localStorage.getItem(key);
    return ids.find((one) => one === id);
  } catch {
    return undefined;
  }
}

/** Where nothing may be kept the choice is made anew each time. */
export function keepLastDoor(id: string): void {
  try {
    localStorage.setItem(key, id);
  } catch {
    // Full or forbidden: nothing is lost but the order of the page.
  }
}

export function forgetLastDoor(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
