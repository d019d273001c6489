/** A chart read from NextGen Enterprise as it was recorded: what it refuses, truncates, renames and leaves dangling. */
import { describe, expect, it, vi } from 'vitest';
import { settle } from './budget-clock-fake.ts';
import type { FhirResource } from './json.ts';
import { leftovers } from './leftovers.ts';
import type { Reading } from './reading.ts';
// Loaded when it is wanted: turns of the fake clock wait for no file.
import './reading-statement.ts';
import { type Asked, bundle, createFakeEhr, fhirBase, status } from './start-reading-fake.ts';

// fhirclient's pure build takes `fetch` and `Response` from `window` while it loads.
vi.hoisted(() => vi.stubGlobal('window', globalThis));

const about = { subject: { reference: 'Patient/85' } };
const inCapitals = fhirBase.replace('/r4', '/R4');
const observation = (id: string, ...categories: string[]): FhirResource => ({
  resourceType: 'Observation',
  id,
  ...about,
  category: categories.map((code) => ({ coding: [{ code }] })),
});
const denied = (type: string): Response =>
  new Response(
    JSON.stringify({
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', diagnostics: `Read access to '${type}' is denied by user` }],
    }),
    { status: 403, headers: { 'content-type': 'application/fhir+json' } },
  );

function enterprise(
  respond: (path: string, asked: Asked) => ReturnType<Parameters<typeof createFakeEhr>[0] & {}>,
) {
  const ehr = createFakeEhr(respond);
  return {
    ...ehr,
    start: (options: Parameters<typeof ehr.start>[0] = {}) =>
      ehr.start({ searchRules: 'enterprise', ...options }),
  };
}

/** Earlier versions are read by code that is loaded with the first answer. */
async function everything(reading: Reading): Promise<void> {
  await Promise.all(reading.searches.map(({ id }) => reading.settled(id)));
}

const idsOf = (state: unknown): readonly string[] =>
  (state as { answer: { records: { id: string }[] } }).answer.records.map(({ id }) => id);

describe('pages', () => {
  it('links in other letters are followed in the registry’s, fullUrls in lower case still resolve', async () => {
    const goal = { resourceType: 'Goal', id: 'G1', ...about };
    const { start, paths } = enterprise((path) => {
      if (path.startsWith('Goal?') && !path.includes('page=')) {
        return {
          ...bundle([], {
            total: 2,
            link: [{ relation: 'next', url: `${inCapitals}/Goal?patient=85&page=2` }],
          }),
          entry: [{ fullUrl: `${inCapitals}/goal/G1`, resource: goal }],
        };
      }
      return path.includes('page=2') ? bundle([{ ...goal, id: 'G2' }], { total: 2 }) : undefined;
    });
    const reading = start();
    expect(idsOf(await reading.settled('Goal'))).toEqual(['G1', 'G2']);
    expect(reading.stateOf('Goal')).toMatchObject({ answer: { more: false } });
    expect(paths().filter((path) => path.includes('page='))).toEqual(['Goal?patient=85&page=2']);
    for (const reference of [
      `${inCapitals}/goal/G1`,
      `${fhirBase}/Goal/G1`,
      `${inCapitals}/goal/G2`,
      'Goal/G1',
    ]) {
      expect(reading.find({ reference })?.resourceType).toBe('Goal');
    }
    expect(reading.find({ reference: `${inCapitals}/goal/g1` })).toBeUndefined();
    reading.stop();
  });

  it('a truncated answer says what came and how many there are; Provenance beside it hides nothing', async () => {
    const records = Array.from({ length: 50 }, (_, n) => observation(`o${n}`, 'laboratory'));
    const origins = Array.from({ length: 60 }, (_, n) => ({
      resourceType: 'Provenance',
      id: `p${n}`,
      target: [{ reference: 'Observation/o1' }],
    }));
    const { start } = enterprise((path) =>
      path.includes('category=laboratory') ? bundle([...records, ...origins], { total: 109 }) : undefined,
    );
    const reading = start();
    expect(await reading.settled('Observation:laboratory')).toMatchObject({
      answer: { more: true, total: 109 },
    });
    reading.stop();
  });

  it('a server that counts what it included has sent everything', async () => {
    const { start } = enterprise((path) =>
      path.startsWith('Goal')
        ? bundle(
            [
              { resourceType: 'Goal', id: '1', ...about },
              { resourceType: 'Provenance', id: 'p', target: [{ reference: 'Goal/1' }] },
            ],
            { total: 2 },
          )
        : undefined,
    );
    const reading = start();
    expect(await reading.settled('Goal')).toMatchObject({ answer: { more: false } });
    reading.stop();
  });
});

