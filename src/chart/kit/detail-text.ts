/** One value of an element in words, by its datatype; groups and records are drawn, not worded. */
import type { Attachment } from '#fhir/attachment.ts';
import type { Coding } from '#fhir/concept.ts';
import type { DetailValue } from '#fhir/detail-value.ts';
import type { Identifier } from '#fhir/identifiers.ts';
import type { Address } from '#fhir/addresses.ts';
import type { HumanName } from '#fhir/names.ts';
import { type Quantity, quantityText, type Ratio, rangeText } from '#fhir/quantity.ts';
import type { Reference } from '#fhir/reference.ts';
import { t } from '#i18n/translate.ts';
import { systemName } from './codings-of.ts';
import { formatDate, formatWhen } from './format.ts';

const joined = (parts: readonly (string | number | false | undefined)[], by = ', '): string =>
  parts.filter((part) => part !== undefined && part !== '' && part !== false && part !== 0).join(by);

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
      return quantityWords(value.quantity);
    case 'range':
      return rangeText(value.range);
    case 'ratio':
      return ratioText(value.ratio);
    case 'reference':
      return referenceText(value.reference);
    case 'identifier':
      return identifierText(value.identifier);
    case 'name':
      return nameText(value.name);
    case 'address':
      return addressText(value.address);
    case 'telecom':
      return joined([
        value.telecom.value,
        value.telecom.system,
        value.telecom.use,
        value.telecom.rank && t('detail.rank', { rank: value.telecom.rank }),
        value.telecom.period && formatWhen({ kind: 'period', ...value.telecom.period }),
      ]);
    case 'annotation':
      return joined(
        [
          value.annotation.text,
          joined([value.annotation.author, value.annotation.time && formatDate(value.annotation.time)]),
          value.annotation.authorReference?.reference,
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

function codingText({ display, system, version, code, userSelected }: Coding): string {
  const named = joined([system === undefined ? undefined : systemName(system), code], ' ');
  return joined([
    display,
    named,
    version && t('detail.version', { version }),
    userSelected && t('detail.user-selected'),
  ]);
}

function ratioText({ numerator, denominator }: Ratio): string {
  return [numerator, denominator]
    .map((part) => (part === undefined ? '' : quantityText(part)))
    .join(' / ')
    .trim();
}

/** A unit's code where it is written differently, and whose code it is where there is none. */
function quantityWords(quantity: Quantity): string {
  const { unit, code, system } = quantity;
  const coded = code !== undefined && code === unit;
  return joined([
    quantityText(quantity),
    !coded && joined([system === undefined ? undefined : systemName(system), code], ' '),
  ]);
}

function referenceText({ display, reference, type, identifier }: Reference): string {
  const isSaid = type === undefined || reference?.includes(type) === true;
  return joined(
    [display, reference, isSaid ? undefined : type, identifier && identifierText(identifier)],
    '\n',
  );
}

/** A name's text may leave out what its parts say: then both. */
function nameText({ label, prefix, given, family, suffix, use, period }: HumanName): string {
  const parts = [...prefix, ...given, family, ...suffix].filter((part) => part !== undefined);
  const said = label.split(/\s+/);
  const isWhole = parts.every((part) => part.split(/\s+/).every((word) => said.includes(word)));
  return joined([
    label,
    isWhole ? undefined : parts.join(' '),
    use,
    period && formatWhen({ kind: 'period', ...period }),
  ]);
}

function addressText({ lines, text, use, type, period }: Address): string {
  return joined(
    [
      ...lines,
      lines.join('\n') === text ? undefined : text,
      joined([use, type]),
      period && formatWhen({ kind: 'period', ...period }),
    ],
    '\n',
  );
}

function identifierText(identifier: Identifier): string {
  const { value, type, system, use, assigner, assignerReference, period } = identifier;
  return joined(
    [
      joined([value, type?.label, use]),
      system,
      assigner,
      assignerReference === assigner ? undefined : assignerReference,
      period && formatWhen({ kind: 'period', ...period }),
    ],
    '\n',
  );
}

function attachmentText(attachment: Attachment): string {
  const { title, contentType, language, size, hash, url, creation } = attachment;
  return joined([
    title ?? t('detail.attachment'),
    contentType,
    language,
    size === undefined ? undefined : t('detail.bytes', { n: size }),
    creation && formatDate(creation),
    url,
    hash && t('detail.hash', { hash }),
  ]);
}
