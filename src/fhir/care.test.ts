import { describe, expect, it } from 'vitest';
import { carePlans, prohibitionMark } from './care-plans.ts';
import { careTeams } from './care-teams.ts';
import { devices } from './devices.ts';
import { goals } from './goals.ts';
import type { FhirResource, JsonObject } from './json.ts';
import { readRecords, type RecordKind } from './kind.ts';
import { narrativeAdds } from './narrative-adds.ts';
import { orders } from './orders.ts';
import { other, typeNameOf } from './other.ts';
import { sample, sampleContext } from './record-samples.ts';
import type { ChartRecord } from './record.ts';
import { specimens } from './specimens.ts';
import { tests } from './tests.ts';

function read<R extends ChartRecord>(
  kind: RecordKind<R>,
  type: string,
  fields: JsonObject,
  ...others: readonly FhirResource[]
) {
  return readRecords(kind, [sample(type, fields)], sampleContext(others))[0]!;
}

describe('care plans', () => {
  const category = [{ coding: [{ code: 'assess-plan' }] }];
  const text = { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">active</div>' };

  it('the narrative is the content of an assessment and plan, generated or not', () => {
    const plan = read(carePlans, 'CarePlan', { status: 'active', intent: 'order', category, text });
    expect(plan.narrative?.html).toContain('active');
    expect(plan.title).toEqual({ key: 'title.assess-plan' });
    expect(read(carePlans, 'CarePlan', { status: 'active', text }).narrative).toBeUndefined();
  });

  it('an activity that is not to be done says so', () => {
    const { activities } = read(carePlans, 'CarePlan', {
      activity: [
        { detail: { description: 'Ibuprofen', doNotPerform: true, status: 'not-started' } },
        { reference: { display: 'Visit' } },
      ],
    });
    expect(activities.map((one) => [one.title, one.prohibited, prohibitionMark(one).length])).toEqual([
      ['Ibuprofen', true, 1],
      ['Visit', false, 0],
    ]);
  });

  it('completed and revoked plans are past', () => {
    expect(
      ['active', 'on-hold', 'completed', 'revoked', 'odd'].map(
        (status) => read(carePlans, 'CarePlan', { status }).standing,
      ),
    ).toEqual(['current', 'current', 'past', 'past', 'unknown']);
  });
});

describe('free text the fields do not carry is shown', () => {
  const resource = (status: string, div: string): FhirResource => ({
    resourceType: 'Goal',
    lifecycleStatus: 'active',
    description: { text: 'Walk daily' },
    text: { status, div },
  });
  it('additional always, generated where it differs from the fields', () => {
    expect(narrativeAdds(resource('additional', '<div>Walk daily</div>'))).toBe(true);
    expect(narrativeAdds(resource('generated', '<div><b>Description</b>: Walk daily</div>'))).toBe(false);
    expect(narrativeAdds(resource('generated', '<div>Walk daily with a stick</div>'))).toBe(true);
    expect(narrativeAdds(resource('empty', '<div> </div>'))).toBe(false);
  });
});

describe('goals', () => {
  it('keeps lifecycle, achievement, targets and due dates', () => {
    const goal = read(goals, 'Goal', {
      lifecycleStatus: 'active',
      achievementStatus: { coding: [{ code: 'not-achieved' }] },
      description: { text: 'Weight below 80 kg' },
      startDate: '2026-01-01',
      target: [
        { measure: { text: 'Weight' }, detailQuantity: { value: 80, unit: 'kg' }, dueDate: '2026-12-31' },
        { dueDuration: { value: 3, unit: 'months' } },
      ],
      addresses: [{ reference: 'Condition/c', display: 'Obesity' }],
    });
    expect(goal).toMatchObject({
      title: 'Weight below 80 kg',
      achievement: { key: 'achievement.not-achieved' },
      targets: [
        {
          measure: { label: 'Weight' },
          values: [{ quantity: { value: '80' } }],
          due: { date: { sent: '2026-12-31' } },
        },
        { due: { kind: 'text', text: '3 months' } },
      ],
      addresses: [{ name: 'Obesity' }],
      when: { date: { sent: '2026-01-01' } },
    });
    expect(read(goals, 'Goal', { lifecycleStatus: 'rejected' }).standing).toBe('past');
  });
});

describe('care teams', () => {
  it('each member with role, name and telecom, through the practitioner’s role', () => {
    const role: FhirResource = {
      resourceType: 'PractitionerRole',
      id: 'r',
      practitioner: { reference: 'Practitioner/d' },
      specialty: [{ text: 'Cardiology' }],
    };
    const doctor: FhirResource = {
      resourceType: 'Practitioner',
      id: 'd',
      name: [{ text: 'Dr Ann Doe' }],
      telecom: [{ system: 'phone', value: '555' }],
    };
    const team = read(
      careTeams,
      'CareTeam',
      {
        status: 'active',
        participant: [
          {
            role: [{ text: 'Cardiologist' }],
            member: { reference: 'PractitionerRole/r' },
            period: { start: '2020' },
          },
          { role: [{ text: 'Caregiver' }] },
        ],
      },
      role,
      doctor,
    );
    expect(team.members).toMatchObject([
      {
        name: 'Dr Ann Doe',
        roles: [{ label: 'Cardiologist' }],
        specialties: [{ label: 'Cardiology' }],
        telecoms: [{ value: '555' }],
        period: { start: { year: 2020 } },
      },
      { name: { key: 'title.unnamed-member' }, roles: [{ label: 'Caregiver' }] },
    ]);
  });
});

describe('devices', () => {
  it('keeps the UDI whole: DI, both carriers, dates, lot, serial, distinct identifier', () => {
    const device = read(devices, 'Device', {
      status: 'active',
      type: { text: 'Pacemaker' },
      udiCarrier: [
        {
          deviceIdentifier: '09504000059118',
          carrierHRF: '(01)09504000059118(17)141120',
          carrierAIDC: 'XWQx',
        },
      ],
      distinctIdentifier: 'A99',
      manufactureDate: '2013-05',
      expirationDate: '2027-11-20',
      lotNumber: '7654',
      serialNumber: '109',
    });
    expect(device).toMatchObject({
      title: 'Pacemaker',
      udi: [
        {
          deviceIdentifier: '09504000059118',
          humanReadable: '(01)09504000059118(17)141120',
          machineReadable: 'XWQx',
        },
      ],
      distinctIdentifier: 'A99',
      manufactureDate: { precision: 'month' },
      expirationDate: { sent: '2027-11-20' },
      lotNumber: '7654',
      serialNumber: '109',
      when: undefined,
    });
    expect(read(devices, 'Device', { udiCarrier: [{ deviceIdentifier: '095' }] }).title).toBe('095');
  });
});

describe('orders', () => {
  const keys = (fields: JsonObject) =>
    read(orders, 'ServiceRequest', fields).marks.map(({ phrase }) =>
      typeof phrase === 'string' ? phrase : phrase.key,
    );
  it('what is NOT to be done is said', () => {
    expect(keys({ doNotPerform: true })).toEqual(['mark.do-not-perform']);
    expect(keys({ doNotPerform: false, priority: 'routine' })).toEqual([]);
    expect(keys({ priority: 'stat' })).toEqual(['priority.stat']);
  });
  it('keeps reason, requester, occurrence, and is dated by when it was written', () => {
    const order = read(orders, 'ServiceRequest', {
      status: 'active',
      intent: 'order',
      code: { text: 'Referral' },
      reasonCode: [{ text: 'Chest pain' }],
      requester: { display: 'Dr Doe' },
      occurrenceDateTime: '2026-05-01',
      authoredOn: '2026-04-01',
      asNeededCodeableConcept: { text: 'pain' },
    });
    expect(order).toMatchObject({
      title: 'Referral',
      intent: { key: 'intent.order' },
      reasons: [{ label: 'Chest pain' }],
      requester: { name: 'Dr Doe' },
      occurrence: { date: { sent: '2026-05-01' } },
      when: { date: { sent: '2026-04-01' } },
      asNeeded: { key: 'order.as-needed-for', values: { reason: 'pain' } },
    });
  });
});

describe('specimens', () => {
  it('keeps type, collection and condition', () => {
    const specimen = read(specimens, 'Specimen', {
      type: { text: 'Serum' },
      status: 'unsatisfactory',
      collection: {
        collectedDateTime: '2026-01-01',
        bodySite: { text: 'arm' },
        fastingStatusDuration: { value: 8, unit: 'h' },
      },
      accessionIdentifier: { value: 'A1' },
      condition: [{ text: 'hemolyzed' }],
    });
    expect(specimen).toMatchObject({
      title: 'Serum',
      collected: { date: { sent: '2026-01-01' } },
      bodySite: { label: 'arm' },
      fasting: [{ kind: 'quantity' }],
      accession: { value: 'A1' },
      conditions: [{ label: 'hemolyzed' }],
      marks: [{ phrase: { key: 'mark.unsatisfactory' } }],
    });
  });
});

describe('imaging', () => {
  it('a study is listed with its series', () => {
    const record = read(tests, 'ImagingStudy', {
      status: 'available',
      started: '2026-01-01T08:00:00Z',
      series: [
        { modality: { code: 'CT', display: 'Computed tomography' }, numberOfInstances: 30 },
        { instance: [{}, {}] },
      ],
    });
    expect(record).toMatchObject({
      title: 'Computed tomography',
      study: { seriesCount: 2, instanceCount: 32 },
      observation: undefined,
    });
  });
});

describe('whatever fits no section', () => {
  it.each<[string, JsonObject, unknown]>([
    ['FamilyMemberHistory', { relationship: { text: 'Mother' } }, 'Mother'],
    ['Practitioner', { name: [{ family: 'Doe' }] }, 'Doe'],
    ['Location', { name: 'Ward 3' }, 'Ward 3'],
    ['Flag', { code: { text: 'Falls risk' } }, 'Falls risk'],
    ['NutritionOrder', {}, 'Nutrition order'],
    ['BrandNewThing', {}, 'Brand new thing'],
  ])('%s is named by what it says, else by its type', (type, fields, title) => {
    expect(read(other, type, fields).title).toBe(title);
  });
  it('is dated by the first date it carries, and shows an unknown status as sent', () => {
    const record = read(other, 'Flag', { period: { start: '2020-01-01' }, status: 'odd' });
    expect(record).toMatchObject({ sortTime: Date.UTC(2020, 0, 1), status: 'odd', standing: 'unknown' });
    expect(read(other, 'Flag', { status: 'entered-in-error' }).enteredInError).toBe(true);
  });
  it('names a type of any case', () => {
    expect(typeNameOf('MolecularSequence')).toBe('Molecular sequence');
  });
});
