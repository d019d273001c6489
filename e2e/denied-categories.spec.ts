/** At every door some of the record is kept back, several subjects at once: each is told as that, and the rest is whole. */
import { people } from '#sandbox/cast.ts';
import { expectGood } from './axe.ts';
import { goTo } from './chart-steps.ts';
import { doors, enterDoor, scopeLabels } from './door-steps.ts';
import { expect, test } from './fixtures.ts';
import {
  type By,
  type Contents,
  contentsOf,
  expectHonest,
  keptBackTypes,
  refusals,
} from './kept-back-steps.ts';
import { chooseInMenu, expectAllRead } from './steps.ts';

/** David's chart where all of it is shared, as far as every door has it. */
const wholeOfDavid: Contents = {
  Summary: '',
  Timeline: '',
  'What changed': '',
  Medications: '24',
  Procedures: '4',
  Specimens: '18',
  Reports: '40',
  'Care plan': '1',
  Goals: '2',
  'Care team': '1',
  Devices: 'none',
  Orders: '6',
  Demographics: '',
  Coverage: '2',
  'Related people': '1',
};

/** What is kept back at every door. */
const keptBack: Contents = {
  Problems: 'not shared',
  Allergies: 'not shared',
  Immunizations: 'not shared',
  Laboratory: 'not shared',
  'Vital signs': 'not shared',
  'Tests and imaging': 'not shared',
  // Reports are listed there too, and were shared.
  'Notes, documents': '12 in part',
  Visits: 'not shared',
  'Other records': 'not shared',
};

/** Beside it: medicines that were handed out, and what patients told, are shared where they have a line of their own. */
const keptBackAt: Readonly<Record<string, Contents>> = {
  'NextGen Office, from the EHR': { Medications: '7 in part', 'Social history': 'not shared' },
  'NextGen Office patient access, R4': { Medications: '7 in part', 'Social history': 'not shared' },
  'NextGen Office patient access, R3': { Medications: '8 in part', 'Social history': 'not shared' },
  'NextGen Enterprise patient access, R4': {
    'Notes, documents': '11 in part',
    Medications: 'not shared',
    Specimens: 'not shared',
    'Social history': '2 in part',
  },
  'NextGen Enterprise patient access, DSTU2': {
    'Notes, documents': '11 in part',
    Medications: 'not shared',
    'Social history': 'not shared',
    // Not offered at all: of these nobody is asked.
    Visits: 'not offered',
    'Other records': 'not offered',
  },
  'NextGen Enterprise, from its EHR': {
    'Notes, documents': '11 in part',
    Medications: '7 in part',
    'Social history': '2 in part',
  },
};

for (const door of doors) {
  test(`${door.name}: what is kept back, many subjects at once, is told as that, and the rest is whole`, async ({
    page,
    sandbox,
    appUrl,
    context,
    witness,
  }) => {
    test.slow();
    witness.expectErrors(refusals);
    sandbox.control.switches.banner = 'true';
    const first = await enterDoor(door, { page, sandbox, appUrl });
    await expectAllRead(first);
    // What a list holds is counted a moment after its answer.
    await expect
      .poll(async () => Object.values(await contentsOf(first)).join(' '))
      .not.toMatch(/reading|waiting/);
    const whole = await contentsOf(first);
    await chooseInMenu(first, 'Sign out');
    await expect(first.getByText('You are signed out.')).toBeVisible();
    await context.clearCookies();
    sandbox.control.received = [];

    // Where nobody chooses by subject, the server itself refuses.
    if (door.labels === undefined)
      sandbox.control.faults.push(
        ...keptBackTypes.map((target) => ({ target, kind: 'status', status: 403 }) as const),
      );
    const app = await enterDoor(
      door,
      { page, sandbox, appUrl },
      people.david,
      ...Object.values(door.labels ?? {}),
    );
    await expectAllRead(app);
    const by: By =
      door.labels === undefined || door.version === 'DSTU2'
        ? 'server'
        : door.labels === scopeLabels
          ? 'scope'
          : 'consent';
    await expectHonest(app, sandbox, by, { ...whole, ...keptBack, ...keptBackAt[door.name] });
    await goTo(app, 'Medications', door.name.includes('EHR') ? 'Medications' : 'Medicines (medications)');
    await expectGood(app, `${door.name}, medications not shared or shared in part`);
  });
}

/** Other doors' entries with a scope for each type, as a vendor may want them: what is granted is then narrower. */
const oneByOne: readonly {
  readonly system: string;
  readonly door: string;
  readonly level: 'user' | 'patient';
  /** Left out of the entry itself, where nobody is asked. */
  readonly without: readonly string[];
  readonly expected: Contents;
}[] = [
  {
    system: 'sandbox-ehr',
    door: 'NextGen Office, from the EHR',
    level: 'user',
    without: [],
    expected: { Medications: '7 in part', 'Social history': 'not shared' },
  },
  {
    system: 'sandbox-office-r3',
    door: 'NextGen Office patient access, R3',
    level: 'patient',
    without: [],
    // What STU3 alone has goes by no scope that its sign-in server knows.
    expected: { Medications: '7 in part', 'Social history': 'not shared', Orders: 'not shared' },
  },
  {
    system: 'sandbox-enterprise-ehr',
    door: 'NextGen Enterprise, from its EHR',
    level: 'user',
    without: keptBackTypes,
    expected: { 'Notes, documents': '11 in part', Medications: '7 in part', 'Social history': '2 in part' },
  },
];

for (const { system, door: name, level, without, expected } of oneByOne) {
  test.describe(`${name}, type by type`, () => {
    test.use({
      setup: {
        changeConfig: (config) => {
          const parsed = JSON.parse(config) as {
            systems: { id: string; scopes: Record<string, string[]> }[];
          };
          const portal = parsed.systems.find(({ id }) => id === 'sandbox-portal')!.scopes['standalone']!;
          const named = portal.filter(
            (scope) => scope.startsWith('patient/') && !without.some((type) => scope.includes(`/${type}.`)),
          );
          if (system === 'sandbox-enterprise-ehr')
            named.push('patient/MedicationStatement.read', 'patient/QuestionnaireResponse.read');
          const scopes = named.map((scope) => scope.replace('patient/', `${level}/`));
          for (const entry of parsed.systems)
            if (entry.id === system)
              entry.scopes = Object.fromEntries(
                Object.entries(entry.scopes).map(([way, asked]) => [
                  way,
                  [...asked.filter((scope) => !/^(user|patient)\//.test(scope)), ...scopes],
                ]),
              );
          return JSON.stringify(parsed);
        },
      },
    });

    test('what the token answer does not grant is asked for by nobody', async ({
      page,
      sandbox,
      appUrl,
      witness,
    }) => {
      test.slow();
      witness.expectErrors(refusals);
      sandbox.control.switches.banner = 'true';
      const door = doors.find((one) => one.name === name)!;
      const labels = without.length === 0 ? Object.values(scopeLabels) : [];
      const app = await enterDoor(door, { page, sandbox, appUrl }, people.david, ...labels);
      await expectAllRead(app);
      await expectHonest(app, sandbox, 'scope', { ...wholeOfDavid, ...keptBack, ...expected });
    });
  });
}
