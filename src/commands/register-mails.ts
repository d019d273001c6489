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
const enterpriseHosts = ['fhir.nextgen.com'];
const kindOfClient = (system: System | undefined): string => {
  if (system?.clientAuthentication === 'public') return 'public client with PKCE (S256), no secret';
  const how = {
    basic: 'a client secret, sent by HTTP Basic',
    body: 'a client secret, sent in the request body',
    query: 'a client secret, sent as the authentication guide says',
    private_key_jwt: 'a signed JWT (private_key_jwt)',
  }[system?.broker?.authentication ?? 'query'];
  return `confidential client with PKCE (S256); the app’s server authenticates with ${how}`;
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

function officeMail(origin: string, applicant: Applicant, system: System, kind: LaunchKind): Programme {
  const inEhr = kind === 'ehr-launch';
  const name = inEhr ? 'NextGen Office, SMART app launch from the chart' : 'NextGen Office, patient access';
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
    ['FHIR base', `${system.fhirBase} (FHIR R4)`],
  ]);
  return {
    name: `${name} ("${system.id}")`,
    text:
      `To: nextgen-office-api@nextgen.com\nSubject: Registration of ${appName}: ${name}\n\n` +
      `We would like to register this app:\n\n${fields}\nScopes, and why each is asked for:\n${scopeLines(scopes)}`,
    faults: scopes.flatMap((scope) => faultOf(scope) ?? []),
  };
}

/** Asked for where the configuration has no entry for NextGen Enterprise yet: its live discovery document lists them. */
const enterpriseScopes = ['openid', 'offline_access', 'launch/patient', 'patient/*.read'];

function enterpriseEntry(origin: string, applicant: Applicant, system: System | undefined): Programme {
  const scopes = (system?.scopes.standalone ?? system?.scopes['ehr-launch'] ?? enterpriseScopes) as string[];
  const inEhr = system?.kinds.includes('ehr-launch') === true;
  const fields = list([
    ...about(applicant),
    ['Use case', inEhr ? clinicians : patients],
    ['Callback URL', origin + (system?.redirectPath ?? '/callback')],
    ['Launch URL', inEhr ? `${origin}/launch` : undefined],
    ['Privacy page', `${origin}/privacy`],
    ['APIs to add to the app', 'FHIR R4'],
    ['SMART Standalone Launch', inEhr && !system.kinds.includes('standalone') ? 'no' : 'yes'],
    ['Launch from the EHR', inEhr ? 'yes' : 'no'],
    ['Kind of client', kindOfClient(system)],
  ]);
  const none =
    system === undefined ? 'The configuration has no entry for it yet; this is what it would need.\n' : '';
  return {
    name: `NextGen Enterprise, developer portal${system === undefined ? '' : ` ("${system.id}")`}`,
    text:
      `${none}Enter at https://developer.nextgen.com:\n\n${fields}\n` +
      'Scopes are chosen in the portal. Read access to everything the chart shows, and why:\n' +
      `${scopeLines(scopes)}\nThe client id works once an administrator of NextGen has approved it.\n`,
    faults: scopes.flatMap((scope) => faultOf(scope) ?? []),
  };
}

/** A text for each programme of NextGen's that the configuration takes part in, and for Enterprise in any case. */
export function programmesOf(registry: Registry, origin: string, applicant: Applicant): readonly Programme[] {
  const at = (hosts: readonly string[]): readonly System[] =>
    registry.systems.filter(({ fhirBase }) => hosts.includes(new URL(fhirBase).hostname));
  const office = (['ehr-launch', 'standalone'] as const).flatMap((kind) =>
    at(officeHosts)
      .filter(({ kinds }) => kinds.includes(kind))
      .map((system) => officeMail(origin, applicant, system, kind)),
  );
  const enterprise = at(enterpriseHosts);
  const entries = enterprise.length === 0 ? [undefined] : enterprise;
  return [...office, ...entries.map((system) => enterpriseEntry(origin, applicant, system))];
}
