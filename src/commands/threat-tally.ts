/**
 * Which of the known threats (docs/security.md) are closed, read from the results of the tests: a test names the threat
 * it closes by `@threat-N`, as a Playwright tag or in its title.
 */

/** Rows of docs/security.md. */
export const threatCount = 25;

export interface ThreatRow {
  readonly threat: number;
  readonly passed: number;
  /** Names of tests that failed, were skipped or did not come to an end. */
  readonly open: readonly string[];
}

/** One test as a runner told of it. `tags` may repeat what the name says. */
export interface TestOutcome {
  readonly name: string;
  readonly tags: readonly string[];
  readonly passed: boolean;
}

/** Vitest's JSON report, as far as it is read here. */
export interface UnitReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

interface Suite {
  readonly title: string;
  readonly specs?: readonly {
    readonly title: string;
    readonly tags: readonly string[];
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly Suite[];
}

/** Playwright's JSON report, as far as it is read here. */
export interface BrowserReport {
  readonly suites: readonly Suite[];
  /** Files that could not be read, and the like: what stood in them has not run. */
  readonly errors: readonly unknown[];
}

/** What a unit run told of its tests. */
export function unitOutcomes({ testResults }: UnitReport): readonly TestOutcome[] {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ fullName, status }) => ({ name: fullName, tags: [], passed: status === 'passed' }));
}

/** What a browser run told of its tests; one that ran in several projects passed only if it passed in each. */
export function browserOutcomes({ suites }: BrowserReport): readonly TestOutcome[] {
  const inside = (suite: Suite): readonly TestOutcome[] => [
    ...(suite.specs ?? []).map(({ title, tags, tests }) => ({
      name: `${suite.title} › ${title}`,
      // A tag reaches the report without its `@`.
      tags: tags.map((tag) => `@${tag.replace(/^@/, '')}`),
      passed: tests.length > 0 && tests.every(({ status }) => status === 'expected'),
    })),
    ...(suite.suites ?? []).flatMap(inside),
  ];
  return suites.flatMap(inside);
}

/** What did not run could have been about any threat: it leaves all of them open. */
function untold(name: string): TestOutcome {
  const tags = Array.from({ length: threatCount }, (_, index) => `@threat-${index + 1}`);
  return { name, tags, passed: false };
}

/** What both runs told; undefined is a run that told nothing. */
export function outcomesOf(
  unit: UnitReport | undefined,
  browser: BrowserReport | undefined,
): readonly TestOutcome[] {
  const unread = (unit?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return [
    ...(unit === undefined ? [untold('the unit tests, which have not run')] : unitOutcomes(unit)),
    ...unread.map(({ name }) => untold(`${name}, which could not be read`)),
    ...(browser === undefined
      ? [untold('the tests in the browser, which have not run')]
      : browserOutcomes(browser)),
    ...(browser?.errors.length ? [untold('tests in the browser that could not be read')] : []),
  ];
}

function threatsOf({ name, tags }: TestOutcome): ReadonlySet<number> {
  const words = [name, ...tags].join(' ');
  return new Set([...words.matchAll(/@threat-(\d+)(?!\d)/g)].map((match) => Number(match[1])));
}

/** A row for every threat, in order. Tags that name no row are a mistake: they are told as a row of their own. */
export function threatRows(outcomes: readonly TestOutcome[]): readonly ThreatRow[] {
  const named = outcomes.map((outcome) => ({ outcome, threats: threatsOf(outcome) }));
  const strange = named.flatMap(({ threats }) => [...threats]).filter((threat) => threat > threatCount);
  const all = [...Array.from({ length: threatCount }, (_, index) => index + 1), ...new Set(strange)];
  return all.map((threat) => {
    const mine = named.filter(({ threats }) => threats.has(threat)).map(({ outcome }) => outcome);
    return {
      threat,
      passed: mine.filter(({ passed }) => passed).length,
      open: mine.filter(({ passed }) => !passed).map(({ name }) => name),
    };
  });
}

/** Closed: there are tests, and every one of them ran and passed. */
export function isClosed({ passed, open }: ThreatRow): boolean {
  return passed > 0 && open.length === 0;
}

/** What is said of the threats: a line for each that is open, the count last. */
export function threatLines(rows: readonly ThreatRow[]): readonly string[] {
  const open = rows.filter((row) => !isClosed(row));
  const closed = rows.filter((row) => isClosed(row) && row.threat >= 1 && row.threat <= threatCount);
  return [
    ...open.map(({ threat, passed, open: tests }) =>
      tests.length === 0
        ? `threat ${threat}: no test names it`
        : `threat ${threat}: ${passed} passed, not: ${tests.join(' · ')}`,
    ),
    `${closed.length} of ${threatCount} threats closed`,
  ];
}

/** Whether every row is closed, and no test names a threat there is no row for. */
export function allClosed(rows: readonly ThreatRow[]): boolean {
  return rows.every(isClosed) && rows.length === threatCount;
}
