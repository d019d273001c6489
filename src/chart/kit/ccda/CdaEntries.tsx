import { type ReactNode, useState } from 'react';
import type { CdaEntry } from '#ccda/entry.ts';
import type { Coded } from '#ccda/coded.ts';
import type { CdaSection } from '#ccda/section.ts';
import { heaviest, readInterpretations } from '#fhir/interpretation.ts';
import { t } from '#i18n/translate.ts';
import { FactList } from '#chart/kit/FactList.tsx';
import { Flagged } from '#chart/kit/Flag.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import type { Fact } from '#chart/kit/list.ts';
import { Marks } from '#chart/kit/Marks.tsx';
import type { PlainKey } from '#chart/kit/words.ts';
import {
  codedWords,
  codesWords,
  codingLines,
  idWords,
  nullWords,
  partyLines,
  timeWords,
  valueWords,
  quantityWords,
} from './cda-words.ts';
import { roleWords } from './DocumentHeader.tsx';
import { FileContent } from './FileContent.tsx';

interface Props {
  readonly section: CdaSection;
  readonly onShow: (id: string) => void;
  /** Open from the start: the section has nothing else to say. */
  readonly open: boolean;
}

/** The coded entries of a section, beside its words; read when they are asked for. */
export function CdaEntries({ section, onShow, open }: Props): ReactNode {
  const [shown, setShown] = useState(open);
  if (section.entryCount === 0) return null;
  return (
    <details className="cda-entries" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{t('ccda.coded', { n: section.entryCount })}</summary>
      {shown && <EntryList entries={section.entries().map((entry) => ({ entry }))} onShow={onShow} />}
    </details>
  );
}

interface Listed {
  readonly entry: CdaEntry;
  /** How it belongs to the one above it (HL7 ActRelationshipType), as sent. */
  readonly how?: string | undefined;
}

