/** What an open explanation of benefit says first: a line a service, what was claimed and what was paid. */
import { joined, periodText, whenText } from '#chart/kit/fact-words.ts';
import type { Fact } from '#chart/kit/list.ts';
import type { Claim, ClaimAmount, ClaimItem } from '#fhir/explanation-of-benefit.ts';
import { ownRow } from '#fhir/json.ts';
import type { PlainKey } from '#chart/kit/words.ts';
import { t } from '#i18n/translate.ts';

/** FHIR's own codes; any other stands as it was sent. */
const uses: Readonly<Record<string, PlainKey>> = {
  claim: 'claim.use-claim',
  preauthorization: 'claim.use-preauthorization',
  predetermination: 'claim.use-predetermination',
};
const outcomes: Readonly<Record<string, PlainKey>> = {
  queued: 'claim.outcome-queued',
  complete: 'claim.outcome-complete',
  error: 'claim.outcome-error',
  partial: 'claim.outcome-partial',
};

function codeWords(table: Readonly<Record<string, PlainKey>>, code: string | undefined): string | undefined {
  const key = code === undefined ? undefined : ownRow(table, code);
  return key === undefined ? code : t(key);
}

/** "Paid 0.00 USD: not covered by the plan". */
function amountWords({ category, amount, reason }: ClaimAmount): string {
  return joined([joined([category?.label, amount], ' '), reason?.label], ': ');
}

function pricedAt({ quantity, unitPrice }: ClaimItem): string | undefined {
  if (quantity === undefined) return undefined;
  return unitPrice === undefined ? quantity : t('claim.item-priced', { quantity, unitPrice });
}

/** "Office visit, Feb 1, 2026, 125.50 USD (Paid 100.00 USD)". */
function itemWords(item: ClaimItem): string {
  const { service, when, net, decisions } = item;
  const decided = joined(decisions.map(amountWords));
  const said = joined([service?.label ?? t('claim.item'), whenText(when, 'days'), pricedAt(item), net]);
  return decided === '' ? said : `${said} (${decided})`;
}

export function claimFacts(claim: Claim): readonly Fact[] {
  return [
    { label: t('claim.type'), value: claim.claimType?.label },
    { label: t('claim.use'), value: codeWords(uses, claim.use) },
    { label: t('claim.outcome'), value: joined([codeWords(outcomes, claim.outcome), claim.disposition]) },
    { label: t('claim.provider'), value: claim.provider },
    { label: t('claim.insurer'), value: claim.insurer },
    { label: t('claim.billed'), value: periodText(claim.billed, 'days') },
    { label: t('claim.created'), value: whenText(claim.created, 'days') },
    { label: t('claim.items'), value: joined(claim.items.map(itemWords), '\n') },
    { label: t('claim.decisions'), value: joined(claim.decisions.map(amountWords), '\n') },
    { label: t('claim.totals'), value: joined(claim.totals.map(amountWords), '\n') },
    { label: t('claim.paid'), value: joined([claim.paid, whenText(claim.paidWhen, 'days')]) },
    { label: t('claim.notes'), value: joined(claim.notes, '\n') },
  ];
}