describe('what was left out at sign-in', () => {
  it('is told from a refusal by the system, and not asked for a second time', async () => {
    const { start, paths } = enterprise((path) => {
      if (path.startsWith('Goal')) return denied('Goal');
      return path.startsWith('Device') ? status(403) : undefined;
    });
    const reading = start();
    expect(await reading.settled('Goal')).toEqual({ state: 'not-shared', by: 'consent' });
    expect(await reading.settled('Device')).toEqual({ state: 'not-shared', by: 'server' });
    expect(paths().filter((path) => path.startsWith('Goal'))).toHaveLength(1);
    reading.stop();
  });

  it('if it is Provenance, the records come without it', async () => {
    const { start, paths } = enterprise((path) =>
      path.includes('_revinclude') ? denied('Provenance') : undefined,
    );
    const reading = start();
    await settle();
    expect(reading.searches.map(({ id }) => reading.stateOf(id).state)).not.toContain('not-shared');
    // Those under way together learn of it together.
    expect(paths().filter((path) => path.includes('_revinclude')).length).toBeLessThanOrEqual(7);
    reading.stop();
  });

  it('a refusal without an end, or without sense, is a refusal', async () => {
    const { start } = enterprise((path) => {
      if (path.startsWith('Goal'))
        return new Response('x'.repeat(200_000) + "Read access to 'Goal' is denied by user", { status: 403 });
      return path.startsWith('Device') ? new Response(null, { status: 403 }) : undefined;
    });
    const reading = start();
    expect(await reading.settled('Goal')).toEqual({ state: 'not-shared', by: 'server' });
    expect(await reading.settled('Device')).toEqual({ state: 'not-shared', by: 'server' });
    reading.stop();
  });

  it('no scope in words is every scope: the whole plan is asked', async () => {
    const { start, paths } = enterprise(() => undefined);
    const reading = start({ allows: () => 'yes' });
    await settle();
    expect(reading.progress()).toMatchObject({
      total: reading.searches.length,
      done: reading.searches.length,
    });
    expect(paths()).toHaveLength(reading.searches.length);
    reading.stop();
  });
});

