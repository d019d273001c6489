/** What NextGen asks of an app before it gives out a client id, for each of its programmes. */
import type { LaunchKind, Registry, System } from '#smart/registry.ts';
import { faultOf, reasonFor } from './register-scopes.ts';

export interface Applicant {
  readonly contact: string | undefined;
  readonly organization: string | undefined;
  readonly description: string | undefined;
}

export interface Programme {
  readonly name: string;
  /** The mail, or what to enter in a portal. */
  readonly text: string;
  /** What has to be put right before it is sent. */
  readonly faults: readonly string[];
}

const appName = 'Chartside';
const officeHosts = ['fhir.meditouchehr.com', 'prod-fhir.prod.ngo.nextgenaws.net'];
const kindOfClient = (system: System | undefined): string => {
  const pkce = system?.pkce === 'off' ? 'without PKCE' : 'with PKCE (S256)';
  if (system?.clientAuthentication === 'public') return `public client ${pkce}, no secret`;
  const how = {
    basic: 'a client secret, sent by HTTP Basic',
    body: 'a client secret, sent in the request body',
    query: 'a client secret, sent as the authentication guide says',
    private_key_jwt: 'a signed JWT (private_key_jwt)',
  }[system?.broker?.authentication ?? 'query'];
  return `confidential client ${pkce}; the app’s server authenticates with ${how}`;
};

const clinicians =
  'A clinician opens the app from a patient’s chart. It shows that patient’s record in one tab: who the patient is, ' +
  'allergies, problems, medications, results, notes and the rest. It only reads, sends the record nowhere else and ' +
  'keeps none of it: what it reads is gone when the tab is closed, signed out or left idle.';
const patients =
  'A patient signs in and reads their own record, or a dependent’s, in one tab: allergies, problems, medications, ' +
  'results, notes and the rest. The app only reads, sends the record nowhere else and keeps none of it: what it reads ' +
  'is gone when the tab is closed, signed out or left idle.';

