// @vitest-environment jsdom
/** C-CDA documents that HL7 and vendors have published open whole: nothing of their words is lost, nothing of them runs. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseXml } from '#ui/trusted-types.ts';
import { openClinicalDocument } from '#ccda/clinical-document.ts';
import { repaired } from '#ccda/repair.ts';
import { DocumentBytes } from '#chart/kit/document/DocumentBytes.tsx';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import './ClinicalDocumentView.tsx';

const folder = process.env['CHARTSIDE_DATA'] ?? '';
const sets = ['ccda-hl7', 'ccda-vendors'].filter((set) => folder !== '' && existsSync(join(folder, set)));
const files = sets.flatMap((set) =>
  readdirSync(join(folder, set), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file): [string, string] => [`${set}: ${file.name}`, join(file.parentPath, file.name)]),
);

let drawn: Drawn | undefined;
beforeEach(() => {
  Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true, configurable: true });
  URL.createObjectURL = () => 'blob:test/1';
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => drawn?.remove());

/** Every text node of every narrative of the source, blanks made one. */
function narrativeWords(xml: string): readonly string[] {
  const first = parseXml(xml);
  const source = first.querySelector('parsererror') === null ? first : parseXml(repaired(xml));
  expect(source.querySelector('parsererror')).toBeNull();
  const texts = [...source.getElementsByTagNameNS('*', 'section')].flatMap((section) =>
    [...section.children].filter(({ localName }) => localName === 'text'),
  );
  return texts.flatMap((text) => {
    const walker = source.createTreeWalker(text, 4 | 8);
    const found: string[] = [];
    while (walker.nextNode()) found.push(oneLine(walker.currentNode.nodeValue ?? ''));
    return found.filter((one) => one !== '');
  });
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

test.skipIf(files.length === 0).each(files)('@threat-9 %s', async (_name, path) => {
  const bytes = new Uint8Array(readFileSync(path));
  const xml = new TextDecoder().decode(bytes);
  const wanted = narrativeWords(xml);
  const opened = openClinicalDocument(xml, parseXml);
  expect(opened).toHaveProperty('document');
  drawn = await renderChart(<DocumentBytes bytes={bytes} contentType="text/xml" name="Document" />, {
    reading: fakeReading({ patientId: 'p1', resources: [] }),
  });
  // In the source's own order, each after the one before it.
  const page = oneLine([...drawn.box.querySelectorAll('.cda-narrative')].map(textWithin).join(' '));
  let from = 0;
  for (const text of wanted) {
    const found = page.indexOf(text, from);
    expect(found, `"${text.slice(0, 80)}" on the page`).toBeGreaterThanOrEqual(0);
    from = found + text.length;
  }
  expect(drawn.box.querySelector('.cda')).not.toBeNull();
  const foreign = 'script, object, embed, link, style, base, form, img[src^="http"], a[href]:not([download])';
  expect(drawn.box.querySelector(foreign)).toBeNull();
  const handlers = [...drawn.box.querySelectorAll('*')].flatMap((one) =>
    one.getAttributeNames().filter((name) => name.startsWith('on')),
  );
  expect(handlers).toEqual([]);
});

/** The text of an element with a blank at the end of every node, as the words stand apart on the page. */
function textWithin(element: Element): string {
  const walker = document.createTreeWalker(element, 4);
  const found: string[] = [];
  while (walker.nextNode()) found.push(walker.currentNode.nodeValue ?? '');
  return found.join(' ');
}

test.skipIf(files.length === 0)('the sets are what they are said to be', () => {
  expect(files.length).toBeGreaterThan(100);
});