describe('a refused parameter', () => {
  it('a care plan’s category: 404 is neither "none" nor "not offered", and leads to no other search', async () => {
    const { start, paths } = enterprise((path) => (path.startsWith('CarePlan') ? status(404) : undefined));
    const reading = start();
    expect(await reading.settled('CarePlan')).toEqual({
      state: 'failed',
      failure: { kind: 'unsupported', status: 404 },
    });
    expect(paths().filter((path) => path.startsWith('CarePlan'))).toEqual([
      'CarePlan?patient=85&category=assess-plan&_revinclude=Provenance%3Atarget',
    ]);
    reading.stop();
  });

  it('at NextGen Office a 404 is a type that it does not serve, whatever the search needs', async () => {
    const { start } = createFakeEhr((path) => (path.startsWith('CarePlan') ? status(404) : undefined));
    const reading = start();
    expect(await reading.settled('CarePlan')).toEqual({ state: 'not-offered' });
    reading.stop();
  });

  it('observations are never asked for without a category, which is known to be refused', async () => {
    const { start, paths } = enterprise((path) => (path.startsWith('Observation') ? status(400) : undefined));
    const reading = start();
    await settle();
    expect(reading.stateOf('Observation:laboratory')).toMatchObject({ failure: { status: 400 } });
    expect(reading.stateOf('Observation:survey')).toMatchObject({ failure: { status: 400 } });
    const asked = paths().filter((path) => path.startsWith('Observation'));
    expect(asked.filter((path) => !path.includes('category='))).toEqual([]);
    reading.stop();
  });

  it('_revinclude, by a type that does not know it: no other type goes without', async () => {
    const { start, paths } = enterprise((path) =>
      path.startsWith('AllergyIntolerance') && path.includes('_revinclude') ? status(400) : undefined,
    );
    const reading = start();
    await settle();
    reading.readAgain();
    await settle();
    const of = (type: string) => paths().filter((path) => path.startsWith(type));
    expect(of('AllergyIntolerance?').map((path) => path.includes('_revinclude'))).toEqual([
      true,
      false,
      false,
    ]);
    expect(of('Goal?').map((path) => path.includes('_revinclude'))).toEqual([true, true]);
    reading.stop();
  });

  describe('category, where nobody says that it is needed', () => {
    const all = [
      observation('lab', 'laboratory'),
      observation('bp', 'vital-signs'),
      observation('smoking', 'social-history'),
      observation('phq', 'survey'),
      observation('echo', 'imaging'),
      observation('unplaced'),
      observation('somebody', 'laboratory'),
    ].map((one) => (one.id === 'somebody' ? { ...one, subject: { reference: 'Patient/86' } } : one));
    const dstu2 = { fhirVersion: 'DSTU2' } as const;
    const observations = /^Observation\?/;

    it('is dropped once, for all searches of the type; each record is placed by its own category', async () => {
      const { start, paths } = enterprise((path) => {
        if (!observations.test(path)) return undefined;
        return path.includes('category=') ? status(400) : bundle(all, { total: 7 });
      });
      const reading = start(dstu2);
      await everything(reading);
      const asked = () => paths().filter((path) => observations.test(path));
      expect(asked().filter((path) => !path.includes('category='))).toEqual(['Observation?patient=85']);
      const placed = (kind: 'laboratory' | 'vitals' | 'social-history' | 'tests') =>
        reading.searchesFor(kind).map(({ id }) => reading.stateOf(id));
      expect(placed('laboratory').map(idsOf)).toEqual([['lab', 'bp', 'smoking', 'phq', 'echo', 'unplaced']]);
      expect(placed('vitals').map(idsOf)).toEqual([['bp']]);
      expect(placed('social-history').slice(0, 2).map(idsOf)).toEqual([['smoking', 'phq'], []]);
      expect(placed('tests').flatMap(idsOf)).toEqual(['echo']);
      // Placed once each; what no section claims is listed under other records.
      expect(leftovers(reading).map(({ id }) => id)).toEqual(['unplaced']);
      const before = paths().length;
      reading.readAgain(['laboratory', 'vitals']);
      await everything(reading);
      expect(paths().slice(before)).toEqual(['Observation?patient=85']);
      reading.stop();
    });

    it('refused with and without: each says so, and it is not tried again in that round', async () => {
      const { start, paths } = enterprise((path) => (observations.test(path) ? status(400) : undefined));
      const reading = start(dstu2);
      await everything(reading);
      expect(reading.stateOf('Observation:laboratory')).toEqual({
        state: 'failed',
        failure: { kind: 'unsupported', status: 400 },
      });
      expect(reading.stateOf('Observation:survey')).toMatchObject({ failure: { status: 400 } });
      expect(paths().filter((path) => path === 'Observation?patient=85')).toHaveLength(1);
      reading.stop();
    });

    it('a care plan’s, which a 404 may be about: dropped once, each plan placed by its own', async () => {
      const plans = (['assess-plan', 'careteam'] as const).map((code) => ({
        resourceType: 'CarePlan',
        id: code,
        ...about,
        category: [{ coding: [{ code }] }],
      }));
      const { start, paths } = enterprise((path) => {
        if (!path.startsWith('CarePlan')) return undefined;
        return path.includes('category=') ? status(404) : bundle(plans, { total: 2 });
      });
      const reading = start(dstu2);
      await everything(reading);
      const answers = ['CarePlan:assess-plan', 'CarePlan:careteam'].map((id) => reading.stateOf(id));
      expect(answers.map(({ state }) => state)).toEqual(['read', 'read']);
      expect(new Set(answers.flatMap(idsOf))).toEqual(new Set(['assess-plan', 'careteam']));
      expect(paths().filter((path) => path === 'CarePlan?patient=85')).toHaveLength(1);
      reading.stop();
    });

    it('a care plan’s, refused with 404 either way: not understood, which is not "not offered"', async () => {
      const { start, paths } = enterprise((path) => (path.startsWith('CarePlan') ? status(404) : undefined));
      const reading = start(dstu2);
      await everything(reading);
      for (const id of ['CarePlan:assess-plan', 'CarePlan:careteam'])
        expect(reading.stateOf(id)).toEqual({
          state: 'failed',
          failure: { kind: 'unsupported', status: 404 },
        });
      expect(paths().filter((path) => path === 'CarePlan?patient=85')).toHaveLength(1);
      reading.stop();
    });

    it('the patient is never dropped', async () => {
      const { start, paths } = enterprise(() => status(400));
      const reading = start(dstu2);
      await everything(reading);
      expect(paths().length).toBeGreaterThan(20);
      expect(
        paths().filter((path) => path !== 'Patient/85' && !/[?&](?:patient|subject)=/.test(path)),
      ).toEqual([]);
    });
  });
});

