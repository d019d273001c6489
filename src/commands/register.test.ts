import { expect, test } from 'vitest';
import type { Registry } from '#smart/registry.ts';
import { UsageError } from './options.ts';
import { readConfig, readRegistry } from './read-registry.ts';
import { programmesOf } from './register-mails.ts';
import { faultOf } from './register-scopes.ts';
import { register, registerOptions } from './register.ts';

const origin = 'https://chart.example.org';
const applicant = { contact: 'api@vendor.example', organization: 'Vendor', description: 'Makes charts' };
const shipped = await readConfig('smart-config.json');

function programmes(registry: Registry) {
  return programmesOf(registry, origin, applicant);
}

/** The shipped configuration with the first system changed. */
function changed(changes: Record<string, unknown>): Registry {
  const json = JSON.parse(shipped) as { systems: Record<string, unknown>[] };
  json.systems[0] = { ...json.systems[0], ...changes };
  const { registry, faults } = readRegistry(JSON.stringify(json));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return registry;
}

test('one text for each programme, each with the addresses its guide asks for', () => {
  const [launch, patients, r3, enterprise, ehr, ...more] = programmes(readRegistry(shipped).registry);
  expect(more).toEqual([]);
  expect(launch?.text).toMatch(/^To: nextgen-office-api@nextgen\.com$/m);
  for (const line of [
    /Contact e-mail: +api@vendor\.example/,
    /Organization name: +Vendor/,
    /Organization description: +Makes charts/,
    /Client app name: +Chartside/,
    /Use case: +A clinician opens/,
    /Launch URL: +https:\/\/chart\.example\.org\/launch$/m,
    /OAuth callback URL: +https:\/\/chart\.example\.org\/callback$/m,
    /Icon URL: +https:\/\/chart\.example\.org\/icon\.png$/m,
    /Privacy page: +https:\/\/chart\.example\.org\/privacy$/m,
    /^ {2}user\/\*\.read +to show the whole record/m,
  ]) {
    expect(launch?.text).toMatch(line);
  }
  expect(patients?.text).toMatch(/OAuth callback URL: +https:\/\/chart\.example\.org\/callback$/m);
  expect(patients?.text).not.toMatch(/Launch URL|Icon URL/);
  expect(r3?.name).toContain('(FHIR R3)');
  expect(r3?.text).toMatch(/FHIR base: +https:\/\/fhir\.meditouchehr\.com\/api\/fhir \(FHIR R3\)$/m);
  expect(r3?.text).toMatch(/which "aud".*the base itself/);
  expect([launch, patients].filter((mail) => mail?.text.includes('which "aud"'))).toEqual([]);
  for (const line of [
    /https:\/\/developer\.nextgen\.com/,
    /APIs to add to the app: +FHIR R4, FHIR DSTU2$/m,
    /SMART Standalone Launch: +yes/,
    /Offline Access: +yes/,
    /^ {2}patient\/\*\.read +to show the whole record/m,
    /exchanged within 48 hours/,
  ]) {
    expect(enterprise?.text).toMatch(line);
  }
  expect(enterprise?.name).toContain('"nextgen-enterprise", "nextgen-enterprise-dstu2"');
  expect(ehr?.text).toMatch(/Launch URL: +https:\/\/chart\.example\.org\/launch$/m);
  expect(ehr?.text).toMatch(/SMART Standalone Launch: +no/);
  expect(ehr?.text).toMatch(/enter it as fhirBase and aud/);
});

test('two client ids are two apps of the portal; without an entry it is said what one would need', () => {
  const { registry } = readRegistry(shipped);
  const apart = registry.systems.map((system) =>
    system.id === 'nextgen-enterprise-dstu2' ? { ...system, clientId: 'another' } : system,
  );
  const apis = programmes({ ...registry, systems: apart }).flatMap(
    ({ text }) => /APIs to add to the app: +(.*)/.exec(text)?.[1] ?? [],
  );
  expect(apis).toEqual(['FHIR R4', 'FHIR DSTU2', 'FHIR R4']);
  const none = programmes({
    ...registry,
    systems: registry.systems.filter(({ searchRules }) => searchRules !== 'enterprise'),
  }).at(-1);
  expect(none?.text).toMatch(/no entry for it yet/);
  expect(none?.text).toMatch(/APIs to add to the app: +FHIR R4$/m);
});

test('no address of a registration has parameters', () => {
  const urls = programmes(readRegistry(shipped).registry).flatMap(
    ({ text }) => text.match(/https:\/\/chart\S+/g) ?? [],
  );
  expect(urls.length).toBeGreaterThan(6);
  expect(urls.filter((url) => /[?#]/.test(url))).toEqual([]);
});

test('every scope that the shipped configuration asks for has its reason', () => {
  for (const { text, faults } of programmes(readRegistry(shipped).registry)) {
    expect(faults).toEqual([]);
    expect(text).not.toContain('no reason');
  }
});

test('a scope that writes, acts alone or has no reason has to be put right first', () => {
  const asked = ['launch', 'openid', 'fhirUser', 'user/Patient.write', 'patient/Condition.cruds', 'profile'];
  const [launch] = programmes(changed({ scopes: { 'ehr-launch': asked } }));
  expect(launch?.faults).toEqual([
    expect.stringMatching(/^user\/Patient\.write asks for more than reading/),
    expect.stringMatching(/^patient\/Condition\.cruds asks for more/),
    expect.stringMatching(/^profile has no reason/),
  ]);
  expect(faultOf('system/*.read')).toMatch(/without a person/);
  expect(['patient/Condition.rs', 'patient/Condition.r', 'user/*.read'].map(faultOf)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a client that signs gives the address of its keys', () => {
  const [launch] = programmes(
    changed({
      clientAuthentication: 'broker',
      broker: { authentication: 'private_key_jwt', algorithm: 'RS384' },
    }),
  );
  expect(launch?.text).toMatch(/JWK set URL: +https:\/\/chart\.example\.org\/\.well-known\/jwks\.json/);
});

test.each([
  [],
  ['--origin', 'chart.example.org'],
  ['--origin', 'http://chart.example.org'],
  ['--origin', 'https://chart.example.org/app'],
  ['--origin', 'https://chart.example.org/?tenant=1'],
  ['--origin', 'https://user@chart.example.org'],
  ['--origin', 'https://chart.example.org', '--unknown'],
])('%s %s %s is refused with a sentence', (...argv) => {
  expect(() => registerOptions(argv)).toThrow(UsageError);
});

test('without --no-check the addresses are asked; with it nothing is', async () => {
  const options = registerOptions([
    '--origin',
    'https://chart.example.org/',
    '--no-check',
    '--contact',
    'a@b.example',
  ]);
  expect(options).toMatchObject({
    origin,
    check: false,
    contact: 'a@b.example',
    config: 'smart-config.json',
  });
  let printed = '';
  expect(
    await register({ ...(options as Exclude<typeof options, 'help'>) }, (text) => (printed += text)),
  ).toBe(true);
  expect(printed).toContain('not asked');
  expect(registerOptions(['--origin', origin])).toMatchObject({ check: true });
});
