// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FhirError } from '#fhir/failure.ts';
import { readAttachment } from '#fhir/attachment.ts';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { DocumentView } from './DocumentView.tsx';

let drawn: Drawn;
let blobs: Blob[];
beforeEach(() => {
  blobs = [];
  vi.stubGlobal(
    'navigator',
    Object.assign(Object.create(navigator) as Navigator, { pdfViewerEnabled: true }),
  );
  URL.createObjectURL = (blob) => `blob:test/${blobs.push(blob as Blob)}`;
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => {
  drawn.remove();
  vi.unstubAllGlobals();
});

type Fetch = (url: string) => Promise<{ bytes: Uint8Array; contentType: string }>;

async function view(attachment: object, fetchAttachment?: Fetch) {
  const reading = fakeReading({ patientId: 'p1', resources: [] });
  drawn = await renderChart(<DocumentView attachments={[readAttachment(attachment)!]} name="Note" />, {
    reading: { ...reading, ...(fetchAttachment && { fetchAttachment }) },
  });
}
const press = (label: RegExp) =>
  drawn.after(() =>
    [...drawn.box.querySelectorAll('button')].find((one) => label.test(one.textContent))!.click(),
  );

test('@threat-9 a PDF goes into a frame under our own type; whatever can be kept is no page', async () => {
  await view({ contentType: 'application/pdf', data: btoa('%PDF-1.7 …'.replace('…', '')) });
  const frame = drawn.box.querySelector('iframe')!;
  expect(frame.title).toBe('Note (PDF)');
  expect(frame.hasAttribute('sandbox')).toBe(false);
  expect(blobs.map(({ type }) => type).toSorted()).toEqual(['application/octet-stream', 'application/pdf']);
});

test.each([
  ['HTML that says it is PDF', 'application/pdf', '<script>alert(1)</script>', /said to be application\/pdf/],
  ['SVG', 'image/svg+xml', '<svg onload="alert(1)"/>', /cannot be shown here/],
])('@threat-9 %s is never given to the browser as a page', async (_name, contentType, content, says) => {
  await view({ contentType, data: btoa(content) });
  expect(drawn.text()).toMatch(says);
  expect(drawn.box.querySelector('iframe, img, object, embed, svg')).toBeNull();
  expect(blobs.map(({ type }) => type)).toEqual(['application/octet-stream']);
});

test('@threat-9 HTML is shown without its scripts, styles, pictures and links', async () => {
  const html =
    '<h1 onclick="x()">Plan</h1><script>x()</script><img src="http://evil.example/x"><a href="http://evil.example">leave</a><p style="position:fixed">Rest.</p>';
  await view({ contentType: 'text/html', data: btoa(html) });
  expect(drawn.text()).toContain('Plan');
  expect(drawn.text()).toContain('Rest.');
  expect(
    drawn.box.querySelector('.document-html img, .document-html script, .document-html [style]'),
  ).toBeNull();
  expect(drawn.box.querySelector('.document-html [href]')).toBeNull();
});

test('a document at an address is read when the reader asks, and not before', async () => {
  const asked: string[] = [];
  await view({ contentType: 'text/plain', url: 'Binary/1', size: 1200 }, (url) => {
    asked.push(url);
    return Promise.resolve({ bytes: new TextEncoder().encode('Far away'), contentType: 'text/plain' });
  });
  expect(drawn.text()).toContain('text/plain, 1.2 KB');
  expect(asked).toEqual([]);
  await press(/Read this document/);
  expect(asked).toEqual(['Binary/1']);
  expect(drawn.text()).toContain('Far away');
});

test('@threat-7 @threat-10 an address outside the EHR is named, never linked; a failure can be tried again', async () => {
  const failures = [
    { kind: 'broken', status: 0, reason: 'foreign-link' } as const,
    { kind: 'unreachable', reason: 'timeout' } as const,
  ];
  await view({ url: 'http://evil.example/x' }, () => Promise.reject(new FhirError(failures[0]!)));
  await press(/Read this document/);
  expect(drawn.text()).toContain('at an address this app may not read: http://evil.example/x');
  expect(drawn.box.querySelector('a')).toBeNull();
  drawn.remove();
  await view({ url: 'Binary/2' }, () => Promise.reject(new FhirError(failures[1]!)));
  await press(/Read this document/);
  expect(drawn.text()).toContain('The document could not be read. The EHR did not answer in time. Try again');
});

test('data that is no base64 is said to be so', async () => {
  await view({ contentType: 'text/plain', data: '!!!' });
  expect(drawn.text()).toContain('could not be decoded');
});

test('a note of nothing but headings shows as many as a reader can use, and the whole note', async () => {
  await view({ contentType: 'text/plain', data: btoa('AAA\n'.repeat(5000)) });
  expect(drawn.box.querySelectorAll('.document-headings button').length).toBe(200);
  expect(drawn.box.querySelector('.document-text')!.textContent).toBe('AAA\n'.repeat(5000));
});
