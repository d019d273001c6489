/**
 * Each door: how long from the first request for the patient's record until the chart is complete, against a floor that
 * asks for the same addresses all at once in the same browser and only parses what comes.
 */
import type { Browser, Page } from 'playwright';
import { people, providers } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { atMost, median, type Figure } from './figures.ts';

interface Seen {
  /** Milliseconds of the page's clock: the patient was asked for, everything has been read. */
  from: number;
  done: number;
  /** What was asked for with a token, and with which headers. */
  readonly asked: { readonly url: string; readonly headers: Readonly<Record<string, string>> }[];
}

/** Watches the page from before its first script. */
const watcher = (): void => {
  const seen: Seen = { from: 0, done: 0, asked: [] };
  Object.assign(globalThis, { chartsideDoor: seen });
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'GET' && request.headers.has('authorization')) {
      if (seen.from === 0 && /\/Patient\/[^/?]+$/.test(request.url)) seen.from = performance.now();
      seen.asked.push({ url: request.url, headers: Object.fromEntries(request.headers) });
    }
    return real(input, init);
  };
  new MutationObserver(() => {
    const contents = document.querySelector('nav')?.textContent ?? '';
    if (seen.done === 0 && /\d/u.test(contents) && !/waiting|reading/iu.test(contents))
      seen.done = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
};

const seenBy = (page: Page): Promise<Seen> =>
  page.evaluate(() => (globalThis as unknown as { chartsideDoor: Seen }).chartsideDoor);

type Enter = (page: Page, running: Running) => Promise<void>;

/** From the app's own address, as a patient whose consent is given already; `chooses` where the app asks whose record. */
const asPatient =
  (label: string, chooses: boolean): Enter =>
  async (page, running) => {
    await page.goto(`${running.appUrl}/`);
    await page.getByRole('button', { name: `Sign in with ${label}`, exact: true }).click();
    if (chooses) await page.getByRole('button', { name: /^David Smith/i }).click();
  };

/** A click on the app in the EHR, by somebody who has signed in there. */
const fromEhr =
  (system?: 'enterprise'): Enter =>
  async (page, { sandbox }) => {
    const [{ username, password }] = providers;
    await page.request.post(`${sandbox.ehrUrl}/sign-in`, { form: { username, password } });
    const query = new URLSearchParams({
      base: 'office',
      patient: people.david.id,
      ...(system && { system }),
    });
    await page.goto(`${sandbox.ehrUrl}/ehr/launch?${query}`);
  };

const doors: readonly (readonly [name: string, enter: Enter])[] = [
  ['Office R4, from the EHR', fromEhr()],
  ['Office R4', asPatient('YourHealthFile (sandbox)', false)],
  ['Office R3', asPatient('YourHealthFile R3 (sandbox)', false)],
  ['Enterprise R4', asPatient('NextGen Enterprise (sandbox)', true)],
  ['Enterprise DSTU2', asPatient('NextGen Enterprise DSTU2 (sandbox)', true)],
  ['Enterprise R4, from the EHR', fromEhr('enterprise')],
];

/** Milliseconds for all addresses at once, parsed and thrown away. */
function floorOf(page: Page, asked: Seen['asked']): Promise<number> {
  return page.evaluate(async (list) => {
    const started = performance.now();
    await Promise.all(
      list.map(({ url, headers }) =>
        fetch(url, { headers, cache: 'no-store' }).then((answer) => answer.json().catch(() => undefined)),
      ),
    );
    return performance.now() - started;
  }, asked);
}

async function once(browser: Browser, running: Running, enter: Enter) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(watcher);
  const page = await context.newPage();
  await enter(page, running);
  const done = page.waitForFunction(
    () => (globalThis as unknown as { chartsideDoor: Seen }).chartsideDoor.done > 0,
    undefined,
    { timeout: 60_000, polling: 250 },
  );
  await done;
  const seen = await seenBy(page);
  await page.waitForTimeout(1000);
  const floor = await floorOf(page, seen.asked);
  await context.close();
  return { whole: seen.done - seen.from, floor, requests: seen.asked.length };
}

/** Figures for every door; `running` holds no requests back and gives consent by itself. */
export async function doorFigures(
  browser: Browser,
  running: Running,
  rounds: number,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [name, enter] of doors) {
    const runs: Awaited<ReturnType<typeof once>>[] = [];
    for (let round = 0; round < Math.min(rounds, 5); round += 1)
      runs.push(await once(browser, running, enter));
    const of = (pick: (run: (typeof runs)[number]) => number): number => median(runs.map(pick));
    figures.push(
      atMost(
        `door ${name}: complete chart`,
        of(({ whole }) => whole),
        'ms',
      ),
      atMost(
        `door ${name}: against its ${of(({ requests }) => requests)} requests at once`,
        of(({ whole, floor }) => whole / floor),
        '×',
      ),
    );
  }
  return figures;
}
