/** A measured figure, beside what it should be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** "≤ 5"; undefined where a figure is for information. */
  readonly goal: string | undefined;
  readonly met: boolean | undefined;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The least value that so many of a hundred do not pass (nearest rank). */
export function percentile(values: readonly number[], of: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((of / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** A figure that should not be more than `most`. */
export function atMost(name: string, value: number, unit: string, most?: number): Figure {
  const rounded = Math.round(value * 100) / 100;
  if (most === undefined) return { name, value: rounded, unit, goal: undefined, met: undefined };
  return { name, value: rounded, unit, goal: `≤ ${most}`, met: rounded <= most };
}

/** A figure that should not be less than `least`. */
export function atLeast(name: string, value: number, unit: string, least: number): Figure {
  const rounded = Math.round(value * 100) / 100;
  return { name, value: rounded, unit, goal: `≥ ${least}`, met: rounded >= least };
}

/** The figures for a program: every one has all five members, `null` where there is no goal to meet. */
export function asJson(figures: readonly Figure[]): string {
  const whole = figures.map(({ name, value, unit, goal = null, met = null }) => ({
    name,
    value,
    unit,
    goal,
    met,
  }));
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** The figures as a Markdown table, for the terminal and the README alike. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, goal, met }) => [
    name,
    `${value} ${unit}`.trim(),
    goal ?? '',
    met === undefined ? '' : met ? 'met' : 'NOT met',
  ]);
  const head = ['figure', 'reached', 'goal', ''];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}
