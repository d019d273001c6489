import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fakeEntry, fakeSystem } from './fake-browser.ts';
import { checkRegistry } from './registry-check.ts';
import { systemSchema } from './registry-schema.ts';
import { matchIssuer, notSetUp } from './systems.ts';

const shipped = (): { systems: Record<string, unknown>[]; defaultLaunch: string } =>
  JSON.parse(readFileSync('smart-config.json', 'utf8'));

function faultsOf(json: unknown): Record<string, string> {
  const parsed = checkRegistry(json);
  return parsed.ok ? {} : Object.fromEntries(parsed.findings.map(({ path, rule }) => [path, rule]));
}

test('the shipped configuration holds', () => {
  const parsed = checkRegistry(shipped());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  expect(parsed.registry.systems.map(({ id, kinds, sandbox }) => [id, kinds, sandbox])).toEqual([
    ['nextgen-office', ['ehr-launch'], false],
    ['yourhealthfile', ['standalone'], false],
    ['yourhealthfile-r3', ['standalone'], false],
    ['nextgen-enterprise', ['standalone'], false],
    ['nextgen-enterprise-dstu2', ['standalone'], false],
    ['nextgen-enterprise-ehr', ['ehr-launch'], false],
    ['sandbox-ehr', ['ehr-launch'], true],
    ['sandbox-portal', ['standalone'], true],
    ['sandbox-office-r3', ['standalone'], true],
    ['sandbox-enterprise', ['standalone'], true],
    ['sandbox-enterprise-dstu2', ['standalone'], true],
    ['sandbox-enterprise-ehr', ['ehr-launch'], true],
    ['sandbox-data', ['ehr-launch', 'standalone'], true],
  ]);
  const [office] = parsed.registry.systems;
  expect(office?.aud).toBe('https://fhir.meditouchehr.com/api/fhir/r4');
  expect(office?.documents).toEqual(['https://fhir.meditouchehr.com/api/ccda']);
  expect(office?.rateLimit).toEqual({ requestsPerMinute: 20, preflightsCount: true });
});

test('every member of a system is documented', () => {
  const guide = readFileSync('CONTRIBUTING.md', 'utf8');
  const rows = guide.split('\n').filter((line) => line.startsWith('| '));
  const members = Object.keys({ ...systemSchema.entries, ...systemSchema.entries.endpoints.wrapped.entries });
  expect(members.length).toBeGreaterThan(20);
  expect(members.filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))).toEqual([]);
});

test('@threat-21 what is asked for is the documented minimum: reading alone, types in the exact case', () => {
  const parsed = checkRegistry(shipped());
  if (!parsed.ok) throw new Error('faulty');
  for (const { scopes } of parsed.registry.systems) {
    for (const scope of [...(scopes['ehr-launch'] ?? []), ...(scopes.standalone ?? [])]) {
      expect(scope).toMatch(
        /^(openid|fhirUser|offline_access|launch|launch\/patient|(user|patient)\/(\*|[A-Z][A-Za-z]+)\.read)$/,
      );
    }
  }
});

test('what may be left out is there as an empty list, false or undefined', () => {
  const first = { ...shipped().systems[0], clientAuthentication: 'public' } as Record<string, unknown>;
  for (const name of [
    'aliases',
    'broker',
    'sessionHours',
    'documents',
    'endpoints',
    'identityHosts',
    'styleHosts',
    'rateLimit',
  ]) {
    delete first[name];
  }
  const parsed = checkRegistry({ systems: [first] });
  expect(parsed.ok && parsed.registry.systems[0]).toMatchObject({
    aliases: [],
    documents: [],
    identityHosts: [],
    styleHosts: [],
    sessionHours: 12,
    sandbox: false,
  });
});

test('every fault is listed by its path, in one go', () => {
  const config = shipped();
  const [first, second] = config.systems;
  Object.assign(first!, { id: 'Office!', idleMinutes: '15', fhirBase: 'http://fhir.example.org/r4' });
  Object.assign(second!, { colour: 'red', shape: { round: true }, clientId: undefined });
  config.defaultLaunch = 'nobody';
  expect(Object.keys(faultsOf(config)).toSorted()).toEqual([
    'systems[0].fhirBase',
    'systems[0].id',
    'systems[0].idleMinutes',
    'systems[1].clientId',
    'systems[1].colour',
    'systems[1].shape',
  ]);
  expect(faultsOf({ ...shipped(), defaultLaunch: 'nobody' })).toHaveProperty('defaultLaunch');
});

