import { expect, test } from 'vitest';
import { pdfGaps } from './pdf-gaps.ts';

test.each([
  ['%PDF-1.7 /Filter /DCTDecode', []],
  ['%PDF-1.7 /Filter /JBIG2Decode', ['JBIG2']],
  ['%PDF-1.7 /Filter [/FlateDecode/JPXDecode] //JBIG2Decod', ['JPEG 2000']],
])('%s', (file, gaps) => {
  expect(pdfGaps(new TextEncoder().encode(file))).toEqual(gaps);
});
