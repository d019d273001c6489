/**
 * What the views over the whole chart cost with the heavy patient: opening the timeline, a keystroke of find in chart,
 * and whether opening every section twice leaves anything behind.
 */
import type { Browser, Page } from 'playwright';
import { atMost, median, percentile, type Figure } from './figures.ts';

interface Heavy {
  /** Where the EHR sends the browser. */
  readonly address: () => Promise<string>;
  readonly name: string;
}

async function openHeavy(browser: Browser, { address }: Heavy): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(await address());
  const allRead = page.getByRole('status').filter({ hasText: /^All \d+ sections have been read\.$/ });
  await allRead.waitFor({ state: 'attached', timeout: 60_000 });
  await rested(page);
  return page;
}

/** Until no task has been long for a second: what was read is being made into lists. */
async function rested(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, 1000);
        new PerformanceObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, 1000);
        }).observe({ type: 'longtask' });
      }),
  );
}

/** Milliseconds from a click in the navigation until the section has been painted. */
async function openingTime(page: Page, link: string, ready: string): Promise<number> {
  return page.evaluate(
    ([href, selector]) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        document.querySelector<HTMLElement>(`nav a[href="${href}"]`)?.click();
        const look = (): void => {
          if (document.querySelector(selector) === null) return void requestAnimationFrame(look);
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
        };
        look();
      }),
    [link, ready] as const,
  );
}

const typed = 'potasium gluc';

/** A key that finds nothing for so long is no slow answer but none. */
const mostPatience = 5_000;

/** Milliseconds from each key until what it found has been painted: the field says the key, and options stand below. */
async function keystrokes(page: Page): Promise<readonly number[]> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  // The index is made in slices too short for a long task, and the dialog says so meanwhile.
  await page.getByText('Still preparing to find…').waitFor({ state: 'hidden', timeout: 60_000 });
  await rested(page);
  const times: number[] = [];
  for (const [at, key] of Array.from(typed).entries()) {
    const time = page.evaluate(
      ([text, patience]) =>
        new Promise<number>((resolve, reject) => {
          addEventListener(
            'keydown',
            () => {
              const started = performance.now();
              const isAnswered = (): boolean =>
                document.querySelector<HTMLInputElement>('[role="combobox"]')?.value === text &&
                document.querySelector('#find-results [role="option"]') !== null;
              const look = (): void => {
                if (isAnswered()) {
                  // Looked at before a frame is painted, told after it has been.
                  setTimeout(() => resolve(performance.now() - started));
                } else if (performance.now() - started > patience) {
                  reject(new Error('nothing was found'));
                } else requestAnimationFrame(look);
              };
              requestAnimationFrame(look);
            },
            { once: true, capture: true },
          );
        }),
      [typed.slice(0, at + 1), mostPatience] as const,
    );
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    times.push(await time);
  }
  await page.keyboard.press('Escape');
  return times;
}

/** Megabytes of heap after everything that can be collected has been. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

async function eachSection(page: Page): Promise<void> {
  const places = await page
    .locator('nav a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const place of places) {
    await page.locator(`nav a[href="${place}"]`).click();
    await page.waitForURL((url) => url.pathname === place);
    await page.locator('main h1').waitFor();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
  }
}

export async function storyFigures(
  browser: Browser,
  heavy: Heavy,
  rounds: number,
): Promise<readonly Figure[]> {
  const [timeline, keys]: [number[], number[]] = [[], []];
  for (let round = 0; round < Math.min(rounds, 5); round += 1) {
    const page = await openHeavy(browser, heavy);
    timeline.push(await openingTime(page, '/chart/timeline', '.timeline-table'));
    await rested(page);
    keys.push(...(await keystrokes(page)));
    await page.context().close();
  }
  const page = await openHeavy(browser, heavy);
  // The first walk loads the code and makes what is kept on purpose: lists, indexes, formats.
  await eachSection(page);
  const once = await heap(page);
  await eachSection(page);
  const twice = await heap(page);
  await page.context().close();
  return [
    atMost(`${heavy.name}: timeline, click to painted`, median(timeline), 'ms', 300),
    atMost(`${heavy.name}: find in chart, keystroke to result`, median(keys), 'ms', 50),
    atMost(`${heavy.name}: find in chart, 95 of 100 keystrokes`, percentile(keys, 95), 'ms', 50),
    atMost(`${heavy.name}: find in chart, slowest keystroke`, Math.max(...keys), 'ms', 100),
    atMost(`${heavy.name}: heap after every section once`, once, 'MB'),
    atMost(`${heavy.name}: heap after every section twice, against once`, twice / once, '×', 1.02),
  ];
}