test.each([
  ['clientSecret', (c: Config) => Object.assign(c, { clientSecret: 'x' })],
  ['systems[0].clientSecret', (c: Config) => Object.assign(c.systems[0]!, { clientSecret: 'x' })],
  [
    'systems[0].endpoints.client_secret',
    (c: Config) => Object.assign(c.systems[0]!['endpoints']!, { client_secret: 'x' }),
  ],
  [
    'systems[1].rateLimit.appSecret',
    (c: Config) => Object.assign(c.systems[1]!['rateLimit']!, { appSecret: 'x' }),
  ],
  ['systems[0].password', (c: Config) => Object.assign(c.systems[0]!, { password: 'x' })],
  ['systems[0].privateKey', (c: Config) => Object.assign(c.systems[0]!, { privateKey: {} })],
])('no secret is accepted: %s', (path, spoil) => {
  const config = shipped() as Config;
  spoil(config);
  expect(faultsOf(config)[path]).toBe('secret');
});
type Config = { systems: Record<string, object>[] };

test('__proto__ as a name is only one more unknown name', () => {
  const config: unknown = JSON.parse(
    JSON.stringify(shipped()).replace('"systems":', '"__proto__":{"ok":true},"systems":'),
  );
  expect(faultsOf(config)).toEqual({ ['__proto__']: 'unknown' });
});

test.each([
  ['fhirBase', 'http://fhir.example.org/r4'],
  ['fhirBase', 'https://fhir.example.org/r4/'],
  ['fhirBase', 'https://fhir.example.org/r4?tenant=1'],
  ['fhirBase', 'https://user@fhir.example.org/r4'],
  ['fhirBase', 'https://fhir.example.org/r4#x'],
  ['fhirBase', 'javascript:alert(1)'],
  ['fhirBase', ' https://fhir.example.org/r4'],
  ['aud', 'fhir.example.org'],
  ['redirectPath', '//elsewhere.example.org'],
  ['redirectPath', 'callback'],
  ['kinds', []],
  ['kinds', ['ehr-launch', 'ehr-launch']],
  ['clientAuthentication', 'client_secret_basic'],
  ['pkce', 'plain'],
  ['clientId', ''],
  ['idleMinutes', 0],
  ['idleMinutes', 2.5],
  ['label', '   '],
])('%s: %j is a fault', (name, value) => {
  const config = shipped();
  Object.assign(config.systems[0]!, { [name]: value });
  expect(Object.keys(faultsOf(config))).toContain(`systems[0].${name}`);
});

test.each(['http://localhost:4202/r4', 'http://127.0.0.1:8080/r4', 'http://[::1]:8080/r4'])(
  'http is allowed on this machine: %s',
  (fhirBase) => {
    const parsed = checkRegistry({ systems: [fakeEntry({ fhirBase, endpoints: undefined })] });
    expect(parsed.ok).toBe(true);
  },
);

test.each([
  ['endpoints.token', { endpoints: { ...fakeSystem().endpoints, token: 'https://evil.example.org/token' } }],
  ['documents[0]', { documents: ['https://elsewhere.example.org/ccda'] }],
  ['identityHosts[0]', { identityHosts: ['https://id.example.org'] }],
  ['styleHosts[0]', { styleHosts: ['fhir.example.org/style'] }],
  ['endpoints.issuers', { endpoints: { ...fakeSystem().endpoints, issuers: ['https://evil.test/realm'] } }],
  ['pkce', { pkce: 'off' }],
  ['practiceSearch', { practiceSearch: 'http://localhost/practices' }],
  [
    'scopes.ehr-launch',
    { scopes: { ...fakeSystem().scopes, 'ehr-launch': ['openid', 'fhirUser', 'user/*.read'] } },
  ],
  ['scopes.standalone', { scopes: { ...fakeSystem().scopes, standalone: ['launch', 'patient/*.read'] } }],
  ['scopes.standalone', { scopes: { ...fakeSystem().scopes, standalone: ['openid', 'patient/*.read'] } }],
  ['scopes.standalone', { scopes: { 'ehr-launch': ['launch'] } }],
  ['scopes.ehr-launch', { kinds: ['standalone'] }],
  ['scopes.standalone[0]', { scopes: { ...fakeSystem().scopes, standalone: ['patient/*.read openid'] } }],
] as const)('%s is checked against the rest of its entry', (path, changed) => {
  expect(Object.keys(faultsOf({ systems: [fakeEntry(changed as object)] }))).toContain(`systems[0].${path}`);
});

