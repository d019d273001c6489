/** What a system says it offers, beside what it answered. */
import type { Reading, SearchState } from '#fhir/reading.ts';
import {
  isVersion,
  type ServerStatement,
  statedOf,
  unaskedTypes,
  unlistedParameters,
} from '#fhir/server-statement.ts';
import type { FhirVersion } from '#fhir/version.ts';
import { t } from '#i18n/translate.ts';
import type { Line, Part } from './report.ts';

/** A product's name and version, and nothing that could be more: the report is sent to others. */
const plainName = /^[\w .()-]{1,80}$/;

function wasRefused(state: SearchState): boolean {
  return (
    state.state === 'not-offered' ||
    (state.state === 'not-shared' && state.by !== 'scope') ||
    (state.state === 'failed' && state.failure.kind === 'unsupported')
  );
}

function listLine(name: string, found: readonly string[], todo?: string): Line {
  const list = [...new Set(found)];
  return list.length === 0
    ? { name, value: t('diag.none') }
    : { name, value: list.join(', '), ...(todo !== undefined && { verdict: 'note' as const, todo }) };
}

/** Types, parameters and versions alone: what a statement says in free words stays on the screen. */
export function statementPart(
  statement: ServerStatement,
  reading: Reading,
  { label, fhirVersion }: { readonly label: string; readonly fhirVersion: FhirVersion },
): Part {
  const { searches, stateOf } = reading;
  const typesWhere = (holds: (search: (typeof searches)[number]) => boolean): readonly string[] =>
    searches.filter(holds).map(({ type }) => type);
  const { software = t('statement.software.none') } = statement;
  const version = statement.fhirVersion ?? t('statement.version.none');
  const isRight = isVersion(statement, fhirVersion);
  return {
    id: 'statement',
    title: t('statement.title', { system: label }),
    lines: [
      {
        name: t('statement.software'),
        value: plainName.test(software) ? software : t('statement.software.hidden'),
        shown: software,
      },
      {
        name: t('statement.version'),
        value: /^[\d.]{1,12}$/.test(version) ? version : t('statement.version.none'),
        verdict: isRight ? 'good' : 'note',
        ...(!isRight && { todo: t('statement.version.do') }),
      },
      listLine(
        t('statement.asked-unlisted'),
        typesWhere(({ type }) => statedOf(statement, type) !== 'listed'),
        t('statement.asked-unlisted.do'),
      ),
      listLine(
        t('statement.listed-refused'),
        typesWhere(({ id, type }) => wasRefused(stateOf(id)) && statedOf(statement, type) === 'listed'),
        t('statement.listed-refused.do'),
      ),
      listLine(
        t('statement.parameters'),
        searches.flatMap((search) =>
          unlistedParameters(statement, search).map((name) => `${search.type} ${name}`),
        ),
        t('statement.parameters.do'),
      ),
      listLine(t('statement.unasked'), unaskedTypes(statement, new Set(searches.map(({ type }) => type)))),
    ],
  };
}