describe('NextGen Office R3, and what names the patient of a cover', () => {
  const r3 = { fhirVersion: 'STU3' } as const;
  const cover = { resourceType: 'Coverage', id: 'c1', beneficiary: { reference: 'Patient/85' } };
  const covers = (paths: readonly string[]) => paths.filter((path) => path.startsWith('Coverage'));

  it('is asked for by STU3’s name; where that is refused, once by R4’s, which is remembered', async () => {
    const { start, paths } = createFakeEhr((path) => {
      if (!path.startsWith('Coverage')) return undefined;
      return path.includes('beneficiary=') ? status(400) : bundle([cover]);
    });
    const reading = start(r3);
    expect(idsOf(await reading.settled('Coverage'))).toEqual(['c1']);
    expect(covers(paths())[0]).toMatch(/^Coverage\?beneficiary=85/);
    expect(covers(paths()).at(-1)).toMatch(/^Coverage\?patient=85/);
    await everything(reading);
    const before = paths().length;
    reading.readAgain(['coverage']);
    await everything(reading);
    expect(covers(paths().slice(before)).filter((path) => !path.includes('patient='))).toEqual([]);
    reading.stop();
  });

  it('refused by either name it is not understood; only a type that is not served is not offered', async () => {
    const { start } = createFakeEhr((path) => {
      if (path.startsWith('Coverage') || path.startsWith('Specimen')) return status(400);
      return path.startsWith('ReferralRequest') ? status(404) : undefined;
    });
    const reading = start(r3);
    const failed = { state: 'failed', failure: { kind: 'unsupported', status: 400 } };
    expect(await reading.settled('Coverage')).toEqual(failed);
    expect(await reading.settled('Specimen')).toEqual(failed);
    expect(await reading.settled('ReferralRequest')).toEqual({ state: 'not-offered' });
    reading.stop();
  });
});

it('a type that nobody was asked to share is told as either: denied, or not offered', async () => {
  const { start } = enterprise((path) =>
    path.startsWith('ExplanationOfBenefit') ? denied('ExplanationOfBenefit') : undefined,
  );
  const reading = start();
  expect(await reading.settled('ExplanationOfBenefit')).toEqual({ state: 'not-shared', by: 'consent' });
  reading.stop();
});

