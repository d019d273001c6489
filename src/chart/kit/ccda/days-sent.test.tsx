// @vitest-environment jsdom
/** Which day somebody was born on, and died on, for a reader far west of where the document was written. */
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DocumentBytes } from '#chart/kit/document/DocumentBytes.tsx';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import './ClinicalDocumentView.tsx';

/** Before anything is formatted: what a zone's dates are formatted with is made once. */
const zone = vi.hoisted(() => {
  const before = process.env['TZ'];
  process.env['TZ'] = 'America/Los_Angeles';
  return before;
});
afterAll(() => {
  process.env['TZ'] = zone;
});

let drawn: Drawn;
beforeEach(() => {
  globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
});
afterEach(() => drawn.remove());

async function show(birthTime: string, deceased = ''): Promise<void> {
  const xml = `<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Summary</title>
    <effectiveTime value="20260218010000-0500"/>
    <recordTarget><patientRole><patient><name><given>Ann</given><family>Lee</family></name>
    <birthTime ${birthTime}/>${deceased}</patient></patientRole></recordTarget>
    <component><structuredBody/></component></ClinicalDocument>`;
  drawn = await renderChart(
    <DocumentBytes bytes={new TextEncoder().encode(xml)} contentType="text/xml" name="Document" />,
    { reading: fakeReading({ patientId: 'p1', resources: [] }) },
  );
}
const birthFact = (): string | null | undefined =>
  [...drawn.box.querySelectorAll('.facts > div')]
    .find((fact) => fact.querySelector('dt')?.textContent === 'Birth date')
    ?.querySelector('dd')?.textContent;

test.each([
  ['value="19750501000000-0500"', 'born May 1, 1975', 'May 1, 1975, 00:00'],
  ['value="19750501013000Z"', 'born May 1, 1975', 'May 1, 1975, 01:30'],
  ['value="19750501"', 'born May 1, 1975', 'May 1, 1975'],
  ['value="197505"', 'born May 1975', 'May 1975'],
  ['value="05/01/1975"', 'born 05/01/1975', '05/01/1975'],
  ['nullFlavor="UNK"', 'born unknown', 'unknown'],
])('a birth time of %s keeps the day that was sent', async (sent, line, fact) => {
  await show(sent);
  expect(drawn.box.querySelector('.cda-whose, .cda-warning dd')?.textContent).toBe(`Ann Lee, ${line}`);
  expect(birthFact()).toBe(fact);
});

test('a day of death is the one that was sent', async () => {
  const deceased = '<deceasedTime xmlns="urn:hl7-org:sdtc" value="20200301003000-0500"/>';
  await show('value="19750501"', deceased);
  expect(drawn.box.querySelector('.cda-whose, .cda-warning dd')?.textContent).toBe(
    'Ann Lee, born May 1, 1975, deceased Mar 1, 2020',
  );
});

test('a moment of the document itself is in the reader’s zone', async () => {
  await show('value="19750501"');
  expect(drawn.text()).toMatch(/Feb 17, 2026, 10:00\sPM/);
});
