/**
 * What every story shares: a sandbox of its own for each worker, and assertions that hold over every request and every
 * page of every test (security-relevant ones: no story has to remember them).
 */
import {
  test as base,
  expect,
  type BrowserContext,
  type ConsoleMessage,
  type Page,
  type Request,
} from '@playwright/test';
import { start, type Running } from '#commands/start.ts';

/** What went on in one test's browser, over all its tabs. */
export class Witness {
  /** console.error and uncaught exceptions that no story announced. */
  readonly errors: string[] = [];
  readonly violations: string[] = [];
  readonly requests: Request[] = [];
  /** Console errors a story expects: the browser itself logs failed requests. */
  readonly expected: RegExp[] = [];

  expectErrors(...patterns: readonly RegExp[]): void {
    this.expected.push(...patterns);
  }
}

interface Worker {
  /** Neither the app nor the sandbox counts requests: for the stories that are not about the EHR's limit. */
  readonly unlimited: boolean;
  readonly farm: Running;
}
interface Each {
  readonly witness: Witness;
  /** The sandbox, back at its defaults. */
  readonly sandbox: Running['sandbox'];
  readonly appUrl: string;
}

function watch(context: BrowserContext, witness: Witness): void {
  const onPage = (page: Page): void => {
    page.on('console', (message: ConsoleMessage) => {
      const text = message.text();
      if (/Content.Security.Policy|Trusted ?Types?|TrustedHTML|TrustedScript/i.test(text))
        witness.violations.push(text);
      if (message.type() === 'error' && page.url() !== 'about:blank')
        witness.errors.push(`${text} @ ${message.location().url}`);
    });
    page.on('pageerror', (error) => witness.errors.push(`uncaught: ${error.message}`));
  };
  for (const page of context.pages()) onPage(page);
  context.on('page', onPage);
  context.on('request', (request) => witness.requests.push(request));
}

/** Only these prefixes may carry the token (security-checks row 7). */
function mayCarryToken(url: string, sandbox: Running['sandbox']): boolean {
  const bases = ['/api/fhir/r4', '/api/ccda', '/data/fhir/r4'].map((path) => sandbox.fhirUrl + path);
  return bases.some(
    (prefix) => url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`),
  );
}

function withoutLimits(config: string): string {
  const parsed = JSON.parse(config) as { systems: Record<string, unknown>[] };
  for (const system of parsed.systems) delete system['rateLimit'];
  return JSON.stringify(parsed);
}

export const test = base.extend<Each, Worker>({
  unlimited: [true, { scope: 'worker', option: true }],
  farm: [
    async ({ unlimited }, use) => {
      const build = process.env['CHARTSIDE_BUILD'];
      const farm = await start({
        appPort: 0,
        ehrPort: 0,
        fhirPort: 0,
        ...(build === undefined ? {} : { build }),
        ...(unlimited ? { changeConfig: withoutLimits } : {}),
      });
      await use(farm);
      await farm.stop();
    },
    { scope: 'worker' },
  ],
  sandbox: async ({ farm, unlimited }, use) => {
    farm.sandbox.control.reset();
    if (unlimited) farm.sandbox.control.switches.requestsPerMinute = 0;
    await use(farm.sandbox);
  },
  appUrl: async ({ farm }, use) => use(farm.appUrl),
  witness: [
    async ({ context, farm, sandbox }, use) => {
      const witness = new Witness();
      watch(context, witness);
      await use(witness);
      const here = new Set([farm.appUrl, sandbox.ehrUrl, sandbox.fhirUrl].map((url) => new URL(url).origin));
      const unexpected = witness.errors.filter(
        (error) => !witness.expected.some((pattern) => pattern.test(error)),
      );
      expect(unexpected, 'errors in the console').toEqual([]);
      expect(witness.violations, 'violations of the content security policy').toEqual([]);
      const elsewhere = witness.requests.filter(
        ({ url }) => /^https?:/.test(url()) && !here.has(new URL(url()).origin),
      );
      expect(
        elsewhere.map((request) => request.url()),
        'requests to other hosts',
      ).toEqual([]);
      const leaks: string[] = [];
      for (const request of witness.requests) {
        const { authorization } = request.headers();
        if (authorization !== undefined && !mayCarryToken(request.url(), sandbox)) leaks.push(request.url());
      }
      expect(leaks, 'requests that carry a token outside the FHIR base').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
