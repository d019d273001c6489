/** What a C-CDA document says of times, codes, people and absence, in the reader's words. */
import type { Coded, InstanceId } from '#ccda/coded.ts';
import type { Party } from '#ccda/party.ts';
import type { CdaPoint, CdaTime } from '#ccda/time.ts';
import type { CdaQuantity, CdaValue } from '#ccda/value.ts';
import { parseDateTime } from '#fhir/dates.ts';
import { printedUnit } from '#fhir/printed-unit.ts';
import { t } from '#i18n/translate.ts';
import { joined } from '#chart/kit/fact-words.ts';
import { formatDate, formatDay, formatWhen } from '#chart/kit/format.ts';
import type { PlainKey } from '#chart/kit/words.ts';

const nullFlavors = {
  NI: 'ccda.null.NI',
  INV: 'ccda.null.INV',
  DER: 'ccda.null.DER',
  OTH: 'ccda.null.OTH',
  NINF: 'ccda.null.NINF',
  PINF: 'ccda.null.PINF',
  UNC: 'ccda.null.UNC',
  MSK: 'ccda.null.MSK',
  NA: 'ccda.null.NA',
  UNK: 'ccda.null.UNK',
  ASKU: 'ccda.null.ASKU',
  NAV: 'ccda.null.NAV',
  NASK: 'ccda.null.NASK',
  NAVU: 'ccda.null.NAVU',
  QS: 'ccda.null.QS',
  TRC: 'ccda.null.TRC',
  NP: 'ccda.null.NP',
} as const satisfies Readonly<Record<string, PlainKey>>;

/** Why a value is not there (HL7 v3 NullFlavor); a code that is not known as it came. */
export function nullWords(code: string): string {
  return Object.hasOwn(nullFlavors, code)
    ? t(nullFlavors[code as keyof typeof nullFlavors])
    : t('ccda.null.other', { code });
}

/** What something is called; where that is not said, why not. */
export function codedWords(coded: Coded | undefined): string {
  if (coded === undefined) return '';
  const own = coded.label ?? (coded.nullFlavor === undefined ? '' : nullWords(coded.nullFlavor));
  const qualified = coded.qualifiers.map(({ name, value }) => joined([name?.label, value?.label], ': '));
  return joined([own, ...qualified]);
}

export function codesWords(coded: readonly Coded[], by = ', '): string {
  return joined([...new Set(coded.map(codedWords))], by);
}

/** "195967001 (SNOMED CT), J45.909 (ICD-10-CM)": a value's codes, with what they say where it is not its label. */
export function codingLines(coded: Coded | undefined): string {
  if (coded === undefined) return '';
  const all = [coded, ...coded.translations].filter(({ code }) => code !== undefined);
  return joined(
    all.map(({ code, system, systemName, display }) => {
      const where = systemName ?? system;
      const what = display === coded.label ? undefined : display;
      return joined([where === undefined ? code : `${code} (${where})`, what], ': ');
    }),
    '\n',
  );
}

function pointWords(point: CdaPoint | undefined): string {
  if (point === undefined) return '';
  const date = parseDateTime(point.iso);
  if (date !== undefined) return formatDate(date);
  return point.sent ?? (point.nullFlavor === undefined ? '' : nullWords(point.nullFlavor));
}

export function timeWords(time: CdaTime | undefined): string {
  switch (time?.kind) {
    case 'point':
      return joined([pointWords(time.at), widthWords(time)]);
    case 'span': {
      const [low, high] = [parseDateTime(time.low?.iso), parseDateTime(time.high?.iso)];
      // A null end says that it has not ended, or that nobody knows: in words beside the start.
      const why = joined([
        low === undefined && pointWords(time.low),
        high === undefined && pointWords(time.high),
      ]);
      const long = widthWords(time);
      if (low === undefined && high === undefined) return joined([why, long]);
      const span = formatWhen({ kind: 'period', start: low, end: high });
      return joined([why === '' ? span : `${span} (${why})`, long]);
    }
    case 'every':
      return t('ccda.every', { value: time.value, unit: printedUnit(time.unit) ?? '' });
    case 'every-unsaid':
      return t('ccda.how-often', { why: nullWords(time.nullFlavor) });
    case 'event':
      return t('ccda.at-event', { code: time.code });
    case 'words':
      return time.text;
    default:
      return '';
  }
}

/** The day of a birth or a death as it was sent: in the reader's zone it might be another. `time`: its clock behind it, as sent. */
export function daySentWords(time: CdaTime | undefined, detail: 'day' | 'time'): string {
  const iso = time?.kind === 'point' ? time.at.iso : undefined;
  const date = parseDateTime(iso?.replace(/(?:Z|[+-]\d\d:\d\d)$/, ''));
  if (date === undefined) return timeWords(time);
  return detail === 'day' ? formatDay(date) : formatDate(date);
}

function widthWords({ width }: { readonly width?: string }): string {
  return width === undefined ? '' : t('ccda.for-long', { width });
}

/** A quantity with its units as they are printed; of one that is null, why. */
export function quantityWords(quantity: CdaQuantity | undefined): string {
  return (quantity ?? []).map(pieceWords).join('').trim();
}

function pieceWords(piece: CdaQuantity[number]): string {
  if (typeof piece === 'string') return piece;
  return 'unit' in piece ? (printedUnit(piece.unit) ?? '') : nullWords(piece.nullFlavor);
}

export function valueWords(value: CdaValue): string {
  switch (value.kind) {
    case 'quantity':
      return quantityWords(value.quantity);
    case 'words':
      return value.text;
    case 'coded':
      return codedWords(value.coded);
    case 'time':
      return timeWords(value.time);
    case 'boolean':
      return t(value.is ? 'ccda.yes' : 'ccda.no');
    case 'null':
      return nullWords(value.nullFlavor);
    case 'file':
      return value.file.mediaType ?? '';
  }
}

/** "1104152198 (NPI)"; of a null "unknown (NPI)". */
export function idWords(ids: readonly InstanceId[]): string {
  const lines = ids.map(({ label, assigner, root, nullFlavor }) => {
    if (label !== undefined) return joined([label, assigner && `(${assigner})`], ' ');
    const of = assigner ?? root;
    return nullFlavor && joined([nullWords(nullFlavor), of && `(${of})`], ' ');
  });
  return joined([...new Set(lines)], '\n');
}

/** Addresses or telecoms, a line each; of those that are null, why. */
export function contactLines(said: readonly string[], unsaid: readonly string[]): string {
  return joined([...said, ...unsaid.map(nullWords)], '\n');
}

/** "Dr. Henry Seven, Community Health": who it is, without addresses and numbers. */
export function partyName({ names, organizations, devices, roles, ids, nullFlavor }: Party): string {
  const who = joined([names[0]?.text, ...devices, ...organizations]);
  if (who !== '') return who;
  const other = joined([codesWords(roles), ids[0]?.label]);
  return other === '' && nullFlavor !== undefined ? nullWords(nullFlavor) : other;
}

/** Everything said of a party, a line each. */
export function partyLines(party: Party): string {
  const rest = party.names.slice(1).map(({ text }) => text);
  const name = partyName(party);
  const roles = codesWords(party.roles);
  return joined(
    [
      name,
      ...rest,
      roles === name ? '' : roles,
      timeWords(party.when),
      ...party.addresses,
      joined(party.telecoms),
      idWords(party.ids),
    ],
    '\n',
  );
}
