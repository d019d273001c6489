/** What an open explanation of benefit says first: a line a service, what was claimed and what was paid. */
import { joined, whenText } from '#chart/kit/fact-words.ts';
import type { Fact } from '#chart/kit/list.ts';
import type { Claim, ClaimAmount, ClaimItem } from '#fhir/explanation-of-benefit.ts';
import { t } from '#i18n/translate.ts';

function amountWords({ category, amount }: ClaimAmount): string {
  return joined([category?.label, amount], ' ');
}

/** "Office visit, Feb 1, 2026, 125.50 USD (Paid 100.00 USD)". */
function itemWords({ service, when, net, decisions }: ClaimItem): string {
  const decided = joined(decisions.map(amountWords));
  const said = joined([service?.label ?? t('claim.item'), whenText(when, 'days'), net]);
  return decided === '' ? said : `${said} (${decided})`;
}

export function claimFacts(claim: Claim): readonly Fact[] {
  return [
    { label: t('claim.type'), value: claim.claimType?.label },
    { label: t('claim.use'), value: claim.use },
    { label: t('claim.outcome'), value: joined([claim.outcome, claim.disposition]) },
    { label: t('claim.provider'), value: claim.provider },
    { label: t('claim.insurer'), value: claim.insurer },
    { label: t('claim.created'), value: whenText(claim.created, 'days') },
    { label: t('claim.items'), value: joined(claim.items.map(itemWords), '\n') },
    { label: t('claim.totals'), value: joined(claim.totals.map(amountWords), '\n') },
    { label: t('claim.paid'), value: joined([claim.paid, whenText(claim.paidWhen, 'days')]) },
  ];
}
