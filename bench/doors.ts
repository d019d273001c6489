/**
 * Each door: how long from the token until the chart is complete, over a network with a delay, against a floor: a bare
 * page that asks for the patient, then for all the same addresses at once, and only parses what comes.
 */
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright';
import { people, providers } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { atMost, median, table, type Figure } from './figures.ts';
import { launchBrowser } from './launch-browser.ts';
import { startUnlimited } from './start-unlimited.ts';

interface Seen {
  /** Milliseconds of the page's clock: a token came, or the record was chosen after it; everything has been read. */
  token: number;
  done: number;
  /** What was asked for with a token, and with which headers. */
  readonly asked: { readonly url: string; readonly headers: Readonly<Record<string, string>> }[];
}

/** Watches the page from before its first script. */
const watcher = (): void => {
  const seen: Seen = { token: 0, done: 0, asked: [] };
  Object.assign(globalThis, { chartsideDoor: seen });
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    if (seen.done === 0 && request.method === 'GET' && request.headers.has('authorization'))
      seen.asked.push({ url: request.url, headers: Object.fromEntries(request.headers) });
    const answer = real(input, init);
    if (request.method === 'POST' && /token(?:$|\?)/.test(request.url))
      void answer.then(() => (seen.token = performance.now()));
    return answer;
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
    if (!chooses) return;
    const person = page.getByRole('button', { name: /^David Smith/i });
    await person.waitFor();
    // Here the token leaves open whose record it is: a person chooses, and that takes as long as it takes.
    await page.evaluate(() => {
      (globalThis as unknown as { chartsideDoor: { token: number } }).chartsideDoor.token = performance.now();
    });
    await person.click();
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

/** Milliseconds added to every request, by the browser. */
const delay = 50;

/** What a complete chart may take of its floor's time. */
const most = 2;

const doors: readonly (readonly [name: string, enter: Enter])[] = [
  ['Office R4, from the EHR', fromEhr()],
  ['Office R4', asPatient('YourHealthFile (sandbox)', false)],
  ['Office R3', asPatient('YourHealthFile R3 (sandbox)', false)],
  ['Enterprise R4', asPatient('NextGen Enterprise (sandbox)', true)],
  ['Enterprise DSTU2', asPatient('NextGen Enterprise DSTU2 (sandbox)', true)],
  ['Enterprise R4, from the EHR', fromEhr('enterprise')],
];

/** A page of the app's origin without the app, in a context of its own: nothing is cached, no preflight is saved. */
async function floorOf(browser: Browser, running: Running, asked: Seen['asked']): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${running.appUrl}/smart-config.json`);
  await slow(context, page);
  const took = await page.evaluate(async (list) => {
    const get = ({ url, headers }: (typeof list)[number]): Promise<unknown> =>
      fetch(url, { headers, cache: 'no-store' }).then((answer) => answer.json().catch(() => undefined));
    const [first, ...others] = list;
    const started = performance.now();
    if (first !== undefined) await get(first);
    await Promise.all(others.map(get));
    return performance.now() - started;
  }, asked);
  await context.close();
  return took;
}

async function slow(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: delay,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}

async function once(browser: Browser, running: Running, enter: Enter) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(watcher);
  const page = await context.newPage();
  await slow(context, page);
  await enter(page, running);
  await page.waitForFunction(
    () => (globalThis as unknown as { chartsideDoor: Seen }).chartsideDoor.done > 0,
    undefined,
    { timeout: 60_000, polling: 250 },
  );
  const seen = await seenBy(page);
  const floor = await floorOf(browser, running, seen.asked);
  await context.close();
  return { whole: seen.done - seen.token, floor, requests: seen.asked.length };
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
    const requests = of((run) => run.requests);
    figures.push(
      atMost(
        `door ${name}: token to complete chart (${requests} requests)`,
        of(({ whole }) => whole),
        'ms',
      ),
      atMost(
        `door ${name}: against its floor`,
        of(({ whole, floor }) => whole / floor),
        '×',
        most,
      ),
    );
  }
  return figures;
}

/**
 * `npm run bench -- doors [--rounds N] [--build DIR]`: the doors alone.
 * @param args of the command line
 */
export async function benchDoors(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string', default: '5' }, build: { type: 'string' } },
  });
  const browser = await launchBrowser();
  const running = await startUnlimited(values.build);
  try {
    process.stdout.write(`${table(await doorFigures(browser, running, Number(values.rounds)))}\n`);
  } finally {
    await browser.close();
    await running.stop();
  }
}
