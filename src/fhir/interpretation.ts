/**
 * What the sender said a result means: high, low, critical, resistant, positive. FHIR R4 Observation.interpretation;
 * code systems v3-ObservationInterpretation and its forerunner, HL7 v2 table 0078. What neither names is shown as sent.
 */
import { readConcepts, type Concept } from './concept.ts';
import { phrase, type Words } from './phrase.ts';
import type { ClinicalPhrase } from './phrase-clinical.ts';
import type { Mark } from './record.ts';

/** Drawn beside the value; the words always stand with it. Empty where a shape would say too much. */
export type FlagSymbol = '‼' | '▲' | '▼' | '◆' | '↗' | '↘' | '';

export interface Flag {
  readonly words: Words;
  readonly symbol: FlagSymbol;
  readonly tone: Mark['tone'];
  /** Sent by the source, or worked out here from the value and its reference range. */
  readonly origin: 'sent' | 'derived';
  /** Which way out of range, where the flag says so. */
  readonly direction: 'high' | 'low' | undefined;
  /** The code as sent; undefined for words alone and for a derived flag. */
  readonly code: string | undefined;
  /** Whether this app knows what the code means. An unknown one is shown as sent and weighs nothing. */
  readonly known: boolean;
}

type Meaning = Pick<Flag, 'symbol' | 'tone' | 'direction'> & { readonly key: ClinicalPhrase };

function meaning(
  key: ClinicalPhrase,
  tone: Mark['tone'],
  symbol: FlagSymbol = '',
  direction?: 'high' | 'low',
): Meaning {
  return { key, tone, symbol, direction };
}

const high = meaning('interpretation.high', 'abnormal', '▲', 'high');
const low = meaning('interpretation.low', 'abnormal', '▼', 'low');
const criticalHigh = meaning('interpretation.critical-high', 'critical', '‼', 'high');
const criticalLow = meaning('interpretation.critical-low', 'critical', '‼', 'low');
const abnormal = meaning('interpretation.abnormal', 'abnormal', '◆');
const critical = meaning('interpretation.critical', 'critical', '‼');
const normal = meaning('interpretation.normal', 'plain');

const meanings: Readonly<Record<string, Meaning>> = {
  N: normal,
  H: high,
  L: low,
  HH: criticalHigh,
  LL: criticalLow,
  'H*': criticalHigh,
  'L*': criticalLow,
  A: abnormal,
  AA: critical,
  'A*': critical,
  '*': critical,
  '**': critical,
  HU: meaning('interpretation.significantly-high', 'abnormal', '▲', 'high'),
  LU: meaning('interpretation.significantly-low', 'abnormal', '▼', 'low'),
  'H>': meaning('interpretation.significantly-high', 'abnormal', '▲', 'high'),
  'L<': meaning('interpretation.significantly-low', 'abnormal', '▼', 'low'),
  HX: meaning('interpretation.above-threshold', 'abnormal', '▲', 'high'),
  LX: meaning('interpretation.below-threshold', 'abnormal', '▼', 'low'),
  '>': meaning('interpretation.off-scale-high', 'abnormal', '▲', 'high'),
  '<': meaning('interpretation.off-scale-low', 'abnormal', '▼', 'low'),
  U: meaning('interpretation.changed-up', 'abnormal', '↗'),
  D: meaning('interpretation.changed-down', 'abnormal', '↘'),
  B: meaning('interpretation.better', 'plain'),
  W: meaning('interpretation.worse', 'warning'),
  R: meaning('interpretation.resistant', 'abnormal', '◆'),
  'SYN-R': meaning('interpretation.synergy-resistant', 'abnormal', '◆'),
  NS: meaning('interpretation.non-susceptible', 'abnormal', '◆'),
  I: meaning('interpretation.intermediate', 'warning'),
  MS: meaning('interpretation.moderately-susceptible', 'warning'),
  SDD: meaning('interpretation.susceptible-dose-dependent', 'warning'),
  S: meaning('interpretation.susceptible', 'plain'),
  VS: meaning('interpretation.very-susceptible', 'plain'),
  'SYN-S': meaning('interpretation.synergy-susceptible', 'plain'),
  NCL: meaning('interpretation.no-breakpoint', 'plain'),
  POS: meaning('interpretation.positive', 'warning'),
  NEG: meaning('interpretation.negative', 'plain'),
  DET: meaning('interpretation.detected', 'warning'),
  ND: meaning('interpretation.not-detected', 'plain'),
  RR: meaning('interpretation.reactive', 'warning'),
  WR: meaning('interpretation.weakly-reactive', 'warning'),
  NR: meaning('interpretation.not-reactive', 'plain'),
  IND: meaning('interpretation.indeterminate', 'warning'),
  E: meaning('interpretation.equivocal', 'warning'),
  IE: meaning('interpretation.insufficient-evidence', 'plain'),
  EXP: meaning('interpretation.expected', 'plain'),
  UNE: meaning('interpretation.unexpected', 'warning'),
  EX: meaning('interpretation.outside-threshold', 'abnormal', '◆'),
  CAR: meaning('interpretation.carrier', 'warning'),
  TOX: meaning('interpretation.cytotoxic', 'warning'),
  QCF: meaning('interpretation.quality-failure', 'warning'),
  HM: meaning('interpretation.hold', 'warning'),
};

