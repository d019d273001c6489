import { describe, expect, it, vi } from 'vitest';
import { settle } from './budget-clock-fake.ts';
import { bundle, createFakeEhr, fhirBase, status } from './start-reading-fake.ts';

// fhirclient's pure build takes `fetch` and `Response` from `window` while it loads.
vi.hoisted(() => vi.stubGlobal('window', globalThis));

const twenty = { requestsPerMinute: 20, preflightsCount: true };
const goals = /^Goal\?/;
const goal = (id: string) => ({ resourceType: 'Goal', id, subject: { reference: 'Patient/85' } });

describe('references', () => {
  const doctor = { resourceType: 'Practitioner', id: 'd' };

  it('are read once, however often they are asked for', async () => {
    const { start, paths } = createFakeEhr((path) => (path === 'Practitioner/d' ? doctor : undefined));
    const reading = start();
    const all = await Promise.all(
      ['Practitioner/d', `${fhirBase}/Practitioner/d`, 'Practitioner/d/_history/1'].map(
        reading.fetchReference,
      ),
    );
    expect(all).toEqual([doctor, doctor, doctor]);
    expect(reading.find({ reference: 'Practitioner/d' })).toEqual(doctor);
    expect(paths().filter((path) => path.startsWith('Practitioner'))).toEqual(['Practitioner/d']);
    reading.stop();
  });

  it('one that a search brings is not asked for', async () => {
    const { start, paths } = createFakeEhr((path) => (goals.test(path) ? bundle([goal('1')]) : undefined));
    const reading = start();
    expect(await reading.fetchReference('Goal/1')).toEqual(goal('1'));
    await settle();
    expect(paths()).toHaveLength(20);
    reading.stop();
  });

  it('one that fails is undefined, and asked for again only by "read again"', async () => {
    const { start, paths } = createFakeEhr((path) => (path === 'Practitioner/d' ? status(404) : undefined));
    const reading = start();
    expect(await reading.fetchReference('Practitioner/d')).toBeUndefined();
    expect(await reading.fetchReference('Practitioner/d')).toBeUndefined();
    expect(paths().filter((path) => path === 'Practitioner/d')).toHaveLength(1);
    reading.readAgain([]);
    await settle();
    await reading.fetchReference('Practitioner/d');
    expect(paths().filter((path) => path === 'Practitioner/d')).toHaveLength(2);
    reading.stop();
  });

  it.each([
    'Medication/1',
    'Patient/86',
    'Person/1',
    'https://evil.example/fhir/Practitioner/d',
    'urn:uuid:1',
    '#d',
    'http://terminology.hl7.org/CodeSystem/v3-NullFlavor',
    'Device/x?y=z',
    '',
  ])('%s is never asked for', async (reference) => {
    const { start, paths } = createFakeEhr();
    const reading = start();
    expect(await reading.fetchReference(reference)).toBeUndefined();
    await settle();
    expect(paths()).toHaveLength(20);
    reading.stop();
  });

  it('nor one whose scope was not granted', async () => {
    const { start, paths } = createFakeEhr();
    const reading = start({ allows: (type) => (type === 'Practitioner' ? 'no' : 'yes') });
    expect(await reading.fetchReference('Practitioner/d')).toBeUndefined();
    expect(paths()).not.toContain('Practitioner/d');
    reading.stop();
  });

  it.each([
    ['another record', { resourceType: 'Encounter', id: 'PT-2' }],
    ['another type', { resourceType: 'Goal', id: 'PT-1' }],
    ['somebody else’s', { resourceType: 'Encounter', id: 'PT-1', subject: { reference: 'Patient/86' } }],
  ])('%s in place of the one asked for is refused', async (_, answer) => {
    const { start } = createFakeEhr((path) => (path === 'Encounter/PT-1' ? answer : undefined));
    const reading = start();
    expect(await reading.fetchReference('Encounter/PT-1')).toBeUndefined();
    expect(reading.find(`${answer.resourceType}/${answer.id}`)).toBeUndefined();
    reading.stop();
  });

  it('wait for the plan within the limit', async () => {
    const { start, asked, clock } = createFakeEhr((path) => (path === 'Practitioner/d' ? doctor : undefined));
    const reading = start({ rateLimit: twenty });
    const found = reading.fetchReference('Practitioner/d');
    await clock.advance(61_000 * 2);
    expect(await found).toEqual(doctor);
    expect(asked.at(-1)).toMatchObject({ path: 'Practitioner/d', at: 122 });
    reading.stop();
  });
});

describe('attachments', () => {
  it('come from the base and the listed documents, and from nowhere else', async () => {
    const { start } = createFakeEhr((path) =>
      path.includes('ccda') ? new Response('<a/>', { headers: { 'content-type': 'text/xml' } }) : undefined,
    );
    const reading = start();
    const file = await reading.fetchAttachment('https://fhir.example.com/api/ccda?patient=85&date=');
    expect(file.contentType).toBe('text/xml');
    await expect(reading.fetchAttachment('https://evil.example/a.pdf')).rejects.toMatchObject({
      failure: { kind: 'broken', reason: 'foreign-link' },
    });
    reading.stop();
  });

  it('a visit read by itself stands among the visits, after "read again" too', async () => {
    const visit = (id: string) => ({
      resourceType: 'Encounter',
      id,
      subject: { reference: 'Patient/85' },
    });
    const { start } = createFakeEhr((path) =>
      path === 'Encounter/2' ? visit('2') : path.startsWith('Encounter?') ? bundle([visit('1')]) : undefined,
    );
    const reading = start();
    const search = reading.searchesFor('encounters')[0]!;
    await reading.settled(search.id);
    const heard = vi.fn<() => void>();
    reading.subscribe(heard);
    await reading.fetchReference('Encounter/2');
    const ids = (): unknown => {
      const state = reading.stateOf(search.id);
      return state.state === 'read' && state.answer.records.map(({ id }) => id);
    };
    expect(ids()).toEqual(['1', '2']);
    expect(heard).toHaveBeenCalled();
    reading.readAgain(['encounters']);
    await settle();
    expect(ids()).toEqual(['1', '2']);
    reading.stop();
  });
});
