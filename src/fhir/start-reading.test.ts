import { describe, expect, it, vi } from 'vitest';
import { settle } from './budget-clock-fake.ts';
import { bundle, createFakeEhr, davidSmith, fhirBase, status } from './start-reading-fake.ts';

// fhirclient's pure build takes `fetch` and `Response` from `window` while it loads.
vi.hoisted(() => vi.stubGlobal('window', globalThis));

const goal = (id: string, patient = '85') => ({
  resourceType: 'Goal',
  id,
  subject: { reference: `Patient/${patient}` },
});
const goals = /^Goal\?/;
const lost = () => new TypeError('Failed to fetch');

describe('a chart', () => {
  it('is read in twenty requests, each section on its own', async () => {
    const { start, paths } = createFakeEhr((path) =>
      goals.test(path) ? bundle([goal('1'), goal('2')]) : undefined,
    );
    const reading = start();
    expect(reading.progress()).toEqual({ total: 20, done: 0, waitSeconds: undefined, readAt: undefined });
    await settle();
    expect(paths()).toHaveLength(20);
    expect(reading.progress()).toMatchObject({ total: 20, done: 20, waitSeconds: undefined });
    const state = reading.stateOf('Goal');
    expect(state.state === 'read' && state.answer.records.map(({ id }) => id)).toEqual(['1', '2']);
    expect(reading.stateOf('Device')).toMatchObject({ state: 'read', answer: { records: [], more: false } });
    expect(reading.searchesFor('medications').map(({ id }) => id)).toEqual([
      'MedicationRequest',
      'MedicationDispense',
      'MedicationAdministration',
    ]);
    expect(reading.stateOf('Nonsense')).toEqual({ state: 'not-offered' });
    reading.stop();
  });

  it('one section’s trouble never touches another', async () => {
    const { start } = createFakeEhr((path) => {
      if (path.startsWith('AllergyIntolerance')) return status(403);
      if (path.startsWith('Condition')) return status(500);
      if (path.startsWith('MedicationRequest'))
        return new Response('<html>', { headers: { 'content-type': 'text/html' } });
      if (path.startsWith('Observation')) return 'never';
      if (path.startsWith('Encounter')) return status(404);
      if (path.startsWith('Immunization')) return status(400);
      if (path.startsWith('DiagnosticReport')) return lost();
      if (goals.test(path)) return bundle([null, goal('1'), goal('9', '86'), { id: 'no type' }]);
      return undefined;
    });
    const reading = start();
    await settle();
    expect(reading.stateOf('AllergyIntolerance')).toEqual({ state: 'not-shared', by: 'server' });
    expect(reading.stateOf('Condition')).toEqual({
      state: 'failed',
      failure: { kind: 'broken', status: 500, reason: 'server-error' },
    });
    expect(reading.stateOf('MedicationRequest')).toMatchObject({ failure: { reason: 'not-json' } });
    expect(reading.stateOf('Observation')).toEqual({ state: 'reading' });
    expect(reading.stateOf('Encounter')).toEqual({ state: 'not-offered' });
    expect(reading.stateOf('Immunization')).toEqual({
      state: 'failed',
      failure: { kind: 'unsupported', status: 400 },
    });
    expect(reading.stateOf('DiagnosticReport')).toEqual({
      state: 'failed',
      failure: { kind: 'unreachable', reason: 'network' },
    });
    expect(reading.stateOf('Goal')).toMatchObject({
      state: 'read',
      answer: { foreign: 1, unreadable: [{}, {}] },
    });
    expect(reading.progress()).toMatchObject({ total: 20, done: 19 });
    reading.stop();
  });

  it('a slow section fails alone after thirty seconds', async () => {
    const { start, clock } = createFakeEhr((path) => (goals.test(path) ? 'never' : undefined));
    const reading = start();
    const settled = reading.settled('Goal');
    await clock.advance(30_000);
    expect(await settled).toEqual({ state: 'failed', failure: { kind: 'unreachable', reason: 'timeout' } });
    expect(reading.progress().done).toBe(20);
    expect(clock.pending()).toBe(0);
  });

  it('@threat-15 somebody else’s Patient is refused', async () => {
    const { start } = createFakeEhr((path) =>
      path === 'Patient/85' ? { ...davidSmith, id: '86' } : undefined,
    );
    const reading = start();
    expect(await reading.settled('Patient')).toMatchObject({ answer: { records: [], foreign: 1 } });
    expect(reading.find('Patient/86')).toBeUndefined();
    reading.stop();
  });

  it('what was not granted is not asked for, and says so', async () => {
    const { start, paths } = createFakeEhr();
    const reading = start({
      allows: (type) => (type === 'Goal' ? 'no' : type === 'Observation' ? ['laboratory'] : 'yes'),
    });
    expect(reading.stateOf('Goal')).toEqual({ state: 'not-shared', by: 'scope' });
    expect(await reading.settled('Goal')).toEqual({ state: 'not-shared', by: 'scope' });
    await settle();
    expect(paths().some((path) => goals.test(path))).toBe(false);
    expect(paths()).toContain('Observation?patient=85&category=laboratory&_revinclude=Provenance%3Atarget');
    expect(reading.searchesFor('vitals').map(({ id }) => reading.stateOf(id).state)).toEqual(['not-shared']);
    reading.readAgain(['goals']);
    await settle();
    expect(paths().some((path) => goals.test(path))).toBe(false);
    reading.stop();
  });

  it.each([
    [404, { state: 'not-offered' }],
    [501, { state: 'not-offered' }],
    [400, { state: 'failed', failure: { kind: 'unsupported', status: 400 } }],
  ])('on a plain server, a further type that is answered with %i', async (code, state) => {
    const { start } = createFakeEhr((path) => (path.startsWith('Flag') ? status(code) : undefined));
    const reading = start({ searchRules: 'us-core' });
    expect(await reading.settled('Flag')).toEqual(state);
    reading.stop();
  });
});

