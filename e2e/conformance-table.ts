/** The table of what SMART App Launch asks of an app, gathered from the sandbox's record and from the browser. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Running } from '#commands/start.ts';

type Recorded = ReturnType<Running['sandbox']['control']['flows']['flows']>[number];
export type Line = Recorded['lines'][number];

/** One line of a kind of flow, over all flows of that kind. */
export interface Row extends Line {
  readonly flow: string;
}

/** A line that only the browser's side can see. */
export function seenInBrowser(flow: string, id: string, asked: string, faults: readonly string[]): Row {
  return { flow, id, asked, held: faults.length === 0, seen: faults.join('; ') || 'as asked' };
}

/** Lines of flows of the same kind become one: held where all held, else with the first that did not. */
export function rowsOf(recorded: readonly Recorded[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { flow, lines } of recorded) {
    const known = new Set<string>();
    for (const each of lines) {
      let key = `${flow} ${each.id} ${each.asked}`;
      while (known.has(key)) key += '+';
      known.add(key);
      if (rows.get(key)?.held !== false) rows.set(key, { flow, ...each });
    }
  }
  return [...rows.values()];
}

/** For `npm run conformance`, which names the folder. */
export async function keepTable(client: string, rows: readonly Row[]): Promise<void> {
  const folder = process.env['CHARTSIDE_CONFORMANCE'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${client}.json`), JSON.stringify(rows));
}

/** Addresses of the tab's history, as the browser keeps them, whole. */
export async function historyOf(page: Page): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { entries } = await devtools.send('Page.getNavigationHistory');
  await devtools.detach();
  return entries.flatMap(({ url, userTypedURL }) => [url, userTypedURL]);
}
