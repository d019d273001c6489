/**
 * What diagnostics says, once: the page and the report to copy are both made of it. Nothing of a record gets in, for
 * nothing is taken from one but counts, and nothing from an address but the type that was asked for.
 */
export type Verdict = 'good' | 'note' | 'fault';

export interface Line {
  readonly name: string;
  readonly value: string;
  readonly verdict?: Verdict;
  /** What to do about it. */
  readonly todo?: string;
  /** An address or an id of the configuration: for the screen alone. */
  readonly shown?: string;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Part {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly table?: Table;
}

const marks: Readonly<Record<Verdict, string>> = { good: 'ok', note: '!', fault: 'X' };

/** The report as text, a line each. */
export function reportText(title: string, parts: readonly Part[]): string {
  const blocks = parts.map(({ title: heading, lines, table }) =>
    [
      `== ${heading}`,
      ...lines.map(
        ({ name, value, verdict }) =>
          `${verdict === undefined ? '' : `[${marks[verdict]}] `}${name}: ${value}`,
      ),
      ...(table === undefined ? [] : [table.head, ...table.rows].map((row) => row.join(' | '))),
    ].join('\n'),
  );
  return [title, ...blocks].join('\n\n');
}

/** How many lines of a part say that there is something to do, or to know. */
export function countOf(parts: readonly Part[], verdict: Verdict): number {
  return parts.flatMap(({ lines }) => lines).filter((line) => line.verdict === verdict).length;
}
