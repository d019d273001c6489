import type { PlannedSearch } from '#fhir/plan.ts';
import { type ServerStatement, statedOf, unlistedParameters } from '#fhir/server-statement.ts';
import { t } from '#i18n/translate.ts';

/** What an EHR's own statement says of searches that it refused: a sentence for each of the ways it can be. */
export function statementSentences(
  statement: ServerStatement,
  refused: readonly PlannedSearch[],
  system: string,
): readonly string[] {
  const answers = {
    unlisted: new Set<string>(),
    'not-searchable': new Set<string>(),
    parameter: new Set<string>(),
    listed: new Set<string>(),
  };
  for (const search of refused) {
    const stated = statedOf(statement, search.type);
    const missing = stated === 'listed' ? unlistedParameters(statement, search) : [];
    if (missing.length === 0) answers[stated].add(search.type);
    for (const name of missing) answers.parameter.add(`${search.type}, ${name}`);
  }
  return (['unlisted', 'not-searchable', 'parameter', 'listed'] as const)
    .filter((kind) => answers[kind].size > 0)
    .map((kind) => t(`statement.${kind}`, { system, list: [...answers[kind]].join(', ') }));
}
