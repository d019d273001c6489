/** What a visit leaves behind, in the browser's history, in requests and in the server's log; who may hold the window. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { callbackPaths, people } from '#sandbox/cast.ts';
import { openWholeChart } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import {
  chooseInMenu,
  expectChartOf,
  goToPortal,
  launchFromEhr,
  openAsPatient,
  openRenewAndSignOut,
  openSection,
} from './steps.ts';

/** The tab's history at the app's addresses, as the browser keeps it. */
async function historyAt(page: Page, origin: string) {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return entries.filter(({ url }) => url.startsWith(origin));
}

test(
  'after every flow the history holds routes of the app and nobody’s name',
  { tag: '@threat-12' },
  async ({ page, sandbox, appUrl }) => {
    const expectClean = async (flow: string): Promise<void> => {
      await page.goto(`${sandbox.ehrUrl}/portal`);
      const ours = await historyAt(page, appUrl);
      expect(ours.length, flow).toBeGreaterThan(0);
      for (const { url, title } of ours) {
        expect(url, flow).toMatch(
          /^http:\/\/127\.0\.0\.1:\d+(\/|\/launch|\/callback\/sandbox|\/chart(\/[\w-]+)*)$/,
        );
        expect(title, flow).not.toMatch(/smith|david|1974|428946492|canary/i);
      }
    };
    await page.goto(`${appUrl}/launch?iss=https%3A%2F%2Fevil.example&launch=canary-launch`);
    await expect(page.getByRole('main')).toContainText('Support code L21');
    await expectClean('a refused launch');
    await page.goto(`${appUrl}${callbackPaths.realm}?code=canary-code&state=canary-state#canary`);
    await expect(page.getByRole('main')).toContainText('Support code S35');
    await expectClean('a forged callback');
    await goToPortal(page, appUrl);
    await expectClean('a sign-in given up');
    await openAsPatient(page, appUrl);
    await openSection(page, 'Allergies');
    await page
      .getByRole('row', { name: /Penicillin G/ })
      .getByRole('link')
      .first()
      .click();
    await expect(page).toHaveURL(/AllergyIntolerance/);
    await openSection(page, 'Medications');
    await chooseInMenu(page, 'Sign out');
    await expect(page.getByText('You are signed out.')).toBeVisible();
    await expectClean('signing in, reading, signing out');
  },
);

test(
  'every request to another host is made to be neither kept, nor followed elsewhere, nor known by a cookie',
  { tag: '@threat-13' },
  async ({ page, sandbox, appUrl }) => {
    interface Asked {
      readonly url: string;
      readonly cache: string;
      readonly credentials: string;
      readonly redirect: string;
    }
    const asked: Asked[] = [];
    await page.context().exposeFunction('tellRequest', (one: Asked) => void asked.push(one));
    await page.addInitScript(() => {
      const real = globalThis.fetch;
      globalThis.fetch = (input, init) => {
        // As the browser understands it, defaults filled in.
        const { url, cache, credentials, redirect } = new Request(input, init);
        const { tellRequest } = globalThis as unknown as { tellRequest: (one: object) => Promise<void> };
        tellRequest({ url, cache, credentials, redirect }).catch(() => undefined);
        return real(input, init);
      };
    });
    await openRenewAndSignOut(page, sandbox, appUrl);

    const away = asked.filter(({ url }) => !url.startsWith(`${appUrl}/`));
    for (const [what, ending] of [
      ['records', /\/r4\/Patient\/\d+$/],
      ['tokens', /\/openid-connect\/token$/],
      ['the end of tokens', /\/openid-connect\/revoke$/],
      ['the style', /Style\w*\.json/],
    ] as const)
      expect(away.filter(({ url }) => ending.test(url)).length, what).toBeGreaterThan(0);
    const loose = away.filter(
      ({ cache, credentials, redirect }) =>
        cache !== 'no-store' || credentials !== 'omit' || redirect !== 'error',
    );
    expect(loose).toEqual([]);
  },
);

test(
  'the server’s log names nobody, and holds no code and no token',
  { tag: '@threat-14' },
  async ({ page, sandbox, appUrl, witness }) => {
    // App and sandbox run in this process: what they say goes this way.
    let log = '';
    const streams = [process.stdout, process.stderr] as const;
    const real = streams.map((stream) => stream.write.bind(stream));
    streams.forEach((stream, index) => {
      stream.write = ((chunk: string | Uint8Array, ...rest: []) => {
        log += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
        return real[index]!(chunk, ...rest);
      }) as typeof stream.write;
    });
    try {
      process.stderr.write('');
      await launchFromEhr(page, sandbox, people.david);
      await page.goto(`${appUrl}${callbackPaths.realm}?code=canary-code&state=canary-state`);
      await page.request.post(`${appUrl}/?name=SMITH`, { data: 'HF428946492' });
      process.stdout.write('\u200B');
    } finally {
      streams.forEach((stream, index) => (stream.write = real[index]!));
    }
    witness.expectErrors(/404/);
    expect(log, 'the log is heard').toContain('\u200B');
    expect(log).not.toMatch(/smith|david|1974-03-14|HF428946492|penicillin|canary-code/i);
    const secrets = witness.requests.flatMap((request) => {
      const form = new URLSearchParams(request.method() === 'POST' ? (request.postData() ?? '') : '');
      const bearer = witness.authorization(request)?.replace(/^Bearer /, '') ?? '';
      return [bearer, ...['code', 'refresh_token', 'code_verifier'].map((name) => form.get(name) ?? '')];
    });
    const said = [...new Set(secrets)].filter((secret) => secret.length > 16);
    expect(said.length).toBeGreaterThan(2);
    expect(said.filter((secret) => log.includes(secret))).toEqual([]);
  },
);