function list(fields: readonly (readonly [name: string, value: string | undefined])[]): string {
  const width = Math.max(...fields.map(([name]) => name.length)) + 2;
  return fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${`${name}:`.padEnd(width)}${value}\n`)
    .join('');
}

function scopeLines(scopes: readonly string[]): string {
  const width = Math.max(...scopes.map((scope) => scope.length)) + 2;
  return scopes
    .map((scope) => `  ${scope.padEnd(width)}${reasonFor(scope) ?? '(no reason given)'}\n`)
    .join('');
}

function about({ contact, organization, description }: Applicant): readonly (readonly [string, string])[] {
  return [
    ['Contact e-mail', contact ?? '[--contact]'],
    ['Organization name', organization ?? '[--organization]'],
    ['Organization description', description ?? '[--description]'],
    ['Client app name', appName],
  ];
}

function keySet(origin: string, system: System): readonly [string, string | undefined] {
  const needed = system.broker?.authentication === 'private_key_jwt';
  return ['JWK set URL', needed ? `${origin}/.well-known/jwks.json` : undefined];
}

/** What NextGen calls the versions: its guides and portal say R3 for STU3. */
function versionName({ fhirVersion }: System): string {
  return { R4: 'FHIR R4', STU3: 'FHIR R3', DSTU2: 'FHIR DSTU2' }[fhirVersion];
}

/** The guides give the audience of R4 alone. */
function audQuestion({ fhirVersion, aud, fhirBase }: System): string {
  return fhirVersion === 'R4'
    ? ''
    : `\nOne question: which "aud" does the authorization request for this base take? We would send ${aud ?? 'none'}${
        aud === fhirBase ? ', the base itself' : ''
      }.\n`;
}

function officeMail(origin: string, applicant: Applicant, system: System, kind: LaunchKind): Programme {
  const inEhr = kind === 'ehr-launch';
  const version = versionName(system);
  const name = inEhr
    ? 'NextGen Office, SMART app launch from the chart'
    : `NextGen Office, patient access${system.fhirVersion === 'R4' ? '' : ` (${version})`}`;
  const scopes = system.scopes[kind] ?? [];
  const fields = list([
    ...about(applicant),
    ['Use case', inEhr ? clinicians : patients],
    ['Launch URL', inEhr ? `${origin}/launch` : undefined],
    ['OAuth callback URL', origin + system.redirectPath],
    ['Icon URL', inEhr ? `${origin}/icon.png` : undefined],
    ['Privacy page', `${origin}/privacy`],
    ['Kind of client', kindOfClient(system)],
    keySet(origin, system),
    ['FHIR base', `${system.fhirBase} (${version})`],
  ]);
  return {
    name: `${name} ("${system.id}")`,
    text:
      `To: nextgen-office-api@nextgen.com\nSubject: Registration of ${appName}: ${name}\n\n` +
      `We would like to register this app:\n\n${fields}\nScopes, and why each is asked for:\n${scopeLines(scopes)}${audQuestion(system)}`,
    faults: scopes.flatMap((scope) => faultOf(scope) ?? []),
  };
}

/** Asked for where the configuration names no scope itself: NextGen Enterprise's live discovery document lists them. */
const enterpriseScopes = ['openid', 'offline_access', 'launch/patient', 'patient/*.read'];

/** One app of the portal: the entries that share a client id, or what an app would need where there is no entry yet. */
function enterpriseEntry(origin: string, applicant: Applicant, systems: readonly System[]): Programme {
  const [first] = systems;
  const kinds = new Set(systems.flatMap((system) => system.kinds));
  const named = [...new Set(systems.flatMap((system) => Object.values(system.scopes).flat()))];
  const scopes = named.length > 0 ? named : enterpriseScopes;
  const inEhr = kinds.has('ehr-launch');
  const callbacks = new Set(systems.map(({ redirectPath }) => origin + redirectPath));
  const hours = first?.refreshWithinHours;
  const fields = list([
    ...about(applicant),
    ['Use case', inEhr ? clinicians : patients],
    ['Callback URL', callbacks.size === 0 ? `${origin}/callback` : [...callbacks].join(', ')],
    ['Launch URL', inEhr ? `${origin}/launch` : undefined],
    ['Privacy page', `${origin}/privacy`],
    ['APIs to add to the app', [...new Set(systems.map(versionName))].join(', ') || 'FHIR R4'],
    ['SMART Standalone Launch', inEhr && !kinds.has('standalone') ? 'no' : 'yes'],
    ['Launch from the EHR', inEhr ? 'yes' : 'no'],
    ['Offline Access', scopes.includes('offline_access') ? 'yes' : 'no'],
    ['Kind of client', kindOfClient(first)],
  ]);
  const ids = systems.map(({ id }) => `"${id}"`).join(', ');
  const none =
    systems.length === 0 ? 'The configuration has no entry for it yet; this is what it would need.\n' : '';
  const base = inEhr
    ? 'NextGen or the practice names the FHIR base of its EHR: enter it as fhirBase and aud, and list the hosts of its sign-in under identityHosts.\n'
    : 'Each API has to be added to the app before its base answers; a permission for one is none for another.\n';
  const renewal =
    hours === undefined
      ? ''
      : `Without Offline Access people sign in again after about an hour; with it a refresh token has to be exchanged within ${hours} hours, which the app does.\n`;
  return {
    name: `NextGen Enterprise, developer portal${ids && ` (${ids})`}`,
    text:
      `${none}Enter at https://developer.nextgen.com:\n\n${fields}\n` +
      'Scopes are chosen in the portal. Read access to everything the chart shows, and why:\n' +
      `${scopeLines(scopes)}\n${base}${renewal}` +
      'The client id and its secret work once an administrator of NextGen has approved the app.\n',
    faults: scopes.flatMap((scope) => faultOf(scope) ?? []),
  };
}

/** A text for each programme of NextGen's that the configuration takes part in, and for Enterprise in any case. */
export function programmesOf(registry: Registry, origin: string, applicant: Applicant): readonly Programme[] {
  const real = registry.systems.filter(({ sandbox }) => !sandbox);
  const office = (['ehr-launch', 'standalone'] as const).flatMap((kind) =>
    real
      .filter(
        ({ kinds, fhirBase }) => kinds.includes(kind) && officeHosts.includes(new URL(fhirBase).hostname),
      )
      .map((system) => officeMail(origin, applicant, system, kind)),
  );
  const enterprise = real.filter(({ searchRules }) => searchRules === 'enterprise');
  // The same client in both versions is one app of the portal; what the EHR launches is registered for itself.
  const apps = Map.groupBy(enterprise, ({ kinds, clientId }) => `${kinds.join()} ${clientId}`);
  const entries = apps.size === 0 ? [[]] : [...apps.values()];
  return [...office, ...entries.map((systems) => enterpriseEntry(origin, applicant, systems))];
}
