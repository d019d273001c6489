// @vitest-environment jsdom
/** The lists of care and of the person over the cast's records, a rule a test. */
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import type { FhirResource } from '#fhir/json.ts';
import type { SearchState } from '#fhir/reading.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { CarePlan } from './care-plan/CarePlan.tsx';
import { CareTeam } from './care-team/CareTeam.tsx';
import { Coverage } from './coverage/Coverage.tsx';
import { Devices } from './devices/Devices.tsx';
import { Encounters } from './encounters/Encounters.tsx';
import { Goals } from './goals/Goals.tsx';
import { answerOf, fakeReading } from './kit/fake-reading.ts';
import './kit/RecordDetails.tsx';
import { type Drawn, renderChart } from './kit/render-chart.tsx';
import { Other } from './other/Other.tsx';
import { People } from './people/People.tsx';

const [david, anna, marta] = ['428946492', '428946523', '429200303'];

let drawn: Drawn | undefined;
afterEach(() => drawn?.remove());

interface Options {
  readonly path?: string;
  readonly encounterId?: string;
  readonly states?: Record<string, SearchState>;
  readonly more?: readonly FhirResource[];
}

async function open(view: ReactNode, patientId: string, options: Options = {}): Promise<Drawn> {
  const { path = '/chart/x', encounterId, states = {}, more = [] } = options;
  const resources = castResources().filter((one) => {
    if (one.resourceType === 'Patient') return one.id === patientId;
    const about = JSON.stringify([one['subject'], one['patient'], one['beneficiary']]);
    return !about.includes('Patient/') || about.includes(`Patient/${patientId}"`);
  });
  const reading = fakeReading({ patientId, resources: [...resources, ...more], states });
  drawn = await renderChart(view, { reading, path, chart: { encounterId } });
  await drawn.after(() => undefined);
  return drawn;
}

function rows({ box }: Drawn): readonly string[] {
  return [...box.querySelectorAll('tbody tr')].map((row) => row.textContent.replace(/\s+/g, ' ').trim());
}

const rowOf = (page: Drawn, name: string): string => rows(page).find((row) => row.startsWith(name)) ?? '';

const keyOf = (type: string, patientId: string): string =>
  `${type}/${castResources().find((one) => one.resourceType === type && JSON.stringify(one).includes(patientId))?.id}`;

describe('visits', () => {
  test('the visit of the launch is marked, with or without the prefix of its id', async () => {
    for (const encounterId of ['90412211', 'PT-90412211']) {
      const page = await open(<Encounters />, david!, { encounterId });
      const marked = rows(page).filter((row) => row.includes('Chart opened from this visit'));
      expect(marked).toHaveLength(1);
      expect(marked[0]).toContain('Nov 21, 2026');
      page.remove();
    }
  });
  test('no visit is marked where the launch named none', async () => {
    expect((await open(<Encounters />, david!)).text()).not.toContain('Chart opened from this visit');
  });
  test('a cancelled visit says that it did not take place; a finished one needs no word', async () => {
    const page = await open(<Encounters />, marta!);
    expect(rows(page).some((row) => row.includes('Cancelled: did not take place'))).toBe(true);
    expect(page.text()).not.toContain('Finished');
  });
});

