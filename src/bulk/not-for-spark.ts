import type { Select, ViewDefinition } from '#sql-on-fhir/view-definition.ts';

function pathsOf({ each, columns, selects, unionAll }: Select): readonly string[] {
  const rows = each.kind === 'one' ? [] : each.kind === 'repeat' ? each.paths : [each.path];
  return [...rows, ...columns.map(({ path }) => path), ...[...selects, ...unionAll].flatMap(pathsOf)];
}

/** Why Pathling cannot run a view, in a few words, where that is known beforehand: no record of its carries another. */
export function notForSpark({ select, where }: ViewDefinition): string | undefined {
  const paths = [...where, ...pathsOf(select)].map((path) => path.replaceAll(/'(?:\\.|[^'\\])*'/g, ''));
  return paths.some((path) => /(?<![%\w])contained\b/.test(path))
    ? 'Pathling leaves out what a record carries within itself'
    : undefined;
}
