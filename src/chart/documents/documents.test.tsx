// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { david } from '#sandbox/people/david.ts';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { Documents } from './Documents.tsx';
import '#chart/kit/RecordDetails.tsx';

let drawn: Drawn;
beforeEach(() => {
  URL.createObjectURL = () => 'blob:test/1';
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => drawn.remove());

async function documents(resources: readonly unknown[], path = '/chart/documents', states = {}) {
  drawn = await renderChart(<Documents />, { reading: personReading(resources, { states }), path });
}
const withForm = (type: string) =>
  david().find(
    (one) =>
      one.resourceType === 'DocumentReference' && JSON.stringify(one).includes(`"contentType":"${type}"`),
  )!;

test('notes and the reports that came as documents, each once', async () => {
  await documents(david());
  const sent = david().filter((one) => one.resourceType === 'DocumentReference' || 'presentedForm' in one);
  const links = [...drawn.box.querySelectorAll('tbody a')].map((link) => link.getAttribute('href'));
  expect(new Set(links).size).toBe(sent.length);
  expect(links.some((link) => link?.includes('DiagnosticReport'))).toBe(true);
});

test('an open note is read in place, its details below', async () => {
  await documents(david(), `/chart/documents/DocumentReference/${withForm('text/html').id}`);
  const panel = drawn.box.querySelector('aside')!;
  expect(panel.querySelector('.document-html')!.textContent.length).toBeGreaterThan(50);
  for (const said of ['Author', 'Document status', 'Kind', 'Visit', 'Download'])
    expect(panel.textContent).toContain(said);
});

test('of several forms of one document the reader chooses', async () => {
  const several = david().find(
    (one) =>
      one.resourceType === 'DocumentReference' && Array.isArray(one['content']) && one['content'].length > 1,
  )!;
  await documents(david(), `/chart/documents/DocumentReference/${several.id}`);
  const forms = [...drawn.box.querySelectorAll<HTMLButtonElement>('.document-form')];
  expect(forms.map((form) => form.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
  await drawn.after(() => forms[1]!.click());
  expect(drawn.box.querySelector('.document-text')).not.toBeNull();
});

test('notes that were not shared are not said to be none, though a report’s document is there', async () => {
  const refused = { DocumentReference: { state: 'not-shared', by: 'scope' } };
  await documents(david(), '/chart/documents', refused);
  expect(drawn.text()).toContain('Part of this list was not shared with this app.');
  expect(drawn.box.querySelectorAll('tbody a').length).toBeGreaterThan(0);
});