test('two systems may share a base, but not for launches from the EHR; no id is used twice', () => {
  const office = fakeEntry() as { fhirBase: string };
  expect(faultsOf({ systems: [office, office] })).toEqual({
    'systems[1].id': 'twice',
    'systems[1].fhirBase': 'shared',
  });
  const portal = {
    ...office,
    id: 'portal',
    kinds: ['standalone'],
    scopes: { standalone: ['patient/*.read'] },
  };
  expect(faultsOf({ systems: [office, portal] })).toEqual({});
  const alias = {
    ...office,
    id: 'other',
    fhirBase: 'https://other.example.org/r4',
    aliases: [office.fhirBase],
    endpoints: undefined,
    redirectPath: '/callback/other',
  };
  expect(Object.keys(faultsOf({ systems: [office, alias] }))).toEqual(['systems[1].aliases[0]']);
});

const pinned = fakeSystem().endpoints!;
const another = {
  ...pinned,
  issuer: 'https://id.example.org/realms/other',
  token: 'https://id.example.org/other/token',
};
const silent = (id: string, changed: object = {}) => ({
  ...fakeEntry({ kinds: ['standalone'], scopes: { standalone: ['patient/*.read'] } }),
  id,
  ...changed,
});

test.each([
  ['another issuer', { endpoints: another, identityHosts: ['id.example.org'] }],
  ['the same issuer at another token address', { endpoints: { ...pinned, token: `${pinned.token}/other` } }],
  ['no pinned server', { endpoints: undefined }],
])('@threat-6 two servers that do not name themselves have callbacks of their own: %s', (_what, changed) => {
  const [one, two] = [silent('one'), silent('two', changed)];
  expect(faultsOf({ systems: [one, two] })).toEqual({ 'systems[1].redirectPath': 'callback' });
  expect(faultsOf({ systems: [two, one] })).toEqual({ 'systems[1].redirectPath': 'callback' });
  expect(faultsOf({ systems: [one, { ...two, redirectPath: '/callback/two' }] })).toEqual({});
});

test('@threat-6 one server may have one callback for all its systems, and so may servers of which one names itself', () => {
  expect(faultsOf({ systems: [silent('one'), silent('two')] })).toEqual({});
  const found = { endpoints: undefined };
  expect(faultsOf({ systems: [silent('one', found), silent('two', found)] })).toEqual({});
  const elsewhere = { ...found, fhirBase: 'https://fhir.example.org/other' };
  expect(faultsOf({ systems: [silent('one', found), silent('two', elsewhere)] })).toEqual({
    'systems[1].redirectPath': 'callback',
  });
  const named = { endpoints: { ...another, issInCallback: true }, identityHosts: ['id.example.org'] };
  expect(faultsOf({ systems: [silent('one'), silent('two', named)] })).toEqual({});
  expect(faultsOf({ systems: [silent('one'), silent('two', named), silent('three', found)] })).toEqual({
    'systems[2].redirectPath': 'callback',
  });
});

test.each([undefined, null, 5, 'text', [], {}, { systems: {} }, { systems: [] }, { systems: [null] }])(
  '%j is no registry, and says so without throwing',
  (json) => {
    expect(checkRegistry(json).ok).toBe(false);
  },
);

