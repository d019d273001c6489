import type { ReactNode } from 'react';
import { Link } from '#ui/Link.tsx';
import type { ChartRecord } from '#fhir/record.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { t } from '#i18n/translate.ts';
import { useChart } from './chart-context.tsx';
import { isCounted } from './counted.ts';
import { formatWhen } from './format.ts';
import { words } from './words.ts';
import './NoneKnown.css';

interface Props {
  readonly section: SectionId;
  readonly records: readonly ChartRecord[];
}

/**
 * "No known problems": a statement about the list as a whole, with its date, leading to the record that makes it. Never
 * an item of the list; beside current items it is a contradiction that the reader must see.
 */
export function NoneKnown({ section, records }: Props): ReactNode {
  const { paths } = useChart();
  const statements = records.filter((record) => !isCounted(record));
  const [first] = statements;
  if (first === undefined) return null;
  const conflict = records.some((record) => isCounted(record) && record.standing !== 'past');
  const said = [...new Set(statements.map(statementWords))].join('; ');
  return (
    <p className="none-known" data-conflict={conflict}>
      {conflict
        ? t('statement.conflict', { said, nouns: t(`section.${section}.nouns`) })
        : t('statement.says', { said })}{' '}
      <Link to={paths.record(section, first.key)}>{t('summary.see')}</Link>
    </p>
  );
}

function statementWords({ title, when }: ChartRecord): string {
  const said = words(title);
  return when === undefined ? said : t('statement.on', { said, when: formatWhen(when, 'days') });
}

/** The items of a list, and the statements about it, which open beside it. Those entered in error are items. */
export function partStatements<R extends ChartRecord>(
  records: readonly R[],
): { readonly items: readonly R[]; readonly statements: readonly R[] } {
  const isItem = (record: R): boolean => isCounted(record) || record.enteredInError;
  return {
    items: records.filter(isItem),
    statements: records.filter((record) => !isItem(record)),
  };
}
