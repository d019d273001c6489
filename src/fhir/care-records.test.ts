/** Immunizations, procedures, visits, coverage and related people. */
import { describe, expect, it } from 'vitest';
import { contextOf } from './context-of.ts';
import { coverage } from './coverage.ts';
import { encounters, isEncounter } from './encounters.ts';
import { immunizations } from './immunizations.ts';
import type { FhirResource } from './json.ts';
import { fold, readRecords, type RecordKind, sortRecords } from './kind.ts';
import { people } from './people.ts';
import { procedures } from './procedures.ts';
import type { ChartRecord } from './record.ts';

function reading<R extends ChartRecord>(
  kind: RecordKind<R>,
  resourceType: string,
  ...others: FhirResource[]
) {
  return (...members: readonly Record<string, unknown>[]) => {
    const resources = members.map((one) => ({ resourceType, ...one }));
    return readRecords(kind, resources, contextOf(...others));
  };
}

describe('immunizations', () => {
  const read = reading(immunizations, 'Immunization');
  const flu = { vaccineCode: { text: 'Influenza' }, status: 'completed', occurrenceDateTime: '2020-11-19' };

  it.each([
    [
      { status: 'not-done', statusReason: { text: 'Patient objection' } },
      { key: 'mark.not-given-because', values: { reason: 'Patient objection' } },
    ],
    [{ status: 'not-done' }, { key: 'mark.not-given' }],
    [{ status: 'completed', wasNotGiven: true }, { key: 'mark.not-given' }],
    [{ status: 'completed', notGiven: true }, { key: 'mark.not-given' }],
  ])('a vaccine that was NOT given says so: %j', (members, phrase) => {
    expect(read({ ...flu, ...members })[0]).toMatchObject({
      notGiven: true,
      standing: 'current',
      marks: [{ phrase, tone: 'warning' }],
    });
  });

  it('a dose that may not count, and one reported from elsewhere, are marked', () => {
    expect(
      read({ ...flu, isSubpotent: true, subpotentReason: [{ text: 'Recalled lot' }] })[0]?.marks[0]?.phrase,
    ).toEqual({
      key: 'mark.subpotent-because',
      values: { reason: 'Recalled lot' },
    });
    expect(read({ ...flu, primarySource: false })[0]?.marks[0]?.phrase).toEqual({ key: 'mark.second-hand' });
    expect(
      read({ ...flu, primarySource: false, reportOrigin: { text: 'School record' } })[0]?.marks[0]?.phrase,
    ).toEqual({
      key: 'mark.reported-by',
      values: { name: 'School record' },
    });
    expect(read({ ...flu, primarySource: true })[0]?.marks).toEqual([]);
  });

  it('a date in words is kept', () => {
    expect(
      read({ ...flu, occurrenceDateTime: undefined, occurrenceString: 'as an infant' })[0]?.when,
    ).toEqual({
      kind: 'text',
      text: 'as an infant',
    });
  });

  it('lot, maker, site, route, dose and place in the series', () => {
    const [record] = read({
      ...flu,
      lotNumber: '2019-05',
      expirationDate: '2021-02',
      manufacturer: { display: 'Acme' },
      site: { text: 'Left arm' },
      route: { text: 'IM' },
      doseQuantity: { value: { rawJSON: '0.50' }, unit: 'mL' },
      performer: [{ actor: { display: 'Nurse Poe' } }, {}],
      protocolApplied: [
        {
          series: 'Hep B',
          doseNumberPositiveInt: 2,
          seriesDosesString: '3',
          targetDisease: [{ text: 'Hepatitis B' }],
        },
      ],
    });
    expect(record).toMatchObject({
      lot: '2019-05',
      expires: { sent: '2021-02' },
      manufacturer: 'Acme',
      dose: '0.50 mL',
      by: ['Nurse Poe'],
      protocols: [{ series: 'Hep B', dose: '2', of: '3', against: [{ label: 'Hepatitis B' }] }],
    });
  });

  it('two doses never fold, one dose recorded twice does', () => {
    expect(
      fold(immunizations, read(flu, flu, { ...flu, occurrenceDateTime: '2021-11-19' })).map(
        (g) => g.records.length,
      ),
    ).toEqual([2, 1]);
    expect(fold(immunizations, read(flu, { ...flu, status: 'not-done' }))).toHaveLength(2);
  });
});

describe('procedures', () => {
  const read = reading(procedures, 'Procedure');

  it.each([
    [
      { status: 'not-done', statusReason: { text: 'Refused' } },
      { key: 'mark.not-done-because', values: { reason: 'Refused' } },
    ],
    [{ status: 'completed', notPerformed: true }, { key: 'mark.not-done' }],
    [{ status: 'stopped' }, { key: 'mark.stopped' }],
  ])('what did NOT happen or was not finished says so: %j', (members, phrase) => {
    expect(read(members)[0]).toMatchObject({ standing: 'current', marks: [{ phrase, tone: 'warning' }] });
  });

  it.each([
    [{ performedDateTime: '2019' }, { date: { sent: '2019' } }],
    [{ performedPeriod: { end: '2020' } }, { end: { sent: '2020' } }],
    [{ performedString: 'last spring' }, { text: 'last spring' }],
    [{ performedAge: { value: 5, unit: 'years' } }, { text: '5 years' }],
  ])('every performed[x] choice is read: %j', (members, when) => {
    expect(read(members)[0]?.when).toMatchObject(when);
  });

  it('unnamed, it says so; no known procedures is a statement', () => {
    expect(read({})[0]?.title).toEqual({ key: 'procedure.unnamed' });
    expect(read({ code: { text: 'No known procedures' } })[0]?.statement).toBe('none-known');
  });

  it('newest first, undated after, entered in error last', () => {
    const sorted = sortRecords(
      procedures,
      read(
        { id: 'a' },
        { id: 'b', performedDateTime: '2001' },
        { id: 'c', status: 'entered-in-error', performedDateTime: '2026' },
        { id: 'd', performedDateTime: '2020' },
      ),
    );
    expect(sorted.map((one) => one.source.id)).toEqual(['d', 'b', 'a', 'c']);
  });
});

