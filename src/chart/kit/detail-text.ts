/** One value of an element in words, by its datatype; groups and records are drawn, not worded. */
import type { Attachment } from '#fhir/attachment.ts';
import type { Coding } from '#fhir/concept.ts';
import type { DetailValue } from '#fhir/detail-value.ts';
import type { Identifier } from '#fhir/identifiers.ts';
import { quantityText, rangeText, ratioText } from '#fhir/quantity.ts';
import { t } from '#i18n/translate.ts';
import { systemName } from './codings-of.ts';
import { formatDate, formatWhen } from './format.ts';

const joined = (parts: readonly (string | undefined)[], by = ', '): string =>
  parts.filter((part) => part !== undefined && part !== '').join(by);

export function detailText(value: Exclude<DetailValue, { kind: 'group' | 'resource' }>): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'boolean':
      return t(value.value ? 'detail.yes' : 'detail.no');
    case 'when':
      return formatWhen(value.when);
    case 'period':
      return formatWhen({ kind: 'period', ...value.period });
    case 'concept':
      return joined([value.concept.text, ...value.concept.codings.map(codingText)], '\n');
    case 'coding':
      return codingText(value.coding);
    case 'quantity':
      return quantityText(value.quantity);
    case 'range':
      return rangeText(value.range);
    case 'ratio':
      return ratioText(value.ratio);
    case 'reference':
      return joined(
        [value.reference.display, value.reference.reference, value.reference.identifier?.value],
        '\n',
      );
    case 'identifier':
      return identifierText(value.identifier);
    case 'name':
      return joined([
        value.name.label,
        value.name.use,
        value.name.period && formatWhen({ kind: 'period', ...value.name.period }),
      ]);
    case 'address':
      return joined(
        [
          ...value.address.lines,
          value.address.lines.join('\n') === value.address.text ? undefined : value.address.text,
          value.address.use,
          value.address.period && formatWhen({ kind: 'period', ...value.address.period }),
        ],
        '\n',
      );
    case 'telecom':
      return joined([value.telecom.value, value.telecom.system, value.telecom.use]);
    case 'annotation':
      return joined(
        [
          value.annotation.text,
          joined([value.annotation.author, value.annotation.time && formatDate(value.annotation.time)]),
        ],
        '\n',
      );
    case 'attachment':
      return attachmentText(value.attachment);
    case 'bytes':
      return t('detail.bytes', { n: Math.floor((value.characters * 3) / 4) });
    case 'narrative':
      return joined([value.status, t('detail.narrative')], ': ');
    case 'too-deep':
      return t('detail.too-deep');
  }
}

function codingText({ display, system, version, code }: Coding): string {
  const named = joined([system === undefined ? undefined : systemName(system), code], ' ');
  return joined([display, named, version && t('detail.version', { version })]);
}

function identifierText({ value, type, system, use, assigner, period }: Identifier): string {
  return joined(
    [
      joined([value, type?.label, use]),
      system,
      assigner,
      period && formatWhen({ kind: 'period', ...period }),
    ],
    '\n',
  );
}

function attachmentText({ title, contentType, size, url, creation }: Attachment): string {
  return joined([
    title ?? t('detail.attachment'),
    contentType,
    size === undefined ? undefined : t('detail.bytes', { n: size }),
    creation && formatDate(creation),
    url,
  ]);
}
