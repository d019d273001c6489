/** ExplanationOfBenefit (FHIR R4 §13.10): what was claimed and what was paid, as sent. */
import { codeOf, type Concept, readConcept } from './concept.ts';
import { type Period, readPeriod, readWhen, type When } from './dates.ts';
import { asObjects, asText, type FhirResource, type JsonObject } from './json.ts';
import { printedQuantity } from './printed-quantity.ts';
import { readQuantity } from './quantity.ts';
import type { ReadContext } from './record.ts';
import { nameOfReference } from './reference-name.ts';

export interface ClaimAmount {
  readonly category: Concept | undefined;
  /** "125.50 USD", in the precision it came with. */
  readonly amount: string | undefined;
  /** Why it is that much: why nothing was paid. */
  readonly reason: Concept | undefined;
}

export interface ClaimItem {
  readonly service: Concept | undefined;
  readonly when: When | undefined;
  readonly quantity: string | undefined;
  readonly unitPrice: string | undefined;
  readonly net: string | undefined;
  /** What came of it: submitted, eligible, paid. */
  readonly decisions: readonly ClaimAmount[];
}

export interface Claim {
  readonly claimType: Concept | undefined;
  /** A code: `claim`, `preauthorization`, `predetermination`. */
  readonly use: string | undefined;
  /** A code: `queued`, `complete`, `error`, `partial`. */
  readonly outcome: string | undefined;
  readonly disposition: string | undefined;
  readonly provider: string | undefined;
  readonly insurer: string | undefined;
  readonly billed: Period | undefined;
  readonly created: When | undefined;
  readonly items: readonly ClaimItem[];
  /** Of the whole claim, not of one of its items. */
  readonly decisions: readonly ClaimAmount[];
  readonly totals: readonly ClaimAmount[];
  readonly paid: string | undefined;
  readonly paidWhen: When | undefined;
  /** What the insurer wrote beside it. */
  readonly notes: readonly string[];
}

function money(value: unknown): string | undefined {
  const read = readQuantity(value);
  return read === undefined ? undefined : printedQuantity(read);
}

function readAmount(element: JsonObject): ClaimAmount {
  return {
    category: readConcept(element['category']),
    amount: money(element['amount']) ?? asText(element['value']),
    reason: readConcept(element['reason']),
  };
}

function readItem(item: JsonObject): ClaimItem {
  return {
    service: readConcept(item['productOrService']),
    when: readWhen(item, 'serviced'),
    quantity: money(item['quantity']),
    unitPrice: money(item['unitPrice']),
    net: money(item['net']),
    decisions: asObjects(item['adjudication']).map(readAmount),
  };
}

/** A claim's own elements; undefined for any other resource. Never throws. */
export function readClaim(resource: FhirResource, context: ReadContext): Claim | undefined {
  if (resource.resourceType !== 'ExplanationOfBenefit') return undefined;
  const payment = asObjects(resource['payment'])[0] ?? {};
  return {
    claimType: readConcept(resource['type']),
    use: asText(resource['use']),
    outcome: codeOf(readConcept(resource['outcome'])),
    disposition: asText(resource['disposition']),
    provider: nameOfReference(resource['provider'], context, resource),
    insurer: nameOfReference(resource['insurer'], context, resource),
    billed: readPeriod(resource['billablePeriod']),
    created: readWhen(resource, 'created'),
    items: asObjects(resource['item']).map(readItem),
    decisions: asObjects(resource['adjudication']).map(readAmount),
    totals: asObjects(resource['total']).map(readAmount),
    paid: money(payment['amount']),
    paidWhen: readWhen(payment, 'date'),
    notes: asObjects(resource['processNote']).flatMap((note) => asText(note['text']) ?? []),
  };
}
