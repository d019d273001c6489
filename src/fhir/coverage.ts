/** Coverage (FHIR R4 §13.2; US Core: member and subscriber ids, group, plan, payer, relationship, period). */
import { type Concept, readConcept } from './concept.ts';
import { type Period, readPeriod, whenOf } from './dates.ts';
import { type Identifier, readIdentifiers } from './identifiers.ts';
import { asList, asNumber, asObjects, asText, type FhirResource } from './json.ts';
import { byNewest, byStanding, inOrder, type RecordKind } from './kind.ts';
import { phrase } from './phrase.ts';
import { type ChartRecord, chartRecord, type ReadContext } from './record.ts';
import { nameOfReference, namesOfReferences } from './reference-name.ts';
import { saysEnteredInError, statusCode, statusWords } from './administrative-status.ts';

export interface CoverageRecord extends ChartRecord {
  readonly coverageType: Concept | undefined;
  readonly payers: readonly string[];
  /** Member number: an identifier of type MB, else the first one. */
  readonly memberId: string | undefined;
  readonly subscriberId: string | undefined;
  readonly subscriber: string | undefined;
  readonly policyHolder: string | undefined;
  readonly relationship: Concept | undefined;
  readonly dependent: string | undefined;
  readonly period: Period | undefined;
  /** group, plan, class, …: as sent, in order. */
  readonly classes: readonly CoverageClass[];
  /** 1 is billed first. */
  readonly order: number | undefined;
  readonly network: string | undefined;
  readonly identifiers: readonly Identifier[];
}

export interface CoverageClass {
  readonly type: Concept | undefined;
  readonly value: string | undefined;
  readonly name: string | undefined;
}

function readCoverage(resource: FhirResource, context: ReadContext): CoverageRecord {
  const status = statusCode(resource['status']);
  const coverageType = readConcept(resource['type']);
  const payers = namesOfReferences(asList(resource['payor']), context, resource);
  const identifiers = readIdentifiers(resource['identifier']);
  const member = identifiers.find((one) => one.type?.codings.some(({ code }) => code === 'MB') === true);
  return {
    ...chartRecord(resource, {
      title: payers[0] ?? coverageType?.label ?? phrase('coverage.unnamed'),
      standing: status === 'active' ? 'current' : status === 'cancelled' ? 'past' : 'unknown',
      status: statusWords(resource['status']),
      when: whenOf(resource['period']),
      enteredInError: saysEnteredInError(resource['status']),
    }),
    coverageType,
    payers,
    memberId: (member ?? identifiers[0])?.value,
    subscriberId: asText(resource['subscriberId']),
    subscriber: nameOfReference(resource['subscriber'], context, resource),
    policyHolder: nameOfReference(resource['policyHolder'], context, resource),
    relationship: readConcept(resource['relationship']),
    dependent: asText(resource['dependent']),
    period: readPeriod(resource['period']),
    classes: asObjects(resource['class']).map((one) => ({
      type: readConcept(one['type']),
      value: asText(one['value']),
      name: asText(one['name']),
    })),
    order: asNumber(resource['order']),
    network: asText(resource['network']),
    identifiers,
  };
}

const byOrder = (a: CoverageRecord, b: CoverageRecord) => {
  const [left, right] = [a.order ?? Infinity, b.order ?? Infinity];
  return left === right ? 0 : left - right;
};

/** Current first, in the order of billing, then newest. */
export const coverage: RecordKind<CoverageRecord> = {
  id: 'coverage',
  read: readCoverage,
  compare: inOrder(byStanding, byOrder, byNewest),
};
