/** Opening a C-CDA document of five megabytes: as large as a decade of care comes, narrative and coded entries. */
import type { Browser, Page } from 'playwright';
import { people } from '#sandbox/cast.ts';
import type { Running } from '#commands/start.ts';
import { atMost, median, type Figure } from './figures.ts';
import { launchAddress } from './launch-address.ts';

const megabytes = 5;
const sections = 20;

/** One row of a section's table and its coded entry, about as vendors write them. */
function rowAndEntry(section: number, row: number): readonly [row: string, entry: string] {
  const id = `s${section}r${row}`;
  const day = `20${String(10 + (row % 15)).padStart(2, '0')}0${1 + (row % 9)}12`;
  return [
    `<tr ID="${id}"><td>Potassium, serum ${row}</td><td styleCode="Bold">${(3 + (row % 30) / 10).toFixed(1)} mmol/L</td>
     <td>3.5 - 5.1</td><td>${day}</td><td><content ID="${id}n">Laboratory, fasting, not hemolyzed</content></td></tr>`,
    `<entry typeCode="DRIV"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.2"/>
     <id root="2.201" extension="${id}"/><code code="2823-3" displayName="Potassium" codeSystem="2.16.840.1.113883.6.1" codeSystemName="LOINC"/>
     <text><reference value="#${id}"/></text><statusCode code="completed"/><effectiveTime value="${day}"/>
     <value xsi:type="PQ" value="4.1" unit="mmol/L"/><interpretationCode code="N" codeSystem="2.16.840.1.113883.5.83"/>
     <referenceRange><observationRange><value xsi:type="IVL_PQ"><low value="3.5" unit="mmol/L"/><high value="5.1" unit="mmol/L"/></value></observationRange></referenceRange>
     </observation></entry>`,
  ];
}

export function largeDocument(): string {
  const sample = rowAndEntry(1, 1).join('').length;
  const rows = Math.ceil((megabytes * 1_000_000) / sample / sections);
  const body = Array.from({ length: sections }, (_one, section) => {
    const made = Array.from({ length: rows }, (_two, row) => rowAndEntry(section, row));
    return `<component><section><code code="30954-2" codeSystem="2.16.840.1.113883.6.1"/><title>Results ${section + 1}</title><text><table border="1">
      <thead><tr><th>Test</th><th>Value</th><th>Range</th><th>Date</th><th>Note</th></tr></thead><tbody>${made.map(([row]) => row).join('')}</tbody>
      </table></text>${made.map(([, entry]) => entry).join('')}</section></component>`;
  });
  return `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><title>Ten years</title>
    <effectiveTime value="20261101"/><component><structuredBody>${body.join('')}</structuredBody></component></ClinicalDocument>`;
}

interface Opening {
  /** Milliseconds from choosing the file until its first section is painted, and until the last stands. */
  readonly readable: number;
  readonly whole: number;
}

/** Watches from the page itself: what drives the browser has times of its own. */
const watcher = (last: string): void => {
  const seen = { from: 0, readable: 0, whole: 0 };
  Object.assign(globalThis, { chartsideOpening: seen });
  const find = (place: string) => document.querySelector(`[data-place="${place}"]`) !== null;
  document.addEventListener('change', () => (seen.from = performance.now()), { capture: true });
  const painted = (which: 'readable' | 'whole'): void => {
    requestAnimationFrame(() => setTimeout(() => (seen[which] ||= performance.now() - seen.from)));
  };
  new MutationObserver(() => {
    if (seen.from === 0) return;
    if (seen.readable === 0 && find('1')) painted('readable');
    if (seen.whole === 0 && find(last)) painted('whole');
  }).observe(document, { subtree: true, childList: true });
};

async function openOnce(page: Page, name: string, buffer: Buffer): Promise<Opening> {
  await page.evaluate(watcher, String(sections));
  await page
    .getByLabel('Open a file from this computer')
    .setInputFiles({ name, mimeType: 'text/xml', buffer });
  await page.waitForFunction(
    () => (globalThis as unknown as { chartsideOpening: Opening }).chartsideOpening.whole > 0,
  );
  return page.evaluate(() => (globalThis as unknown as { chartsideOpening: Opening }).chartsideOpening);
}

export async function ccdaFigures(
  browser: Browser,
  running: Running,
  rounds: number,
): Promise<readonly Figure[]> {
  const buffer = Buffer.from(largeDocument());
  const runs: Opening[] = [];
  for (let round = 0; round < Math.min(rounds, 5); round += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(await launchAddress(running, 'office', people.david.id));
    await page.getByRole('link', { name: /^Notes, documents/ }).click();
    // The reader's code is there from the first note on, as in a chart that is in use.
    const note = Buffer.from(
      '<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Small</title></ClinicalDocument>',
    );
    await page
      .getByLabel('Open a file from this computer')
      .setInputFiles({ name: 'small.xml', mimeType: 'text/xml', buffer: note });
    await page.getByRole('heading', { name: 'Small', exact: true }).waitFor();
    runs.push(await openOnce(page, `large ${round}.xml`, buffer));
    await context.close();
  }
  const size = `C-CDA of ${(buffer.length / 1_000_000).toFixed(1)} MB`;
  return [
    atMost(`${size}: open and readable`, median(runs.map(({ readable }) => readable)), 'ms', 1000),
    atMost(`${size}: every section on the page`, median(runs.map(({ whole }) => whole)), 'ms'),
  ];
}