test(
  'no page can frame the app, and whoever opened it holds nothing of it',
  { tag: '@threat-19' },
  async ({ browser, appUrl }) => {
    // Not watched: that a frame is refused stands in the console as a violation, which is what this is about.
    const context = await browser.newContext();
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes("frame-ancestors 'none'")) refused.push(message.text());
    });
    const paths = ['/', '/launch', '/chart'];
    const stranger = createServer((request, response) => {
      const frames = ['/within', ...paths.map((path) => appUrl + path)];
      const body =
        request.url === '/'
          ? `<title>Embedding</title>${frames.map((url) => `<iframe src="${url}"></iframe>`).join('')}`
          : '<p>A page that may be framed.</p>';
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(body);
    });
    // Another site than the app's, as the sandbox is.
    await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
    const embedding = `http://localhost:${(stranger.address() as AddressInfo).port}`;
    await page.goto(`${embedding}/`);
    await expect(page.frameLocator('iframe').first().getByText('A page that may be framed.')).toBeVisible();
    await expect
      .poll(() =>
        page
          .frames()
          .slice(1)
          .map((frame) => frame.url()),
      )
      .toEqual([`${embedding}/within`, ...paths.map(() => 'chrome-error://chromewebdata/')]);
    await expect.poll(() => refused.length).toBe(paths.length);

    const opens = context.waitForEvent('page');
    await page.evaluate(
      (url) => void Object.assign(globalThis, { held: window.open(url, 'chart') }),
      `${appUrl}/`,
    );
    const app = await opens;
    await expect(app.getByRole('heading', { name: 'Open a health record' })).toBeVisible();
    expect(await app.evaluate(() => window.opener === null)).toBe(true);
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as { held: Window }).held.closed))
      .toBe(true);
    await context.close();
    await new Promise((done) => stranger.close(done));
  },
);

/** Hosts in the app's files that nobody asks anything of: names of code systems and of XML languages, and hints for programmers. */
const namesOnly =
  /^((www\.)?(w3|hl7|loinc)\.org|terminology\.hl7\.org|snomed\.info|unitsofmeasure\.org|www\.nlm\.nih\.gov|www\.ama-assn\.org|react\.dev|mui\.com|reactrouter\.com|file\.invalid|localhost)$/;

/** Opened by a reader's click alone, in a tab of its own (story `patient-words`). */
const linksOnly = /^connect\.medlineplus\.gov$/;

/** The same in the files of one library each: pdf.js names XML languages and has samples in its texts, ucum-lhc its home. */
const namesOfLibraries: readonly (readonly [file: RegExp, names: RegExp])[] = [
  [/^pdf/, /^(example\.com|foo\.bar|www\.xfa\.org|ns\.adobe\.com)$/],
  [/^ucum/, /^github\.com$/],
];

test(
  'nothing that the build made is fetched from anybody else',
  { tag: '@threat-20' },
  async ({ page, sandbox, appUrl, witness }) => {
    const folder = process.env['CHARTSIDE_BUILD'] ?? join(import.meta.dirname, '../dist/app');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(html|css|js|svg|json)$/.test(entry.name))
      .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }));
    expect(files.length).toBeGreaterThan(5);
    const hosts = new Set<string>();
    for (const { name, text } of files) {
      if (/\.(html|css|svg)$/.test(name))
        expect(
          text.match(
            /(?:\b(?:href|src|action)\s*=\s*["']?|url\(\s*["']?|@import\s+["']?)(?:https?:)?\/\/[^\s"')]+/gi,
          ),
          name,
        ).toBeNull();
      else
        for (const [, host] of text.matchAll(/(?:https?|wss?):\/\/([\w.-]+\.[\w-]+|localhost)/g))
          if (!namesOfLibraries.some(([file, names]) => file.test(name) && names.test(host!)))
            hosts.add(host!);
      expect(
        text.match(/\b(?:import|from|importScripts|Worker)\s*\(?\s*["'`](?:https?:)?\/\//g),
        name,
      ).toBeNull();
    }
    expect([...hosts].filter((host) => !namesOnly.test(host) && !linksOnly.test(host))).toEqual([]);

    // And none is, in a chart that is opened and read (the rule over every test says so for all of them).
    await openWholeChart(page, sandbox);
    await expectChartOf(page, people.david);
    expect(new Set(witness.requests.map((request) => new URL(request.url()).origin))).toEqual(
      new Set([appUrl, sandbox.ehrUrl, sandbox.fhirUrl]),
    );
  },
);
