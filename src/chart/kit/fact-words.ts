/** Small sentences that many sections' facts and columns are made of. Empty text = nothing to say, left out. */
import type { Concept } from '#fhir/concept.ts';
import type { FhirDateTime, Period, When } from '#fhir/dates.ts';
import type { Identifier } from '#fhir/identifiers.ts';
import type { Link } from '#fhir/link.ts';
import type { Words } from '#fhir/phrase.ts';
import type { Telecom } from '#fhir/telecom.ts';
import { systemName } from './codings-of.ts';
import { formatDate, formatWhen } from './format.ts';
import { words } from './words.ts';

/** The parts that say something, one after the other. */
export function joined(parts: readonly (string | false | undefined)[], by = ', '): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(by);
}

export function said(value: Words | undefined): string {
  return value === undefined ? '' : words(value);
}

/** What concepts are called, each once. */
export function labels(concepts: readonly (Concept | undefined)[], by = ', '): string {
  return joined([...new Set(concepts.map((concept) => concept?.label))], by);
}

/** What other records are called, each once. */
export function names(links: readonly (Link | undefined)[], by = ', '): string {
  return joined([...new Set(links.map((link) => link?.name))], by);
}

export function dateText(date: FhirDateTime | undefined): string {
  return date === undefined ? '' : formatDate(date);
}

export function whenText(when: When | undefined, detail: 'days' | 'times' = 'times'): string {
  return when === undefined ? '' : formatWhen(when, detail);
}

export function periodText(period: Period | undefined, detail: 'days' | 'times' = 'times'): string {
  return period === undefined ? '' : formatWhen({ kind: 'period', ...period }, detail);
}

/** "MRN 12345, TESTFHIRAPI Family Medicine", one line each. */
export function identifierLines(identifiers: readonly Identifier[]): string {
  return joined(
    identifiers.map(({ type, value, system, assigner, period }) =>
      joined([
        joined([type?.label, value ?? (system === undefined ? undefined : systemName(system))], ' '),
        assigner,
        periodText(period, 'days'),
      ]),
    ),
    '\n',
  );
}

/** "+1 555 0100 (phone, work)", one line each. */
export function telecomLines(telecoms: readonly Telecom[]): string {
  return joined(
    telecoms.map(({ value, system, use, period }) => {
      const kind = joined([system, use, periodText(period, 'days')]);
      return kind === '' ? value : `${value} (${kind})`;
    }),
    '\n',
  );
}
