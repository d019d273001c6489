/** Vital signs: Observations of category vital-signs. FHIR R4 vital signs profile, US Core's vital signs. */
import { bloodPressureOf, shownBloodPressure } from './blood-pressure.ts';
import { byError } from './clinical-order.ts';
import { heaviest, type Flag } from './interpretation.ts';
import { byNewest, inOrder, type RecordKind } from './kind.ts';
import { byCritical } from './laboratory.ts';
import { hasValue, readObservation, type ObservationRecord } from './observations.ts';
import { phrase, type Words } from './phrase.ts';
import type { ReadContext } from './record.ts';
import type { FhirResource } from './json.ts';
import { sameContentKey } from './same-content.ts';
import { shownObservation, type ShownPart } from './shown-observation.ts';
import { testKey } from './test-key.ts';
import { vitalOf, vitalOrder, type VitalId } from './vital-signs.ts';

export interface VitalRecord extends ObservationRecord {
  readonly vital: VitalId;
}

function readR4(resource: FhirResource, context: ReadContext): VitalRecord {
  const record = readObservation(resource, context);
  return { ...record, vital: vitalOf(record) };
}

export const vitals: RecordKind<VitalRecord> = {
  id: 'vitals',
  read: readR4,
  compare: inOrder<VitalRecord>(byError, byCritical, byNewest, byReadingOrder),
  foldKey: sameContentKey,
};

function byReadingOrder(a: VitalRecord, b: VitalRecord): number {
  return vitalOrder.indexOf(a.vital) - vitalOrder.indexOf(b.vital);
}

/** One measurement: an observation, or two that are one blood pressure. */
export interface Measurement {
  readonly vital: VitalId;
  readonly title: Words;
  readonly shown: readonly ShownPart[];
  readonly flag: Flag | undefined;
  /** One; two where systolic and diastolic came apart. */
  readonly records: readonly [VitalRecord, ...VitalRecord[]];
}

/**
 * The records as measurements: a systolic and a diastolic pressure that came as two observations of one time are one
 * blood pressure, and a panel whose members have arrived gives way to them. Order as given.
 */
export function measurementsOf(records: readonly VitalRecord[]): readonly Measurement[] {
  const known = new Set(records.map((record) => record.key));
  const halves = Map.groupBy(
    records.filter((record) => halfOf(record) !== undefined),
    momentOf,
  );
  const panels = records.filter((record) =>
    record.members.some(({ key }) => key !== undefined && known.has(key)),
  );
  const inhaled = Map.groupBy(
    records.filter(({ vital }) => vital === 'inhaled-oxygen' || vital === 'oxygen-flow'),
    minuteOf,
  );
  const paired = new Set<string>();
  return records.flatMap((record): readonly Measurement[] => {
    if (paired.has(record.key)) return [];
    const partner = partnerOf(record, halves.get(momentOf(record)) ?? [], paired);
    const pressure = partner && bloodPressureOf([record, partner]);
    const together = pressure && shownBloodPressure(pressure);
    if (partner === undefined || together === undefined) {
      const shown = [...shownObservation(record), ...oxygenGiven(record, inhaled)];
      return shown.length === 0 && panels.includes(record)
        ? []
        : [measurement(record.title, shown, [record])];
    }
    paired.add(partner.key);
    const panel = panels.find((one) =>
      [record, partner].every(({ key }) => one.members.some((m) => m.key === key)),
    );
    const flags = [...record.flags, ...partner.flags];
    const title = panel?.title ?? phrase('title.blood-pressure');
    return [measurement(title, [{ ...together, label: undefined, flags }], [record, partner])];
  });
}

/** By the day alone it would be a guess which saturation was meant. */
function minuteOf({ when, sortTime, enteredInError }: VitalRecord): string | undefined {
  const timed = when?.kind === 'date' && when.date.precision === 'time';
  return timed ? `${sortTime} ${enteredInError}` : undefined;
}

/** The oxygen a saturation was measured on, where it came as an observation of its own at the same time. */
function oxygenGiven(
  record: VitalRecord,
  inhaled: ReadonlyMap<string | undefined, readonly VitalRecord[]>,
): readonly ShownPart[] {
  const moment = minuteOf(record);
  if (record.vital !== 'oxygen-saturation' || moment === undefined) return [];
  return (inhaled.get(moment) ?? []).flatMap((given) =>
    shownObservation(given).map((part) => ({ ...part, label: part.label ?? given.title })),
  );
}

function measurement(
  title: Words,
  shown: readonly ShownPart[],
  records: Measurement['records'],
): Measurement {
  const flags = shown.flatMap((part) => part.flags);
  return { vital: records[0].vital, title, shown, flag: heaviest(flags), records };
}

/** What two halves of one blood pressure share: the time, the place on the body and whether they are a fact. */
function momentOf(record: VitalRecord): string | undefined {
  if (record.when?.kind !== 'date' || !['day', 'time'].includes(record.when.date.precision)) return undefined;
  return `${record.sortTime} ${record.enteredInError} ${record.bodySite?.label ?? ''}`;
}

/** The other half of a blood pressure. By the day alone only where that day has no second reading to mix it up with. */
function partnerOf(
  record: VitalRecord,
  candidates: readonly VitalRecord[],
  taken: ReadonlySet<string>,
): VitalRecord | undefined {
  const half = halfOf(record);
  if (half === undefined || momentOf(record) === undefined) return undefined;
  const others = candidates.filter((other) => halfOf(other) !== half);
  if (record.when?.kind === 'date' && record.when.date.precision === 'day' && candidates.length !== 2)
    return undefined;
  return others.find((other) => !taken.has(other.key));
}

function halfOf(record: ObservationRecord): 'systolic' | 'diastolic' | undefined {
  if (record.components.length > 0 || record.value?.kind !== 'quantity') return undefined;
  const pressure = bloodPressureOf([record]);
  return pressure === undefined ? undefined : pressure.systolic === undefined ? 'diastolic' : 'systolic';
}

/**
 * The newest measurement of each vital sign, in reading order; tests this app has no name for stand for themselves.
 * Records entered in error or cancelled never stand for a sign, those without a value or a date only where it has
 * no other.
 */
export function latestVitals(records: readonly VitalRecord[]): readonly Measurement[] {
  const facts = records.filter((record) => !record.enteredInError && record.statusCode !== 'cancelled');
  const newest = measurementsOf(facts.toSorted(byNewest)).filter((one) => one.shown.length > 0);
  const latest = new Map<string, Measurement>();
  for (const one of [...newest.filter(isMeasured), ...newest.filter((one) => !isMeasured(one))]) {
    const [first] = one.records;
    const key = one.vital === 'other' ? (testKey(first) ?? first.key) : one.vital;
    if (!latest.has(key)) latest.set(key, one);
  }
  return [...latest.values()].toSorted((a, b) => byReadingOrder(a.records[0], b.records[0]));
}

function isMeasured({ records }: Measurement): boolean {
  return records.some(hasValue);
}