test('a confidential client may do without PKCE, pinned addresses, an audience and named scopes', () => {
  const parsed = checkRegistry({
    systems: [
      fakeEntry({
        clientAuthentication: 'broker',
        broker: { authentication: 'query' },
        pkce: 'off',
        aud: undefined,
        endpoints: undefined,
        kinds: ['standalone'],
        scopes: { standalone: [] },
      }),
    ],
  });
  expect(parsed.ok && parsed.registry.systems[0]).toMatchObject({
    pkce: 'off',
    aud: undefined,
    endpoints: undefined,
    scopes: { standalone: [] },
  });
});

test('a base below another is known to be, aliases too: NextGen Office’s R4 lies below its R3', () => {
  const parsed = checkRegistry(shipped());
  if (!parsed.ok) throw new Error('faulty');
  const inner = Object.fromEntries(
    parsed.registry.systems.flatMap(({ id, innerBases }) =>
      innerBases.length > 0 ? [[id, innerBases]] : [],
    ),
  );
  expect(inner).toEqual({
    'yourhealthfile-r3': ['https://fhir.meditouchehr.com/api/fhir/r4'],
    'sandbox-office-r3': ['http://localhost:4202/api/fhir/r4'],
  });
});

test('NextGen Office R3 alone keeps its token off the R4 below it, which no entry names', () => {
  const alone = {
    systems: shipped().systems.filter(({ id }) => id === 'yourhealthfile-r3'),
  };
  const parsed = checkRegistry(alone);
  if (!parsed.ok) throw new Error('faulty');
  expect(parsed.registry.systems.map(({ innerBases }) => innerBases)).toEqual([
    ['https://fhir.meditouchehr.com/api/fhir/r4'],
  ]);
});

test('the shipped placeholders are harmless: nobody is sent there', () => {
  const parsed = checkRegistry(shipped());
  if (!parsed.ok) throw new Error('faulty');
  for (const system of parsed.registry.systems) {
    expect([system.id, notSetUp(system)]).toEqual([system.id, system.sandbox ? undefined : 'placeholder']);
  }
  // A client id alone makes no address of one that is none.
  const launched = parsed.registry.systems.find(({ id }) => id === 'nextgen-enterprise-ehr')!;
  expect(notSetUp({ ...launched, clientId: 'real' })).toBe('placeholder');
});

// Security check 1: look-alikes of an issuer.
const base = 'https://fhir.example.org/api/fhir/r4';
const registry = {
  systems: [
    fakeSystem({ aliases: ['https://alias.example.org/r4'] }),
    fakeSystem({ id: 'portal', kinds: ['standalone'], fhirBase: 'https://portal.example.org/r4' }),
  ],
  defaultLaunch: undefined,
};

test.each([base, `${base}/`, 'https://alias.example.org/r4', 'https://alias.example.org/r4/'])(
  '@threat-1 %s is known',
  (iss) => {
    expect(matchIssuer(registry, iss)?.id).toBe('office');
  },
);

test.each([
  'https://fhir.example.org.evil.test/api/fhir/r4',
  'https://evil.test/fhir.example.org/api/fhir/r4',
  'https://fhir.example.org@evil.test/api/fhir/r4',
  'https://user:pass@fhir.example.org/api/fhir/r4',
  'http://fhir.example.org/api/fhir/r4',
  'https://fhir.example.org:8443/api/fhir/r4',
  'https://fhir.example.org:443/api/fhir/r4',
  `${base}?x=1`,
  `${base}#x`,
  `${base}//`,
  `${base}/../r4`,
  `${base}evil`,
  'https://fhir.example.org/api/fhir',
  'https://fhir.example.org/api/FHIR/r4',
  'https://FHIR.example.org/api/fhir/r4',
  'https://fhir.example.org/api/fhir/r4%2f',
  'https://fhir.exаmple.org/api/fhir/r4', // a Cyrillic а
  'https://fhir.example.org\u3002evil.test/api/fhir/r4',
  `${base}\u0000`,
  ` ${base}`,
  `${base}\n`,
  '//fhir.example.org/api/fhir/r4',
  'fhir.example.org/api/fhir/r4',
  'javascript:alert(1)',
  '',
  '/',
  'https://portal.example.org/r4', // known, but never launched from an EHR
])('@threat-1 %j is not', (iss) => {
  expect(matchIssuer(registry, iss)).toBeUndefined();
});
