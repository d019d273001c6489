/**
 * `npm run bench [-- --rounds N] [-- --json FILE]`: what the main job costs, against a floor that makes the same
 * unavoidable requests, in turn with it in one run (these machines drift: medians and ratios, no single times).
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { people } from '#sandbox/cast.ts';
import { brokered } from '#commands/start-brokered.ts';
import { brokerFigures } from './broker.ts';
import { flowsheetFigures } from './flowsheet.ts';
import { ccdaFigures } from './ccda.ts';
import { doorFigures } from './doors.ts';
import { asJson, atMost, median, table, type Figure } from './figures.ts';
import { launchAddress } from './launch-address.ts';
import { launchBrowser } from './launch-browser.ts';
import { startUnlimited } from './start-unlimited.ts';
import { launch, type Launch } from './measure.ts';
import { storyFigures } from './story.ts';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, json: { type: 'string' }, build: { type: 'string' } },
});
const rounds = Number(options.rounds);

const browser = await launchBrowser();
const published = process.env['CHARTSIDE_DATA'];
const heavyFolder = published === undefined ? undefined : join(published, 'heavy-r4');
const heavyData = heavyFolder !== undefined && existsSync(heavyFolder) ? [heavyFolder] : [];
const app = await startUnlimited(options.build, heavyData);
const viaBroker = await startUnlimited(options.build, [], brokered('basic'));
const floor = await startUnlimited(resolve('bench/floor'));

const figures: Figure[] = [];
const david = people.david.id;

async function interleaved(delay: number): Promise<void> {
  const times: { app: Launch[]; floor: Launch[]; broker: Launch[] } = { app: [], floor: [], broker: [] };
  for (let round = -1; round < rounds; round += 1) {
    const one: Partial<Record<keyof typeof times, Launch>> = {};
    // Each goes first, second and last equally often.
    for (const place of [0, 1, 2]) {
      const which = (['floor', 'app', 'broker'] as const)[(place + round + 1) % 3] ?? 'floor';
      const running = { floor, app, broker: viaBroker }[which];
      one[which] = await launch(browser, {
        running,
        address: () => launchAddress(running, 'office', david),
        delay,
        whole: which === 'app',
      });
    }
    // The first round warms the servers and is not counted.
    if (round < 0) continue;
    for (const which of ['floor', 'app', 'broker'] as const) {
      const launched = one[which];
      if (launched !== undefined) times[which].push(launched);
    }
  }
  const of = (list: readonly Launch[], pick: (one: Launch) => number | undefined): number =>
    median(list.map((one) => pick(one) ?? Number.NaN));
  const against = (list: readonly Launch[]): number =>
    median(list.map((one, i) => one.banner / (times.floor[i]?.banner ?? Number.NaN)));
  const at = `${delay} ms delay`;
  figures.push(
    atMost(
      `floor: name on the page, ${at}`,
      of(times.floor, (one) => one.banner),
      'ms',
    ),
    atMost(
      `banner, ${at}`,
      of(times.app, (one) => one.banner),
      'ms',
    ),
    atMost(`banner against the floor, ${at}`, against(times.app), '×', 1.3),
    atMost(`banner against the floor by way of the broker, ${at}`, against(times.broker), '×', 1.35),
    atMost(
      `all sections, ${at}`,
      of(times.app, (one) => one.allSections),
      'ms',
    ),
  );
  if (delay > 0) return;
  figures.push(
    atMost('JavaScript on /launch (brotli)', of(times.app, (one) => one.launchScript) / 1000, 'KB', 5),
    atMost(
      'JavaScript until the banner (brotli)',
      of(times.app, (one) => one.bannerScript) / 1000,
      'KB',
      140,
    ),
    atMost(
      'GETs for a whole chart',
      of(times.app, (one) => one.gets),
      '',
      20,
    ),
    atMost(
      'requests on the wire, preflights counted',
      of(times.app, (one) => one.wire),
      '',
    ),
  );
}

async function heavy(): Promise<void> {
  const [found] = app.sandbox.data?.patients ?? [];
  const [base, id] =
    found?.id === undefined ? (['office', people.marguerite.id] as const) : (['data', found.id] as const);
  const runs: Launch[] = [];
  for (let round = 0; round < Math.min(rounds, 5); round += 1) {
    runs.push(
      await launch(browser, {
        running: app,
        address: () => launchAddress(app, base, id),
        delay: 0,
        whole: true,
        rest: true,
      }),
    );
  }
  const name =
    found === undefined ? "heavy chart (the cast's, 3,000 results)" : 'heavy chart (heavy-r4, 6,256 records)';
  figures.push(
    atMost(`${name}: all sections`, median(runs.map((one) => one.allSections ?? Number.NaN)), 'ms'),
    atMost(`${name}: time to interactive`, median(runs.map((one) => one.interactive ?? Number.NaN)), 'ms'),
    atMost(`${name}: longest task`, median(runs.map((one) => one.longestTask)), 'ms', 200),
    atMost(`${name}: peak heap`, median(runs.map((one) => one.heap)), 'MB'),
    ...(await storyFigures(browser, { address: () => launchAddress(app, base, id), name }, rounds)),
  );
}

try {
  await interleaved(0);
  await interleaved(50);
  await heavy();
  figures.push(
    ...(await flowsheetFigures(browser, app, (dataDirs) => startUnlimited(options.build, dataDirs), rounds)),
  );
  figures.push(...(await ccdaFigures(browser, app, rounds)));
  figures.push(...(await doorFigures(browser, app, rounds)));
  figures.push(...(await brokerFigures(rounds)));
} finally {
  await browser.close();
  await Promise.all([app.stop(), viaBroker.stop(), floor.stop()]);
}
process.stdout.write(`${table(figures)}\n\nMedians of ${rounds} rounds, app and floor in turn.\n`);
if (options.json !== undefined) await writeFile(options.json, asJson(figures));
