/** Allergies at a glance, for banner and summary: which of the faces of absence it is, or what there is. */
import type { AllergyRecord } from './allergies.ts';
import { hasCode } from './concept.ts';
import { cvx, ndc, rxnorm } from './code-systems.ts';
import { sortRecords } from './kind.ts';
import { allergies } from './allergies.ts';
import type { NoneKnown } from './none-known.ts';

export interface AllergySummary {
  /**
   * `none-known`: the record says so. `none-recorded`: the list is empty. `none-current`: only past or refuted ones
   * (`others`). `items`: there are allergies. `conflict`: there are, and a statement says there are none.
   */
  readonly kind: 'none-known' | 'none-recorded' | 'none-current' | 'items' | 'conflict';
  /** Allergies that count, the worst first. */
  readonly items: readonly AllergyRecord[];
  /** Statements of absence in force; beside items they may still be right ("no known food allergy"). */
  readonly statements: readonly AllergyRecord[];
  /** Past and refuted ones, not shown at a glance. */
  readonly others: number;
  readonly enteredInError: number;
}

/** What the allergy list says as a whole. Entered in error counts for nothing but its number. */
export function allergySummary(records: readonly AllergyRecord[]): AllergySummary {
  const valid = sortRecords(
    allergies,
    records.filter((record) => !record.enteredInError),
  );
  const inForce = valid.filter((record) => record.standing !== 'past' && !record.refuted);
  const items = inForce.filter((record) => record.statement === undefined);
  const statements = inForce.filter((record) => record.statement !== undefined);
  const others = valid.length - items.length - statements.length;
  const kind = summaryKind(items, statements, others);
  return { kind, items, statements, others, enteredInError: records.length - valid.length };
}

function summaryKind(
  items: readonly AllergyRecord[],
  statements: readonly AllergyRecord[],
  others: number,
): AllergySummary['kind'] {
  if (items.length > 0) {
    return statements.some((one) => items.some((item) => denies(one.noneKnown, item))) ? 'conflict' : 'items';
  }
  if (statements.length > 0) return 'none-known';
  return others > 0 ? 'none-current' : 'none-recorded';
}

/** Whether a statement denies this allergy; where the allergy's category is not known, it may, and so it does. */
function denies(statement: NoneKnown | undefined, item: AllergyRecord): boolean {
  const categories = categoriesOf(item);
  const about = (category: string) => categories.length === 0 || categories.includes(category);
  if (statement === 'drug-allergies') return about('medication') || categories.includes('biologic');
  if (statement === 'food-allergies') return about('food');
  if (statement === 'environmental-allergies') return about('environment');
  if (statement === 'latex-allergies') return /latex|rubber/i.test(wordsOf(item));
  if (statement === 'other-allergies') return about('environment');
  return true;
}

function categoriesOf(item: AllergyRecord): readonly string[] {
  if (item.categoryCodes.length > 0) return item.categoryCodes;
  const drug = item.code?.codings.some(({ system, code }) =>
    [rxnorm, ndc, cvx].some(
      (known) => known === system && code !== undefined && hasCode(item.code, known, [code]),
    ),
  );
  return drug === true ? ['medication'] : [];
}

function wordsOf(item: AllergyRecord): string {
  return [item.code?.label, ...(item.code?.codings.map((coding) => coding.display) ?? [])]
    .join(' ')
    .slice(0, 500);
}
