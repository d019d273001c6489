/** One requirement on one flow of a SMART app, as the sandbox saw it kept or broken. */
export interface Line {
  /**
   * The certification test kits' requirement ids (SMART App Launch STU2.2); with † a SHALL of the guide that the kits
   * list and do not test; `ours` where this project asks for more.
   */
  readonly id: string;
  /** What is asked of the app, in words. */
  readonly asked: string;
  /** What was seen. Never a whole code, token or secret. */
  readonly seen: string;
  readonly held: boolean;
}

/** A line from a value that is either as wanted or shown as what stood in its place. */
export function line(id: string, asked: string, held: boolean, seen: string | undefined): Line {
  const text = seen === undefined || seen === '' ? 'nothing' : seen;
  return { id, asked, seen: text.length > 100 ? `${text.slice(0, 90)}… (${text.length})` : text, held };
}

/** A value that may be secret, as a record may hold it. */
export function veiled(value: string | undefined): string {
  return value === undefined || value === '' ? 'nothing' : `${value.length} characters`;
}