describe('pages', () => {
  const link = (page: number | string) => ({
    link: [{ relation: 'next', url: `${fhirBase}?_getpages=g&p=${page}` }],
  });
  const ids = (state: unknown) =>
    (state as { answer: { records: { id: string }[] } }).answer.records.map(({ id }) => id);

  it('are followed to the end', async () => {
    const { start, paths } = createFakeEhr((path) => {
      if (goals.test(path)) return bundle([goal('1')], link(2));
      if (path.endsWith('p=2')) return bundle([goal('2')]);
      return undefined;
    });
    const reading = start();
    expect(ids(await reading.settled('Goal'))).toEqual(['1', '2']);
    expect(paths().filter((path) => path.includes('_getpages'))).toEqual([`${fhirBase}?_getpages=g&p=2`]);
    reading.stop();
  });

  it.each([
    ['a forgotten search (410)', () => status(410)],
    ['a server that fails', () => status(500)],
    ['no answer', lost],
    ['HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ])('%s: what was read stays, and says that there is more', async (_, later) => {
    const { start } = createFakeEhr((path) => {
      if (goals.test(path)) return bundle([goal('1')], link(2));
      return path.endsWith('p=2') ? later() : undefined;
    });
    const reading = start();
    expect(await reading.settled('Goal')).toMatchObject({ state: 'read', answer: { more: true } });
    expect(ids(reading.stateOf('Goal'))).toEqual(['1']);
    reading.stop();
  });

  it('@threat-23 a circle ends', async () => {
    const { start, paths } = createFakeEhr((path) => {
      if (goals.test(path) || path.endsWith('p=3')) return bundle([goal(path.slice(-1))], link(2));
      return path.endsWith('p=2') ? bundle([goal('2')], link(3)) : undefined;
    });
    const reading = start();
    expect(await reading.settled('Goal')).toMatchObject({ state: 'read', answer: { more: true } });
    expect(paths().filter((path) => path.includes('_getpages'))).toHaveLength(2);
    reading.stop();
  });

  it('@threat-7 a link that leads elsewhere is not followed', async () => {
    const { start, paths } = createFakeEhr((path) =>
      goals.test(path)
        ? bundle([goal('1')], { link: [{ relation: 'next', url: 'https://evil.example/fhir?_getpages=1' }] })
        : undefined,
    );
    const reading = start();
    expect(await reading.settled('Goal')).toMatchObject({ state: 'read', answer: { more: true } });
    expect(paths().join()).not.toContain('evil');
    reading.stop();
  });
});

describe('Provenance', () => {
  it('comes with the searches and is found by its record', async () => {
    const provenance = { resourceType: 'Provenance', id: 'p', target: [{ reference: 'Goal/1' }] };
    const { start } = createFakeEhr((path) =>
      goals.test(path) ? bundle([goal('1'), provenance]) : undefined,
    );
    const reading = start();
    await settle();
    const record = reading.find({ reference: 'Goal/1' })!;
    expect(reading.provenanceOf(record)).toEqual([provenance]);
    reading.stop();
  });

  it.each([400, 403])(
    'refused with %i: asked once more without, and never again in this reading',
    async (code) => {
      const { start, paths } = createFakeEhr((path) =>
        path.includes('_revinclude') ? status(code) : undefined,
      );
      const reading = start();
      await settle();
      expect(reading.searches.every(({ id }) => reading.stateOf(id).state === 'read')).toBe(true);
      // Those under way together learn of it together; everything after goes without.
      expect(paths().filter((path) => path.includes('_revinclude')).length).toBeLessThanOrEqual(7);
      const before = paths().length;
      reading.readAgain();
      await settle();
      expect(paths().slice(before).join()).not.toContain('_revinclude');
      expect(paths().slice(before)).toHaveLength(20);
      reading.stop();
    },
  );

  it('refused in one reading, left out from the beginning in the next of the same session', async () => {
    let kept: readonly string[] = [];
    const refusedMemory = { read: () => kept, write: (refused: readonly string[]) => void (kept = refused) };
    const { start, paths } = createFakeEhr((path) =>
      path.includes('_revinclude') || path.startsWith('Coverage?beneficiary') ? status(400) : undefined,
    );
    const first = start({ refusedMemory, fhirVersion: 'STU3' });
    await Promise.all(first.searches.map(({ id }) => first.settled(id)));
    first.stop();
    expect(kept).toContain('* _revinclude');
    expect(kept).toContain('Coverage as-planned');
    const before = paths().length;
    const second = start({ refusedMemory, fhirVersion: 'STU3' });
    await Promise.all(second.searches.map(({ id }) => second.settled(id)));
    const asked = paths().slice(before);
    expect(asked.join()).not.toContain('_revinclude');
    expect(asked.filter((path) => path.startsWith('Coverage'))).toEqual(['Coverage?patient=85']);
    second.stop();
  });

  it('a type that is refused either way does not take Provenance from the others', async () => {
    const { start, paths } = createFakeEhr((path) =>
      path.startsWith('AllergyIntolerance') ? status(403) : undefined,
    );
    const reading = start();
    await settle();
    expect(reading.stateOf('AllergyIntolerance')).toEqual({ state: 'not-shared', by: 'server' });
    expect(paths().filter((path) => path.startsWith('AllergyIntolerance'))).toHaveLength(2);
    expect(paths().find((path) => path.startsWith('ServiceRequest'))).toContain('_revinclude');
    reading.stop();
  });
});

describe('the token', () => {
  it('refused once is renewed once, and the request repeated', async () => {
    const { start, asked } = createFakeEhr((_, { token }) => (token === 'token-1' ? status(401) : undefined));
    const renew = vi.fn<(refused: string) => Promise<string>>(async () => 'token-2');
    const reading = start({
      renew,
      token: async () => (renew.mock.calls.length > 0 ? 'token-2' : 'token-1'),
    });
    await settle();
    expect(reading.stateOf('Patient').state).toBe('read');
    expect(renew).toHaveBeenCalledWith('token-1');
    expect(asked.filter(({ path }) => path === 'Patient/85').map(({ token }) => token)).toEqual([
      'token-1',
      'token-2',
    ]);
    reading.stop();
  });

  it('refused again is a refusal of this one record', async () => {
    const { start, asked } = createFakeEhr((path) => (goals.test(path) ? status(401) : undefined));
    const reading = start();
    expect(await reading.settled('Goal')).toEqual({ state: 'not-shared', by: 'server' });
    expect(asked.filter(({ path }) => goals.test(path))).toHaveLength(2);
    expect((await reading.settled('Device')).state).toBe('read');
    reading.stop();
  });

  it('that cannot be renewed ends in "expired", everywhere, and nothing more is sent', async () => {
    const { start, paths } = createFakeEhr(() => status(401));
    let isOver = false;
    const reading = start({
      token: () => (isOver ? Promise.reject(new Error('over')) : Promise.resolve('token-1')),
      renew: () => {
        isOver = true;
        return Promise.reject(new Error('over'));
      },
    });
    await settle();
    for (const { id } of reading.searches) {
      expect(reading.stateOf(id)).toEqual({ state: 'failed', failure: { kind: 'expired' } });
    }
    expect(paths().length).toBeLessThanOrEqual(6);
    reading.stop();
  });
});

describe('read again', () => {
  it('keeps the old answer in sight until the new one is there', async () => {
    let answer: unknown = bundle([goal('1')]);
    const { start, clock, paths } = createFakeEhr((path) =>
      goals.test(path) ? (answer as never) : undefined,
    );
    const reading = start();
    await settle();
    const first = reading.progress().readAt;
    await clock.advance(5000);
    answer = 'never';
    reading.readAgain(['goals']);
    await settle();
    expect(paths()).toHaveLength(21);
    expect(reading.stateOf('Goal')).toMatchObject({
      state: 'read',
      answer: { records: [{ id: '1' }] },
      again: { state: 'reading' },
    });
    expect(reading.progress()).toMatchObject({ done: 19, readAt: first });
    reading.readAgain(['goals']);
    await settle();
    expect(paths()).toHaveLength(21);
    await clock.advance(30_000);
    expect(reading.stateOf('Goal')).toMatchObject({
      state: 'read',
      answer: { records: [{ id: '1' }] },
      again: { state: 'failed', failure: { kind: 'unreachable', reason: 'timeout' } },
    });
    answer = bundle([goal('2')]);
    reading.readAgain();
    await settle();
    expect(reading.stateOf('Goal')).toMatchObject({ state: 'read', answer: { records: [{ id: '2' }] } });
    expect(reading.stateOf('Goal')).not.toHaveProperty('again');
    expect(reading.find('Goal/1')).toBeUndefined();
    expect(reading.find('Goal/2')).toBeDefined();
    expect(reading.progress().readAt).toBe(first! + 35_000);
    reading.stop();
  });

  it('nothing is ever asked again by itself', async () => {
    const { start, asked, clock } = createFakeEhr((path) => (goals.test(path) ? status(500) : undefined));
    const reading = start();
    await clock.advance(3_600_000);
    expect(asked).toHaveLength(20);
    reading.stop();
  });
});

describe('stop', () => {
  it('leaves no timer, no listener, no promise that hangs, and lets nothing in', async () => {
    let release: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { start, clock, paths } = createFakeEhr(async (path) => {
      if (goals.test(path)) await late;
      return path.startsWith('Device') ? 'never' : undefined;
    });
    const reading = start({ rateLimit: { requestsPerMinute: 30, preflightsCount: true } });
    await settle();
    expect(clock.pending()).toBeGreaterThan(0);
    const heard = vi.fn<() => void>();
    reading.subscribe(heard);
    const hanging = [reading.settled('Goal'), reading.settled('Specimen')];
    const file = reading.fetchAttachment('Binary/1');
    const reference = reading.fetchReference('Practitioner/d');
    const refused = file.then(
      () => 'came',
      () => 'called off',
    );
    reading.stop();
    expect((await Promise.all(hanging)).map(({ state }) => state)).toEqual(['reading', 'waiting']);
    expect(await refused).toBe('called off');
    expect(await reference).toBeUndefined();
    release();
    await clock.advance(600_000);
    expect(clock.pending()).toBe(0);
    expect(reading.stateOf('Goal')).toEqual({ state: 'reading' });
    expect(heard).not.toHaveBeenCalled();
    const before = paths().length;
    reading.readAgain();
    await settle();
    expect(paths()).toHaveLength(before);
  });

  it('a listener that leaves hears nothing more', async () => {
    const { start } = createFakeEhr();
    const reading = start();
    const heard = vi.fn<() => void>();
    reading.subscribe(heard)();
    await settle();
    expect(heard).not.toHaveBeenCalled();
    reading.stop();
  });
});