describe('visits', () => {
  const read = reading(encounters, 'Encounter', {
    resourceType: 'Condition',
    id: 'c1',
    code: { text: 'Gout' },
  });

  it('class, type, reasons, diagnoses, people, places and discharge', () => {
    const [record] = read({
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      type: [{ text: 'Follow-up' }],
      period: { start: '2020-01-02T10:00:00Z', end: '2020-01-02T10:30:00Z' },
      reasonCode: [{ text: 'Pain' }],
      diagnosis: [{ condition: { reference: 'Condition/c1' }, use: { text: 'Billing' }, rank: 1 }, {}],
      participant: [
        { type: [{ text: 'Attender' }], individual: { display: 'Dr. Ng' }, period: { start: '2020' } },
      ],
      location: [{ location: { display: 'Room 2' } }, {}],
      hospitalization: { admitSource: { text: 'Home' }, dischargeDisposition: { text: 'Home' } },
      length: { value: 30, unit: 'min' },
      identifier: [{ value: '77' }],
    });
    expect(record).toMatchObject({
      title: 'Follow-up',
      classWords: { key: 'encounter.AMB' },
      status: { key: 'status.finished' },
      reasons: ['Pain'],
      diagnoses: [{ name: 'Gout', use: { label: 'Billing' }, rank: '1' }],
      participants: [{ name: 'Dr. Ng', roles: [{ label: 'Attender' }] }],
      locations: [{ name: 'Room 2' }],
      admittedFrom: { label: 'Home' },
      dischargedTo: { label: 'Home' },
      length: '30 min',
      sortTime: Date.UTC(2020, 0, 2, 10),
    });
  });

  it('an unknown class and status are shown as sent; a cancelled visit did not take place', () => {
    expect(read({ class: { code: 'TELE' }, status: 'paused' })[0]).toMatchObject({
      title: 'TELE',
      status: 'paused',
      standing: 'unknown',
    });
    expect(read({ class: { code: 'VR', display: 'virtual' } })[0]?.classWords).toBe('virtual');
  });

  it('a class with its code system’s own display is said in our words; with another, in the record’s', () => {
    const system = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
    const classWords = (display: string) => read({ class: { system, code: 'IMP', display } })[0]?.classWords;
    expect(classWords('Inpatient encounter')).toEqual({ key: 'encounter.IMP' });
    expect(classWords('Day surgery')).toBe('Day surgery');
    expect(classWords('ambulatory')).toBe('ambulatory');

    expect(read({ status: 'cancelled' })[0]?.marks[0]?.phrase).toEqual({ key: 'mark.visit-cancelled' });
  });

  it('the launch’s encounter is found with and without its prefix', () => {
    const [visit] = read({ id: 'PT-123456' });
    expect(
      ['123456', 'PT-123456', 'Encounter/PT-123456', '12345'].map((id) => isEncounter(visit!, id)),
    ).toEqual([true, true, true, false]);
  });
});

describe('coverage', () => {
  const read = reading(coverage, 'Coverage');

  it('member, subscriber, group, plan, payer, relationship and period', () => {
    const [record] = read({
      status: 'active',
      payor: [{ display: 'Acme Health' }],
      identifier: [{ value: '1' }, { type: { coding: [{ code: 'MB' }] }, value: 'M-9' }],
      subscriberId: 'S-3',
      relationship: { text: 'Self' },
      period: { start: '2020' },
      class: [{ type: { text: 'Group' }, value: 'G7', name: 'Staff' }],
      order: 1,
    });
    expect(record).toMatchObject({
      title: 'Acme Health',
      standing: 'current',
      memberId: 'M-9',
      subscriberId: 'S-3',
      relationship: { label: 'Self' },
      classes: [{ type: { label: 'Group' }, value: 'G7', name: 'Staff' }],
      order: 1,
    });
  });

  it('current in the order of billing; cancelled last', () => {
    const sorted = sortRecords(
      coverage,
      read(
        { id: 'c', status: 'cancelled', order: 1 },
        { id: 'b', status: 'active', order: 2 },
        { id: 'a', status: 'active', order: 1 },
        { id: 'd', status: 'draft' },
      ),
    );
    expect(sorted.map((one) => one.source.id)).toEqual(['a', 'b', 'd', 'c']);
  });
});

describe('people', () => {
  const read = reading(people, 'RelatedPerson');

  it('name, relationship and how to reach them', () => {
    expect(
      read({
        name: [{ given: ['Ann'], family: 'Shaw' }],
        relationship: [{ text: 'Niece' }],
        telecom: [{ system: 'phone', value: '555' }],
      })[0],
    ).toMatchObject({
      title: 'Ann Shaw',
      relationships: [{ label: 'Niece' }],
      telecoms: [{ value: '555' }],
      standing: 'current',
    });
    expect(read({ relationship: [{ text: 'Mother' }] })[0]?.title).toBe('Mother');
    expect(read({})[0]?.title).toEqual({ key: 'person.unnamed' });
    expect(read({ active: false })[0]?.standing).toBe('past');
  });
});
