/** Measuring in a real browser: one launch, its times, bytes, requests, tasks and memory. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright';
import type { Running } from '#commands/start.ts';

export interface Launch {
  /** Milliseconds from opening the launch address until the patient's name stands in the banner. */
  readonly banner: number;
  /** …until every section has been read; undefined for the floor, which has none. */
  readonly allSections: number | undefined;
  /** Bytes of JavaScript as they came over the wire (brotli): run on /launch, and run until the banner. */
  readonly launchScript: number;
  readonly bannerScript: number;
  /** Requests at the FHIR server: GETs, and everything with the preflights. */
  readonly gets: number;
  readonly wire: number;
  /** Longest task of the main thread in the chart's page, from its start until it has come to rest, in milliseconds. */
  readonly longestTask: number;
  /**
   * Milliseconds until every section has been read and the last long task (over 50 ms) is over; undefined where `rest`
   * was not asked for.
   */
  readonly interactive: number | undefined;
  /** The most JavaScript heap that was seen, MB: looked at ten times a second with `rest`, else once at the end. */
  readonly heap: number;
}

export interface LaunchOptions {
  readonly running: Running;
  /** Where the EHR would send the browser. */
  readonly address: () => Promise<string>;
  /** Milliseconds added to every request, by the browser. */
  readonly delay: number;
  /** Wait for every section, too. */
  readonly whole: boolean;
  /** Stay until the page has come to rest, and watch its heap. */
  readonly rest?: boolean;
}

/** Watches the page from before its first script: when the banner names somebody, and how long tasks were. */
const watcher = (): void => {
  const seen = { banner: 0, done: 0, scriptBytes: 0, tasks: [] as { at: number; ms: number }[] };
  Object.assign(globalThis, { chartsideBench: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.tasks.push({ at: performance.timeOrigin + entry.startTime, ms: entry.duration });
  }).observe({ type: 'longtask', buffered: true });
  // Told, not asked for: a page that is polled answers instead of going on.
  const tell = (what: 'banner' | 'done'): void =>
    (globalThis as unknown as { chartsideTell(what: string): void }).chartsideTell(what);
  const look = (): void => {
    const banner = document.querySelector('header');
    // "SMITH, DAVID": nothing else that stands there before the patient does has a comma.
    if (seen.banner === 0 && /\p{L}, \p{L}/u.test(banner?.textContent ?? '')) {
      seen.banner = Date.now();
      // Fetched ahead or not, from the cache or not: what this page has loaded of scripts until now, as compressed.
      const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const scripts = loaded.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
      seen.scriptBytes = scripts.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
      tell('banner');
    }
    // The table of contents says of every section whether it has been read.
    const contents = document.querySelector('nav')?.textContent ?? '';
    if (seen.done === 0 && /\d/u.test(contents) && !/waiting|reading/iu.test(contents)) {
      seen.done = Date.now();
      tell('done');
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
};

interface Seen {
  readonly banner: number;
  readonly done: number;
  readonly scriptBytes: number;
  readonly tasks: readonly { readonly at: number; readonly ms: number }[];
}

/** The main thread has come to rest when no long task was seen for this long. */
const restMs = 2000;

/** The end of the last long task, once the page has come to rest; `since` where there was none after it. */
async function atRest(page: Page, since: number): Promise<{ readonly seen: Seen; readonly end: number }> {
  for (;;) {
    const seen = await page.evaluate(
      () => (globalThis as unknown as { chartsideBench: Seen }).chartsideBench,
    );
    const end = Math.max(since, ...seen.tasks.map(({ at, ms }) => at + ms));
    if (Date.now() - end > restMs) return { seen, end };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Looks at the heap ten times a second until stopped; gives the most that was seen, in bytes. */
function watchHeap(devtools: CDPSession): () => Promise<number> {
  let most = 0;
  let going = true;
  const watching = (async () => {
    while (going) {
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      most = Math.max(most, usedSize);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return async () => {
    going = false;
    await watching;
    return most;
  };
}

/** Listens for what the watcher tells by way of the debugger: waits for one of the two, and gives what was seen then. */
async function listen(page: Page, devtools: CDPSession): Promise<(what: 'banner' | 'done') => Promise<Seen>> {
  const told = new Map(
    (['banner', 'done'] as const).map((what) => [what, Promise.withResolvers<void>()] as const),
  );
  devtools.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === 'chartsideTell') told.get(payload as 'banner' | 'done')?.resolve();
  });
  await devtools.send('Runtime.enable');
  await devtools.send('Runtime.addBinding', { name: 'chartsideTell' });
  return async (what) => {
    const late = new Promise<never>((_, fail) => {
      setTimeout(() => fail(new Error(`The page never told "${what}".`)), 120_000).unref();
    });
    await Promise.race([told.get(what)?.promise, late]);
    return page.evaluate(() => (globalThis as unknown as { chartsideBench: Seen }).chartsideBench);
  };
}

/** How long the machine is left alone after a launch. */
const settleMs = 1000;

/** One launch in a fresh browser context (cold caches, one sign-in session each). */
export async function launch(browser: Browser, options: LaunchOptions): Promise<Launch> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(watcher);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  if (options.delay > 0) {
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: options.delay,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }
  const scripts: { bytes: number; page: string }[] = [];
  const ends: Promise<void>[] = [];
  page.on('response', (response) => {
    const request = response.request();
    if (request.resourceType() !== 'script') return;
    const from = new URL(page.url()).pathname;
    ends.push(
      request
        .sizes()
        .then(({ responseBodySize }) => {
          scripts.push({ bytes: responseBodySize, page: from });
        })
        .catch(() => undefined),
    );
  });
  options.running.sandbox.control.received = [];
  const address = await options.address();
  const heapSeen = options.rest === true ? watchHeap(devtools) : undefined;
  const once = await listen(page, devtools);
  const started = Date.now();
  await page.goto(address, { waitUntil: 'commit' });
  let seen = await once('banner');
  const banner = seen.banner - started;
  if (options.whole) seen = await once('done');
  const rest = options.rest === true ? await atRest(page, seen.done) : undefined;
  if (rest !== undefined) seen = rest.seen;
  const heap = (await heapSeen?.()) ?? (await devtools.send('Runtime.getHeapUsage')).usedSize;
  await Promise.all(ends);
  const fhir = options.running.sandbox.control.received.filter(({ server }) => server === 'fhir');
  const sum = (list: typeof scripts): number => list.reduce((total, { bytes }) => total + bytes, 0);
  const result: Launch = {
    banner,
    allSections: options.whole ? seen.done - started : undefined,
    launchScript: sum(scripts.filter((script) => script.page === '/launch' || script.page === '')),
    bannerScript: seen.scriptBytes,
    gets: fhir.filter(({ method }) => method === 'GET').length,
    wire: fhir.length,
    longestTask: Math.max(0, ...seen.tasks.map(({ ms }) => ms)),
    interactive: rest && rest.end - started,
    heap: heap / 1e6,
  };
  await context.close();
  // What a closed page leaves to be done is none of the next one's time.
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  return result;
}
