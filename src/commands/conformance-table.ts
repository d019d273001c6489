/** A line of the record of flows, as `e2e/conformance-record.spec.ts` keeps it. */
export interface Row {
  readonly flow: string;
  readonly id: string;
  readonly asked: string;
  readonly seen: string;
  readonly held: boolean;
}

/** The ways a client can be registered, each of which is walked through. */
export const registrations = ['public', 'basic', 'private_key_jwt'] as const;

const flows: Readonly<Record<string, string>> = {
  'ehr-launch': 'EHR launch',
  standalone: 'Standalone launch',
  refresh: 'Refresh',
  'sign-out': 'Sign-out',
  callback: 'Callbacks that nobody asked for',
  any: 'Everywhere',
  stray: 'Token requests that belong to no flow',
};

/**
 * The table in words, and how many of its lines held. A registration that was not walked through, or a flow of it that
 * was not seen, counts as a line that did not hold: what was not looked at is not kept.
 */
export function conformanceTable(tables: ReadonlyMap<string, readonly Row[]>): {
  readonly text: string;
  readonly held: number;
  readonly all: number;
} {
  const lines: string[] = [];
  const rows: Row[] = [];
  for (const registration of registrations) {
    lines.push('', `A client registered as ${registration}`);
    const table = tables.get(registration) ?? [];
    for (const [flow, name] of Object.entries(flows)) {
      const found = table.filter((row) => row.flow === flow);
      const missing = { flow, id: '', asked: 'this flow is walked through', seen: 'not seen', held: false };
      const shown = found.length === 0 && flow !== 'stray' ? [missing] : found;
      if (shown.length > 0) lines.push(`  ${name}`);
      for (const row of shown) {
        const { id, asked, seen, held } = row;
        lines.push(`    ${held ? 'held    ' : 'NOT HELD'}  ${id.padEnd(14)}  ${asked}  [${seen}]`);
        rows.push(row);
      }
    }
  }
  lines.push(
    '',
    '† a SHALL of the guide that the certification kits list and do not test; ours: asked by this project.',
  );
  return { text: `${lines.join('\n')}\n`, held: rows.filter(({ held }) => held).length, all: rows.length };
}
