/**
 * Records that state an absence ("no known allergies", "no known medications") instead of a thing: never counted as
 * one. Codes: SNOMED CT situations, and the International Patient Summary's absent-unknown codes.
 */
import type { Concept } from './concept.ts';
import { cpt, cvx, icd10cm, ndc, rxnorm, snomed } from './code-systems.ts';
import { contradicts } from './contradiction.ts';
import { ownRow } from './json.ts';

const absentUnknown = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips';

/** What is stated to be absent. The first six are allergies to: anything, drugs, food, surroundings, latex, … */
export type NoneKnown =
  | 'allergies'
  | 'drug-allergies'
  | 'food-allergies'
  | 'environmental-allergies'
  | 'latex-allergies'
  | 'other-allergies'
  | 'problems'
  | 'medications'
  | 'procedures'
  | 'immunizations';

const snomedStatements: Readonly<Record<string, NoneKnown>> = {
  '716186003': 'allergies',
  '160244002': 'allergies',
  '409137002': 'drug-allergies',
  '429625007': 'food-allergies',
  '428607008': 'environmental-allergies',
  '1003774007': 'latex-allergies',
  '716184000': 'latex-allergies',
  '716220001': 'other-allergies', // to animals
  '428197003': 'other-allergies', // to insects
  '160245001': 'problems',
  '787481004': 'medications',
  '787480003': 'procedures',
};

const summaryStatements: Readonly<Record<string, NoneKnown>> = {
  'no-known-allergies': 'allergies',
  'no-known-medication-allergies': 'drug-allergies',
  'no-known-food-allergies': 'food-allergies',
  'no-known-environmental-allergies': 'environmental-allergies',
  'no-known-problems': 'problems',
  'no-known-medications': 'medications',
  'no-known-procedures': 'procedures',
  'no-known-immunizations': 'immunizations',
};

/** What a kind's records can state to be absent. */
export type NoneKnownOf = 'allergies' | 'problems' | 'medications' | 'procedures' | 'immunizations';

/**
 * What a record's code states to be absent; undefined for a thing. Where text and codes disagree (a code for "no
 * known allergy" with the text "Penicillin"), it is a thing: a false "none" is the worse mistake.
 */
export function noneKnownOf(concept: Concept | undefined, what: NoneKnownOf): NoneKnown | undefined {
  const stated = concept === undefined ? undefined : statedAbsence(concept, what);
  if (stated === undefined) return undefined;
  return stated === what || stated.endsWith(`-${what}`) ? stated : undefined;
}

function statedAbsence({ text, codings }: Concept, what: NoneKnownOf): NoneKnown | undefined {
  const telling = codings.filter(
    ({ system, display }) => display !== undefined || knownSystems.includes(system),
  );
  const stated = telling.map(
    ({ system, code, display }) =>
      ownRow(
        system === snomed ? snomedStatements : system === absentUnknown ? summaryStatements : {},
        code,
      ) ?? noneKnownInText(display, what),
  );
  if (stated.includes(undefined)) return undefined;
  const byCode = stated[0];
  if (text === undefined) return byCode;
  const byText = noneKnownInText(text, what);
  if (byText !== undefined) return byCode ?? byText;
  if (/\b(except|but|besides|apart|other than|only)\b/i.test(text)) return undefined;
  const agrees = /\bnk[adefml]+\b|^(no|none|denies)\b/i.test(text.trim());
  return agrees || telling.every(({ display }) => display !== undefined && !contradicts(text, display))
    ? byCode
    : undefined;
}

const knownSystems: readonly (string | undefined)[] = [snomed, absentUnknown, rxnorm, ndc, icd10cm, cvx, cpt];

const abbreviations: Readonly<Record<string, NoneKnown>> = {
  nka: 'allergies',
  nkda: 'drug-allergies',
  nkma: 'drug-allergies',
  nkfa: 'food-allergies',
  nkea: 'environmental-allergies',
  nkla: 'latex-allergies',
};

const opening =
  /^(?:no|none|denies|negative for|patient denies)(?: any)?(?: (?:known|reported|recorded|current|active|history of|significant|documented))*(?= |$)/;
const between =
  /^(?:drug|drugs|medication|medications|medicine|food|foods|environmental|latex|seasonal|insect|animal|and|or|adverse|other| )*$/;
const subject =
  /(allerg(?:y|ies)|intolerances?|adverse reactions?|problems?|conditions?|diagnos[ie]s|medications?|medicines?|procedures?|surger(?:y|ies)|immunizations?|vaccines?)(?: known| to date| reported| recorded)?$/;

/** The whole text must be the statement: "No known allergies except penicillin" is none. */
function noneKnownInText(text: string | undefined, what: NoneKnownOf): NoneKnown | undefined {
  const words = (text ?? '')
    .slice(0, 200)
    .toLowerCase()
    .replace(/\((situation|finding|disorder)\)/g, '');
  const plain = words.replace(/[^a-z]+/g, ' ').trim();
  const short = ownRow(abbreviations, plain);
  if (short !== undefined) return short;
  if (/^(none|none known|none reported|no known|nil|nil known)$/.test(plain)) return what;
  const start = opening.exec(plain)?.[0];
  if (start === undefined) return undefined;
  const rest = plain.slice(start.length).trim();
  const found = subject.exec(rest);
  if (found === null) return undefined;
  const kind = rest.slice(0, found.index).trim();
  return between.test(kind) ? absent(found[1] ?? '', kind) : undefined;
}

function absent(noun: string, kind: string): NoneKnown {
  if (/^(problem|condition|diagnos)/.test(noun)) return 'problems';
  if (noun.startsWith('medic')) return 'medications';
  if (/^(proced|surg)/.test(noun)) return 'procedures';
  if (/^(immun|vacc)/.test(noun)) return 'immunizations';
  if (/ (and|or) /.test(` ${kind} `) || kind === '' || kind === 'adverse') return 'allergies';
  if (/drug|medic/.test(kind)) return 'drug-allergies';
  if (/food/.test(kind)) return 'food-allergies';
  if (/environment|season/.test(kind)) return 'environmental-allergies';
  return kind === 'latex' ? 'latex-allergies' : 'other-allergies';
}
