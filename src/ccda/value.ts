/** Values of observations and quantities of everything else (HL7 v3 data types), as they were written. */
import { type Coded, type NarrativeWords, readCoded, readId, referred } from './coded.ts';
import { type DocumentFile, readFile } from './file.ts';
import { type CdaTime, readTime } from './time.ts';
import { at, attribute, children, typeOf, whyNothing, words } from './xml.ts';

/**
 * Pieces of a quantity in reading order: words of its numbers, and units, which are printed otherwise than written; or
 * why there is none.
 */
export type CdaQuantity = readonly (string | { readonly unit: string } | { readonly nullFlavor: string })[];

export type CdaValue =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'quantity'; readonly quantity: CdaQuantity }
  | { readonly kind: 'coded'; readonly coded: Coded }
  | { readonly kind: 'time'; readonly time: CdaTime }
  | { readonly kind: 'boolean'; readonly is: boolean }
  | { readonly kind: 'file'; readonly file: DocumentFile }
  | { readonly kind: 'null'; readonly nullFlavor: string };

/** One `value`, or anything else of a value's type. Undefined where it says nothing. */
export function readValue(element: Element | undefined, narrative: NarrativeWords): CdaValue | undefined {
  if (element === undefined) return undefined;
  return ofType(element, narrative) ?? withoutType(element, narrative) ?? nothing(element);
}

function ofType(element: Element, narrative: NarrativeWords): CdaValue | undefined {
  switch (typeOf(element)) {
    case 'PQ':
    case 'IVL_PQ':
    case 'MO':
    case 'REAL':
    case 'INT':
    case 'IVL_INT':
    case 'IVL_REAL':
      return measured(readQuantity(element));
    case 'RTO':
    case 'RTO_PQ_PQ':
    case 'RTO_QTY_QTY':
      return measured(ratio(element));
    case 'CD':
    case 'CE':
    case 'CV':
    case 'CS':
    case 'CO':
      return coded(element, narrative);
    case 'TS':
    case 'IVL_TS':
    case 'PIVL_TS':
    case 'EIVL_TS':
      return time(element);
    case 'BL':
      return boolean(element);
    case 'ED':
      return file(element, narrative);
    case 'II':
      return said(readId(element).label);
    case 'ST':
      return said(words(element));
    default:
      return undefined;
  }
}

/** Without a type, or with one that is not known here: by what it holds. */
function withoutType(element: Element, narrative: NarrativeWords): CdaValue | undefined {
  if (attribute(element, 'code') !== undefined || at(element, 'originalText'))
    return coded(element, narrative);
  if (attribute(element, 'mediaType') !== undefined) return file(element, narrative);
  return (
    said(words(element)) ??
    measured(readQuantity(element)) ??
    said(referred(element, narrative)) ??
    (children(element, 'translation').length > 0 ? coded(element, narrative) : undefined)
  );
}

function nothing(element: Element): CdaValue | undefined {
  const nullFlavor = whyNothing(element);
  return nullFlavor === undefined ? undefined : { kind: 'null', nullFlavor };
}

function said(text: string | undefined): CdaValue | undefined {
  return text === undefined ? undefined : { kind: 'words', text };
}

function measured(quantity: CdaQuantity | undefined): CdaValue | undefined {
  return quantity === undefined ? undefined : { kind: 'quantity', quantity };
}

function coded(element: Element, narrative: NarrativeWords): CdaValue | undefined {
  const read = readCoded(element, narrative);
  return read?.label === undefined ? undefined : { kind: 'coded', coded: read };
}

function time(element: Element): CdaValue | undefined {
  const read = readTime(element);
  return read === undefined ? undefined : { kind: 'time', time: read };
}

function boolean(element: Element): CdaValue | undefined {
  const value = attribute(element, 'value');
  return value === undefined ? undefined : { kind: 'boolean', is: value === 'true' };
}

function file(element: Element, narrative: NarrativeWords): CdaValue | undefined {
  const plain = referred(element, narrative);
  if (plain !== undefined) return { kind: 'words', text: plain };
  const read = readFile(element);
  return read === undefined ? undefined : { kind: 'file', file: read };
}

/** "5 mg", "≥ 5 mg", "3.5–5 mmol/L", with a translation behind it. Numbers keep the precision they came with. */
export function readQuantity(element: Element | undefined): CdaQuantity | undefined {
  if (element === undefined) return undefined;
  const own = one(element) ?? range(element);
  const translations = children(element, 'translation')
    .map(one)
    .filter((other) => other !== undefined && JSON.stringify(other) !== JSON.stringify(own))
    .flatMap((other, at) => (at === 0 ? other! : [', ', ...other!]));
  if (translations.length === 0) return own;
  return own === undefined ? translations : [...own, ' (', ...translations, ')'];
}

/** A quantity; where it is null, why. */
export function readAmount(element: Element | undefined): CdaQuantity | undefined {
  const nullFlavor = whyNothing(element);
  return readQuantity(element) ?? (nullFlavor === undefined ? undefined : [{ nullFlavor }]);
}

function one(element: Element): CdaQuantity | undefined {
  const value = attribute(element, 'value');
  if (value === undefined) return undefined;
  const unit =
    attribute(element, 'unit') ?? attribute(element, 'currency') ?? words(at(element, 'originalText'));
  // UCUM's unity: a number without a unit.
  return unit === undefined || unit === '1' ? [value] : [value, ' ', { unit }];
}

function range(element: Element): CdaQuantity | undefined {
  const [low, high] = [at(element, 'low'), at(element, 'high')];
  const [from, to] = [low && one(low), high && one(high)];
  const isOpen = (bound: Element | undefined): boolean => attribute(bound, 'inclusive') === 'false';
  if (from !== undefined && to !== undefined) return [...from, ' – ', ...to];
  if (from !== undefined) return [`${isOpen(low) ? '>' : '≥'} `, ...from];
  return to === undefined ? undefined : [`${isOpen(high) ? '<' : '≤'} `, ...to];
}

function ratio(element: Element): CdaQuantity | undefined {
  const [above, below] = [at(element, 'numerator'), at(element, 'denominator')].map(readAmount);
  if (above === undefined && below === undefined) return undefined;
  return [...(above ?? ['?']), ' / ', ...(below ?? ['?'])];
}
