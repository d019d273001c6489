/**
 * The flowsheet with 3,000 and with 30,000 results: how long until its first values stand after the click that asks for
 * it, and how many frames of a long scroll both ways take more than 50 ms.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { people } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { atMost, median, type Figure } from './figures.ts';
import { launchAddress } from './launch-address.ts';

const patientId = 'bench-thirty-thousand';
const [tests, dates] = [100, 300];

/** One made-up person with a hundred tests on each of three hundred days: 30,000 results, in no report. */
async function writeThirtyThousand(folder: string): Promise<void> {
  const subject = { reference: `Patient/${patientId}` };
  const resources: object[] = [
    {
      resourceType: 'Patient',
      id: patientId,
      name: [{ family: 'BENCH', given: ['THIRTY'] }],
      gender: 'female',
      birthDate: '1950-01-01',
    },
  ];
  for (let day = 0; day < dates; day += 1) {
    const effectiveDateTime = new Date(Date.UTC(2016, 10, 1 + day * 12, 12)).toISOString();
    for (let test = 0; test < tests; test += 1) {
      const value = 100 + ((day * 7 + test * 13) % 60);
      resources.push({
        resourceType: 'Observation',
        id: `bench-${day}-${test}`,
        status: 'final',
        category: [
          {
            coding: [
              {
                system: 'http://terminology.hl7.org/CodeSystem/observation-category',
                code: 'laboratory',
              },
            ],
          },
        ],
        code: { coding: [{ system: 'urn:chartside:bench', code: `t${test}` }], text: `Test ${test}` },
        subject,
        effectiveDateTime,
        valueQuantity: { value, unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' },
        referenceRange: [{ low: { value: 105, unit: 'mg/dL' }, high: { value: 150, unit: 'mg/dL' } }],
      });
    }
  }
  await mkdir(folder, { recursive: true });
  const entry = resources.map((resource) => ({ resource }));
  await writeFile(
    join(folder, 'bench.json'),
    JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }),
  );
}

/** In the page: clicks "By date", and gives the milliseconds until the first values are painted. */
async function firstPaint(page: Page): Promise<number> {
  return page.getByRole('button', { name: 'By date' }).evaluate(
    (button) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        const look = (): void => {
          if (document.querySelector('[role="grid"] td a') === null) return;
          observer.disconnect();
          // Two frames on, what was put into the page has been painted.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true });
        (button as HTMLElement).click();
      }),
  );
}

/** In the page: scrolls to the oldest date, back, and down and up; gives the time of each frame. */
async function scrolled(page: Page): Promise<readonly number[]> {
  return page.getByRole('grid').evaluate(
    (grid) =>
      new Promise<number[]>((resolve) => {
        const box = grid.parentElement!;
        const times: number[] = [];
        const [wide, high] = [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight];
        const steps = 60;
        let [frame, last] = [0, performance.now()];
        const next = (now: number): void => {
          if (frame > 0) times.push(now - last);
          last = now;
          const part = frame / steps;
          if (part <= 1) box.scrollLeft = wide * part;
          else if (part <= 2) box.scrollTop = high * (part - 1);
          else if (part <= 3) box.scrollLeft = wide * (3 - part);
          else return resolve(times);
          frame += 1;
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
  );
}

async function measured(
  browser: Browser,
  running: Running,
  base: 'office' | 'data',
  id: string,
  rounds: number,
) {
  const [paints, slow, longest, totals]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(await launchAddress(running, base, id));
    await page
      .getByText(/^All \d+ sections have been read\.$/)
      .waitFor({ state: 'attached', timeout: 300_000 });
    await page
      .getByRole('navigation', { name: 'Sections' })
      .getByRole('link', { name: /^Laboratory/ })
      .click();
    await page.getByRole('button', { name: 'By date' }).waitFor({ timeout: 120_000 });
    paints.push(await firstPaint(page));
    const frames = await scrolled(page);
    slow.push(frames.filter((ms) => ms > 50).length);
    longest.push(Math.max(...frames));
    totals.push(frames.length);
    await context.close();
  }
  return { paint: median(paints), slow: median(slow), longest: median(longest), frames: median(totals) };
}

/**
 * @param app a running app with the cast
 * @param startWith starts another one over a folder of records
 */
export async function flowsheetFigures(
  browser: Browser,
  app: Running,
  startWith: (dataDirs: readonly string[]) => Promise<Running>,
  rounds: number,
): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'chartside-bench-'));
  await writeThirtyThousand(folder);
  const large = await startWith([folder]);
  try {
    const few = Math.min(rounds, 3);
    const three = await measured(browser, app, 'office', people.marguerite.id, few);
    const thirty = await measured(browser, large, 'data', patientId, few);
    return [
      { name: 'flowsheet of 3,000 results', of: three },
      { name: 'flowsheet of 30,000 results', of: thirty },
    ].flatMap(({ name, of }) => [
      atMost(`${name}: first paint`, of.paint, 'ms'),
      atMost(`${name}: frames over 50 ms, of ${of.frames} of a scroll both ways`, of.slow, ''),
      atMost(`${name}: longest frame`, of.longest, 'ms'),
    ]);
  } finally {
    await large.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