describe('care plan', () => {
  test('the assessment and plan is read in the list: its narrative is the content', async () => {
    const page = await open(<CarePlan />, david!);
    const narrative = page.box.querySelector('tbody .narrative');
    expect(narrative?.textContent).toContain('lisinopril 20 mg');
    expect(narrative?.querySelectorAll('li').length).toBeGreaterThan(1);
  });
  test('opened, it stands before the facts, once', async () => {
    const page = await open(<CarePlan />, david!, { path: `/chart/care-plan/${keyOf('CarePlan', david!)}` });
    const panel = page.box.querySelector('aside')!;
    expect(panel.querySelectorAll('.narrative')).toHaveLength(1);
    const [narrative, facts] = [panel.querySelector('.narrative')!, panel.querySelector('.facts')!];
    expect(narrative.compareDocumentPosition(facts)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });
  test('markup that would act is gone, the words stay', async () => {
    const div =
      '<div xmlns="http://www.w3.org/1999/xhtml"><p onclick="x()">Rest<script>x()</script></p></div>';
    const plan = {
      resourceType: 'CarePlan',
      id: 'hostile',
      status: 'active',
      subject: { reference: `Patient/${marta}` },
      category: [{ coding: [{ code: 'assess-plan' }] }],
      text: { status: 'additional', div },
      period: { start: '2026-11-20' },
    };
    const page = await open(<CarePlan />, marta!, { states: { CarePlan: answerOf([plan]) } });
    expect(page.box.querySelector('tbody .narrative')?.innerHTML).toMatch(/^<div><p>Rest<\/p><\/div>$/);
  });
  test('an activity that must not be done says so', async () => {
    const plan = {
      resourceType: 'CarePlan',
      id: 'activity',
      status: 'active',
      subject: { reference: `Patient/${marta}` },
      title: 'After surgery',
      activity: [{ detail: { status: 'scheduled', doNotPerform: true, code: { text: 'Heavy lifting' } } }],
    };
    const page = await open(<CarePlan />, marta!, {
      states: { CarePlan: answerOf([plan]) },
      path: '/chart/care-plan/CarePlan/activity',
    });
    expect(page.box.querySelector('aside')?.textContent).toContain(
      'Heavy lifting: NOT to be done, Scheduled',
    );
  });
});

describe('goals, care team, devices, coverage, people', () => {
  test('a goal: target with its unit as sent, by when, and how far it was reached', async () => {
    const row = rowOf(await open(<Goals />, david!), 'Hemoglobin A1c below 7 %');
    expect(row).toContain('Hemoglobin A1c <7.0 % by Feb 28, 2027');
    expect(row).toContain('In progress');
  });
  test('a care team: everybody in it with a role, and how to reach them', async () => {
    const page = await open(<CareTeam />, david!);
    const members = [...page.box.querySelectorAll('.team li')].map(({ textContent }) => textContent);
    expect(members).toHaveLength(6);
    expect(members[0]).toContain('TESTING, PROVIDER, MD');
    expect(members[0]).toContain('Primary care provider');
    expect(members.join()).toContain('(621) 555-0113');
  });
  test('a device: the whole UDI as on its label', async () => {
    const device = castResources().find(
      (one) => one.resourceType === 'Device' && JSON.stringify(one).includes(`Patient/${anna}`),
    )!;
    const [carrier] = device['udiCarrier'] as readonly Record<string, string>[];
    const page = await open(<Devices />, anna!, { path: `/chart/devices/Device/${device.id}` });
    expect(rows(page).join()).toContain(carrier!['deviceIdentifier']);
    expect(page.box.querySelector('aside')?.textContent).toContain(carrier!['carrierHRF']);
  });
  test('coverage: member number, group and plan; what has ended is behind "all"', async () => {
    const page = await open(<Coverage />, david!);
    expect(rows(page)).toHaveLength(1);
    expect(rows(page)[0]).toContain('group Parcel Workers · plan Made Up PPO Silver');
    expect(rows(page)[0]).toContain('MUM000428946');
    expect(page.text()).toContain('Current 1All 2');
  });
  test('people: relationship and every way to reach them', async () => {
    expect(rowOf(await open(<People />, david!), 'ANNA SMITH')).toBe(
      'ANNA SMITHwife(621) 555-0113 (phone, mobile)',
    );
  });
});

describe('other records: nothing that arrived is left out', () => {
  const stray = {
    resourceType: 'Provenance',
    id: 'stray',
    target: [{ reference: 'Condition/elsewhere' }],
    recorded: '2026-11-20T10:00:00Z',
  };
  const known = { resourceType: 'Provenance', id: 'known', target: [{ reference: 'Condition/c1' }] };
  const condition = {
    resourceType: 'Condition',
    id: 'c1',
    subject: { reference: 'Patient/nobody' },
    code: { text: 'Cough' },
  };
  const misplaced = { resourceType: 'Basic', id: 'b1', code: { text: 'Something else' } };

  test('a match no section lists, and what came along for nothing', async () => {
    const answer = answerOf([condition, misplaced], { included: [stray, known] });
    const page = await open(<Other />, 'nobody', { states: { Condition: answer } });
    expect(rows(page).map((row) => row.replace(/Nov.*/, ''))).toEqual([
      expect.stringContaining('Provenance'),
      expect.stringContaining('Something else'),
    ]);
  });
  test('only claimed to be none when everything has arrived', async () => {
    const page = await open(<Other />, 'nobody', { states: { Condition: { state: 'reading' } } });
    expect(page.text()).toContain('Reading other records…');
    const all = await open(<Other />, 'nobody', { states: { Condition: answerOf([condition]) } });
    expect(all.text()).toContain('No other records are recorded in NextGen Office.');
    page.remove();
  });
  test('sorted by date, undated records stand together at the end, whichever way round', async () => {
    const basic = (id: string, created?: string) => ({
      resourceType: 'Basic',
      id,
      code: { text: id },
      ...(created === undefined ? {} : { created }),
    });
    const records = [basic('undated'), basic('old', '2019-05-04'), basic('new', '2026-05-04')];
    const page = await open(<Other />, 'nobody', { states: { Condition: answerOf(records) } });
    for (const dated of [
      ['new', 'old'],
      ['old', 'new'],
    ]) {
      const sort = [...page.box.querySelectorAll<HTMLElement>('th button')].find(({ textContent }) =>
        textContent.startsWith('Date'),
      );
      await page.after(() => sort!.click());
      expect(rows(page).map((row) => row.replace(/Basic.*/, ''))).toEqual([
        ...dated,
        'Without a date',
        'undated',
      ]);
    }
  });
});