/** Whole words and phrases that laboratories send as text alone. Compared in lower case, without edge punctuation. */
const worded: Readonly<Record<string, Meaning>> = {
  normal,
  high,
  low,
  abnormal,
  critical,
  panic: critical,
  'critically abnormal': critical,
  'critical abnormal': critical,
  'very abnormal': critical,
  'critical high': criticalHigh,
  'critically high': criticalHigh,
  'high critical': criticalHigh,
  'panic high': criticalHigh,
  'critical low': criticalLow,
  'critically low': criticalLow,
  'low critical': criticalLow,
  'panic low': criticalLow,
  'above high normal': high,
  'below low normal': low,
  'above normal': high,
  'below normal': low,
  'above reference range': high,
  'below reference range': low,
  'within reference range': normal,
  'above upper panic limits': criticalHigh,
  'below lower panic limits': criticalLow,
  positive: meanings['POS']!,
  negative: meanings['NEG']!,
  detected: meanings['DET']!,
  'not detected': meanings['ND']!,
  resistant: meanings['R']!,
  intermediate: meanings['I']!,
  susceptible: meanings['S']!,
};

/** The few SNOMED CT qualifiers laboratories use as interpretations. */
const snomed: Readonly<Record<string, Meaning>> = {
  '281302008': high,
  '281300000': low,
  '281301001': normal,
  '263654008': abnormal,
  '17621005': normal,
  '10828004': meanings['POS']!,
  '260385009': meanings['NEG']!,
};

const interpretationSystem =
  /(ObservationInterpretation|observation-interpretation|v2[-/]0078|2\.16\.840\.1\.113883\.(5\.83|12\.78))$/;

function ofWords(text: string | undefined): Meaning | undefined {
  const words = text
    ?.trim()
    .toLowerCase()
    .replaceAll(/^[\s([]+|[\s)\].]+$/g, '');
  return words !== undefined && Object.hasOwn(worded, words) ? worded[words] : undefined;
}

function ofCode(code: string | undefined): Meaning | undefined {
  const sent = code?.trim() ?? '';
  if (Object.hasOwn(meanings, sent)) return meanings[sent];
  const upper = sent.toUpperCase();
  return Object.hasOwn(meanings, upper) ? meanings[upper] : undefined;
}

interface Found {
  readonly meaning: Meaning;
  readonly code: string | undefined;
}

/** Every distinct meaning of one interpretation: codings that contradict each other, or the text, are all shown. */
function meaningsOf(concept: Concept): readonly Found[] {
  const found: Found[] = [];
  const add = (meaning: Meaning | undefined, code: string | undefined) => {
    if (meaning !== undefined && !found.some((other) => other.meaning.key === meaning.key)) {
      found.push({ meaning, code });
    }
  };
  for (const { system = '', code, display } of concept.codings) {
    const isInterpretation = system === '' || interpretationSystem.test(system);
    const isSnomed = system === 'http://snomed.info/sct' && Object.hasOwn(snomed, code ?? '');
    // A laboratory's own code beside plain words ("High"): the words are the sender's, so they may be read.
    add(
      isInterpretation ? (ofCode(code) ?? ofWords(display)) : isSnomed ? snomed[code!] : ofWords(display),
      code,
    );
  }
  add(ofWords(concept.text) ?? (concept.codings.length === 0 ? ofCode(concept.text) : undefined), undefined);
  return found;
}

/** A flag of a known meaning. */
export function flagOf(key: 'high' | 'low', origin: Flag['origin']): Flag {
  const { key: words, ...rest } = key === 'high' ? high : low;
  const derived = key === 'high' ? 'interpretation.high-derived' : 'interpretation.low-derived';
  return {
    ...rest,
    words: phrase(origin === 'derived' ? derived : words),
    origin,
    code: undefined,
    known: true,
  };
}

/** Every interpretation that was sent, in the order it came. `interpretation` of an observation or a component. */
export function readInterpretations(value: unknown): readonly Flag[] {
  return readConcepts(value).flatMap((concept): readonly Flag[] => {
    const found = meaningsOf(concept);
    if (found.length > 0) {
      return found.map(({ meaning: { key, ...rest }, code }) => ({
        ...rest,
        words: phrase(key),
        origin: 'sent',
        code,
        known: true,
      }));
    }
    const code = concept.codings[0]?.code;
    return [
      {
        words: concept.label,
        symbol: '',
        tone: 'plain',
        origin: 'sent',
        direction: undefined,
        code,
        known: false,
      },
    ];
  });
}

const weight: Readonly<Record<Mark['tone'], number>> = { critical: 3, abnormal: 2, warning: 1, plain: 0 };

/** How heavily a flag weighs in an ordering: 3 critical, 2 abnormal, 1 worth a look, 0 plain or none. */
export function weightOf(flag: Flag | undefined): number {
  return flag === undefined ? 0 : weight[flag.tone];
}

/**
 * The heaviest of several flags: the one shown beside the value. Among equals the first sent wins, but one this app
 * does not know goes before "normal", which would hide it.
 */
export function heaviest(flags: readonly Flag[]): Flag | undefined {
  const rank = (flag: Flag) => (flag.known ? weightOf(flag) : 0.5);
  return flags.reduce<Flag | undefined>(
    (best, flag) => (best === undefined || rank(flag) > rank(best) ? flag : best),
    undefined,
  );
}