it('a result that is also a survey comes with either search and is listed once', async () => {
  const both = observation('both', 'laboratory', 'survey');
  const { start } = enterprise((path) => (/laboratory|survey/.test(path) ? bundle([both]) : undefined));
  const reading = start();
  await settle();
  expect(leftovers(reading)).toEqual([]);
  reading.stop();
});

describe('references that lead nowhere', () => {
  it('@threat-7 are no errors, and take the token nowhere else', async () => {
    const { start, asked } = enterprise((path) =>
      path.startsWith('Organization/') ? status(400) : undefined,
    );
    const reading = start();
    await settle();
    const before = asked.length;
    for (const reference of [
      'http://terminology.hl7.org/CodeSystem/v3-NullFlavor',
      'https://fhir.example.com/api/fhir/R4evil/Organization/1',
      'https://FHIR.example.com.evil.example/api/fhir/R4/Organization/1',
      'Organization/0001',
      `${inCapitals}/Organization/0001`,
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await reading.fetchReference(reference)).toBeUndefined();
    }
    expect(asked.slice(before).map(({ path }) => path)).toEqual(['Organization/0001']);
    reading.stop();
  });
});

describe('attachments', () => {
  it('@threat-7 go under the base in the registry’s letters, with the token, and nowhere else', async () => {
    const { start, asked } = enterprise((path) =>
      path.startsWith('document/')
        ? new Response('%PDF-1.4', { headers: { 'content-type': 'application/pdf' } })
        : undefined,
    );
    const reading = start();
    await settle();
    const before = asked.length;
    const { contentType } = await reading.fetchAttachment(`${inCapitals}/document/pdf-0B8C`);
    expect(contentType).toBe('application/pdf');
    for (const url of [
      fhirBase.replace('/r4', '/R4evil/document/pdf-1'),
      `${inCapitals}/../document/pdf-1`,
      'https://fhir.example.com/api/fhir/%52%34/document/pdf-1',
      'https://FHIR.evil.example/api/fhir/R4/document/pdf-1',
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect(reading.fetchAttachment(url)).rejects.toMatchObject({
        failure: { kind: 'broken', reason: 'foreign-link' },
      });
    }
    expect(asked.slice(before)).toMatchObject([{ path: 'document/pdf-0B8C', token: 'token-1' }]);
    reading.stop();
  });
});

describe('the system’s statement', () => {
  const statement = { resourceType: 'CapabilityStatement', rest: [{ resource: [{ type: 'Goal' }] }] };

  it('where nothing is to be explained it is asked for by nobody but a reader, once, when the chart is complete', async () => {
    const goals = Promise.withResolvers<undefined>();
    const { start, paths } = enterprise((path) => {
      if (path.startsWith('Goal')) return goals.promise;
      return path === 'metadata' ? statement : undefined;
    });
    const reading = start();
    await settle();
    expect(reading.statement()).toEqual({ state: 'unasked' });
    reading.askStatement();
    reading.askStatement();
    await settle();
    expect(paths()).not.toContain('metadata');
    expect(reading.statement()).toEqual({ state: 'asking' });
    goals.resolve(undefined);
    await vi.waitFor(() => expect(reading.statement().state).toBe('read'), { timeout: 20_000 });
    reading.askStatement();
    await settle();
    expect(paths().filter((path) => path === 'metadata')).toHaveLength(1);
    reading.stop();
  });

  it('waits for its turn within the limit, behind everything else', async () => {
    const { start, asked, clock } = createFakeEhr((path) => (path === 'metadata' ? statement : undefined));
    const reading = start({ rateLimit: { requestsPerMinute: 20, preflightsCount: false } });
    reading.askStatement();
    await settle();
    expect(asked.map(({ path }) => path)).not.toContain('metadata');
    await clock.advance(61_000);
    expect(asked.at(-1)).toMatchObject({ path: 'metadata', at: 61 });
    reading.stop();
  });

  it('explains what was refused without being asked, once the chart is complete, and once', async () => {
    const goals = Promise.withResolvers<Response>();
    const { start, paths, clock } = enterprise((path) => {
      if (path.startsWith('Goal')) return goals.promise;
      return path === 'metadata' ? statement : undefined;
    });
    const reading = start();
    await clock.advance(5_000);
    expect(paths()).not.toContain('metadata');
    goals.resolve(status(404));
    await everything(reading);
    await clock.advance(0);
    await vi.waitFor(() => expect(reading.statement()).toMatchObject({ state: 'read' }), { timeout: 20_000 });
    reading.readAgain();
    await everything(reading);
    await clock.advance(200_000);
    expect(paths().filter((path) => path === 'metadata')).toHaveLength(1);
    reading.stop();
  });

  it('takes a request of a limit only when a minute has gone by that needed none', async () => {
    const { start, asked, clock } = createFakeEhr((path) => {
      if (path.startsWith('Goal')) return status(404);
      return path === 'metadata' ? statement : undefined;
    });
    const reading = start({ rateLimit: { requestsPerMinute: 40, preflightsCount: false } });
    await settle();
    const complete = asked.length;
    await clock.advance(60_900);
    expect(asked).toHaveLength(complete);
    await clock.advance(200);
    expect(asked.at(-1)).toMatchObject({ path: 'metadata', at: 61 });
    reading.stop();
  });

  it('that does not come unasked leaves everything as if nobody had asked; a press in between is answered', async () => {
    let answer = Promise.withResolvers<Response | FhirResource>();
    const { start, paths, clock } = enterprise((path) => {
      if (path.startsWith('Goal')) return status(404);
      return path === 'metadata' ? answer.promise : undefined;
    });
    const reading = start();
    await everything(reading);
    await clock.advance(0);
    expect(paths()).toContain('metadata');
    expect(reading.statement()).toEqual({ state: 'unasked' });
    answer.resolve(status(500));
    await settle();
    expect(reading.statement()).toEqual({ state: 'unasked' });
    answer = Promise.withResolvers();
    reading.askStatement();
    await vi.waitFor(() => expect(reading.statement()).toEqual({ state: 'asking' }), { timeout: 20_000 });
    answer.resolve(statement);
    await vi.waitFor(() => expect(reading.statement().state).toBe('read'), { timeout: 20_000 });
    expect(paths().filter((path) => path === 'metadata')).toHaveLength(2);
    reading.stop();
  });

  it('is not asked for once the chart is closed', async () => {
    const { start, paths, clock } = createFakeEhr((path) =>
      path.startsWith('Goal') ? status(404) : undefined,
    );
    const reading = start({ rateLimit: { requestsPerMinute: 20, preflightsCount: false } });
    await everything(reading);
    reading.stop();
    await clock.advance(120_000);
    expect(paths()).not.toContain('metadata');
    expect(clock.pending()).toBe(0);
  });

  it.each([
    ['a failure', () => status(500), { kind: 'broken', reason: 'server-error' }],
    ['something else', () => ({ resourceType: 'Patient' }), { kind: 'broken', reason: 'not-fhir' }],
  ])('%s is said, and may be asked again', async (_, answer, failure) => {
    let isMended = false;
    const { start } = enterprise((path) =>
      path === 'metadata' ? (isMended ? statement : answer()) : undefined,
    );
    const reading = start();
    reading.askStatement();
    await vi.waitFor(() => expect(reading.statement()).toMatchObject({ state: 'failed', failure }), {
      timeout: 20_000,
    });
    isMended = true;
    reading.askStatement();
    await vi.waitFor(() => expect(reading.statement().state).toBe('read'), { timeout: 20_000 });
    reading.stop();
  });
});