function EntryList({ entries, onShow }: { entries: readonly Listed[]; onShow: Props['onShow'] }): ReactNode {
  return (
    <ul className="cda-entry-list">
      {entries.map(({ entry, how }, at) => (
        // Entries have no key of their own, and their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at}>
          <Entry entry={entry} how={how} onShow={onShow} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ entry, how, onShow }: Listed & { onShow: Props['onShow'] }): ReactNode {
  const { narrativeId } = entry;
  const value = joined(entry.values.map(valueWords));
  const name = nameOf(entry);
  return (
    <>
      <p className="cda-entry-name">
        {how !== undefined && <span className="muted small">{`${howWords(how)}: `}</span>}
        {entry.isNegated && <Marks marks={[{ phrase: t('ccda.negated'), tone: 'warning' }]} />}{' '}
        <strong>{name}</strong>
        {value !== '' && value !== name && (
          <>
            {': '}
            <Flagged flag={flagOf(entry)}>{value}</Flagged>
          </>
        )}{' '}
        <span className="muted small">{joined([kindWords(entry.kind), moodWords(entry.mood)])}</span>{' '}
        {narrativeId !== undefined && (
          <button type="button" className="link-button small" onClick={() => onShow(narrativeId)}>
            {t('ccda.show-in-text')}
          </button>
        )}
      </p>
      {entry.values.map(
        (one, at) =>
          one.kind === 'file' && (
            // Files have no key of their own, and their order never changes.
            // oxlint-disable-next-line react/no-array-index-key
            <FileContent key={at} file={one.file} name={name} elsewhere={t('ccda.picture-elsewhere')} />
          ),
      )}
      <FactList facts={factsOf(entry)} />
      {entry.related.length > 0 && <EntryList entries={entry.related} onShow={onShow} />}
    </>
  );
}

function nameOf(entry: CdaEntry): string {
  const [product] = entry.products;
  const { code } = entry;
  const structural = code?.display === undefined ? structuralCodes[code?.code ?? ''] : undefined;
  const own = codedWords(product) || (structural && t(structural)) || codedWords(code) || entry.text;
  return own ?? (entry.nullFlavor === undefined ? kindWords(entry.kind) : nullWords(entry.nullFlavor));
}

/** Codes of HL7's that hold a statement together and say nothing themselves, sent without a name as a rule. */
const structuralCodes: Readonly<Record<string, 'ccda.concern' | 'ccda.assertion' | undefined>> = {
  CONC: 'ccda.concern',
  ASSERTION: 'ccda.assertion',
};

function factsOf(entry: CdaEntry): readonly Fact[] {
  const codes = (coded: Coded | undefined, ...more: readonly Coded[]): string =>
    joined([coded, ...more].map(codingLines), '\n');
  const valueCodes = entry.values.flatMap((value) => (value.kind === 'coded' ? [value.coded] : []));
  return [
    { label: t('ccda.when'), value: joined(entry.times.map(timeWords), '\n') },
    { label: t('ccda.status'), value: entry.status },
    { label: t('ccda.flag'), value: codesWords(entry.interpretations) },
    { label: t('ccda.range'), value: joined(entry.ranges.map(quantityWords), '\n') },
    { label: t('ccda.dose'), value: quantityWords(entry.dose) },
    { label: t('ccda.rate'), value: quantityWords(entry.rate) },
    { label: t('ccda.route'), value: codedWords(entry.route) },
    { label: t('ccda.site'), value: codesWords(entry.sites) },
    { label: t('ccda.quantity'), value: quantityWords(entry.quantity) },
    { label: t('ccda.repeats'), value: quantityWords(entry.repeats) },
    { label: t('ccda.lot'), value: joined(entry.lots) },
    { label: t('ccda.priority'), value: codedWords(entry.priority) },
    { label: t('ccda.method'), value: codesWords(entry.methods) },
    { label: t('ccda.product'), value: codesWords(entry.products.slice(1), '\n') },
    {
      label: t('ccda.text'),
      value: entry.narrativeId !== undefined || entry.text === nameOf(entry) ? undefined : entry.text,
    },
    { label: t('ccda.code'), value: codes(entry.code, ...entry.products, ...valueCodes) },
    ...entry.people.map(({ role, party }) => ({ label: roleWords(role), value: partyLines(party) })),
    { label: t('ccda.identifiers'), value: idWords(entry.ids) },
  ];
}

/** The flag of an interpretation, by the same codes as in FHIR. */
function flagOf({ interpretations }: CdaEntry): ReturnType<typeof heaviest> {
  return heaviest(
    readInterpretations(
      interpretations.map(({ code, display, label }) => ({ text: label, coding: [{ code, display }] })),
    ),
  );
}

const kinds = {
  observation: 'ccda.kind.observation',
  act: 'ccda.kind.act',
  procedure: 'ccda.kind.procedure',
  substanceAdministration: 'ccda.kind.substanceAdministration',
  supply: 'ccda.kind.supply',
  encounter: 'ccda.kind.encounter',
  organizer: 'ccda.kind.organizer',
  observationMedia: 'ccda.kind.observationMedia',
} as const satisfies Readonly<Record<string, PlainKey>>;

function kindWords(kind: string): string {
  return t(Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : 'ccda.kind.other');
}

/** Without a direction: that it was inverted is left out by many who mean it. */
const hows = {
  CAUS: 'ccda.how.CAUS',
  COMP: 'ccda.how.COMP',
  GEVL: 'ccda.how.GEVL',
  MFST: 'ccda.how.MFST',
  PRCN: 'ccda.how.PRCN',
  REFR: 'ccda.how.REFR',
  RSON: 'ccda.how.RSON',
  SPRT: 'ccda.how.SPRT',
  SUBJ: 'ccda.how.SUBJ',
} as const satisfies Readonly<Record<string, PlainKey>>;

function howWords(how: string): string {
  return Object.hasOwn(hows, how) ? t(hows[how as keyof typeof hows]) : how;
}

const moods = {
  INT: 'ccda.mood.INT',
  RQO: 'ccda.mood.RQO',
  GOL: 'ccda.mood.GOL',
  PRMS: 'ccda.mood.PRMS',
  PRP: 'ccda.mood.PRP',
  APT: 'ccda.mood.APT',
  ARQ: 'ccda.mood.ARQ',
  DEF: 'ccda.mood.DEF',
} as const satisfies Readonly<Record<string, PlainKey>>;

/** What has not happened, or not yet, in words; an event needs none. */
function moodWords(mood: string | undefined): string {
  if (mood === undefined || mood === 'EVN') return '';
  return Object.hasOwn(moods, mood) ? t(moods[mood as keyof typeof moods]) : mood;
}
