import { describe, expect, test } from 'vitest';
import { decodeText, documentKind, fileName } from './document-kind.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const png = '\u0089PNG\r\n\u001a\n....';

describe('what a document is', () => {
  test.each([
    ['%PDF-1.7', 'application/pdf', { kind: 'pdf' }],
    ['<html>', 'application/pdf', { kind: 'other', mismatch: true }],
    ['%PDF-1.7', undefined, { kind: 'pdf' }],
    ['%PDF-1.7', 'application/octet-stream', { kind: 'pdf' }],
    ['%PDF-1.7', 'text/html', { kind: 'html' }],
    ['<p>', 'text/html; charset=utf-8', { kind: 'html' }],
    ['<p>', undefined, { kind: 'other', mismatch: false }],
    ['{\\rtf1', 'application/rtf', { kind: 'rtf' }],
    ['plain', 'text/rtf', { kind: 'other', mismatch: true }],
    [png, 'image/png', { kind: 'image', type: 'image/png' }],
    [png, 'image/jpeg', { kind: 'image', type: 'image/png' }],
    ['<svg', 'image/svg+xml', { kind: 'other', mismatch: false }],
    ['<svg', 'image/png', { kind: 'other', mismatch: true }],
    ['II*', 'image/tiff', { kind: 'other', mismatch: false }],
    ['hello', 'text/plain', { kind: 'text' }],
    ['<ClinicalDocument', 'application/xml', { kind: 'clinical' }],
    ['{"a":1}', 'application/json', { kind: 'source' }],
    ['<?xml version="1.0"?><ClinicalDocument >', 'text/plain', { kind: 'clinical' }],
    ['<ClinicalDocument', 'application/hl7-v3+xml', { kind: 'clinical' }],
    ['PK', 'application/zip', { kind: 'other', mismatch: false }],
  ] as const)('%j said to be %s', (content, type, kind) => {
    expect(documentKind(bytes(content), type)).toEqual(kind);
  });
});

test('text is read in its stated character set, else as UTF-8, else as Windows writes it', () => {
  const utf8 = new TextEncoder().encode('Müller');
  expect(decodeText(utf8, 'text/plain')).toBe('Müller');
  expect(decodeText(bytes('M\u00fcller'), 'text/plain')).toBe('Müller');
  expect(decodeText(bytes('M\u00fcller'), 'text/plain; charset=iso-8859-1')).toBe('Müller');
  expect(decodeText(utf8, 'text/plain; charset=nonsense')).toBe('Müller');
});

test('a file name leads nowhere and ends as its type does', () => {
  expect(fileName('../../etc/passwd', 'text/html')).toBe('etc passwd.html');
  expect(fileName('Letter.PDF', 'application/pdf')).toBe('Letter.PDF');
  expect(fileName('', undefined)).toBe('document');
  expect(fileName('Letter', 'constructor')).toBe('Letter');
  expect(fileName('Letter', '__proto__')).toBe('Letter');
  expect(fileName('a\u202Egnp.exe', undefined)).not.toContain('\u202E');
});
