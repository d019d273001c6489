import type { Attachment } from '#fhir/attachment.ts';
import { language, t } from '#i18n/translate.ts';
import { mediaType } from './document-kind.ts';

const oneDigit = (n: number): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(n);

export function sizeText(bytes: number): string {
  if (bytes < 1000) return t('document.bytes', { n: bytes });
  if (bytes < 1_000_000) return t('document.kb', { size: oneDigit(bytes / 1000) });
  return t('document.mb', { size: oneDigit(bytes / 1_000_000) });
}

/** "application/pdf, 120 KB": type and size, as far as they are known. */
export function documentFacts(
  { contentType }: Pick<Attachment, 'contentType'>,
  size: number | undefined,
): string {
  return t('document.facts', {
    type: mediaType(contentType) || t('document.unknown-type'),
    size: size === undefined ? undefined : sizeText(size),
  });
}
