/**
 * Token responses as servers really send them, made regular: strings with spaces round them, booleans and numbers as
 * strings, members left empty. What is missing stays missing; nothing is made up but the scopes (RFC 6749 §5.1).
 */
import { safeUrl } from './addresses.ts';
import { isAboutRecords, splitScopes } from './scopes.ts';
import type { System } from './registry.ts';

export type Members = Readonly<Record<string, unknown>>;

/** The body as members with trimmed strings, without empty ones; undefined where it is no JSON object. */
export function tidyMembers(body: string | undefined): Record<string, unknown> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const members: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(json)) {
    const tidy: unknown = typeof value === 'string' ? value.trim() : value;
    if (tidy !== null && tidy !== '') members[name] = tidy;
    // An empty scope is an answer: nothing was granted. It must not read as "granted as asked".
    else if (name === 'scope') members['scope'] = '';
  }
  const seconds = asSeconds(members['expires_in']);
  if (seconds === undefined) delete members['expires_in'];
  else members['expires_in'] = seconds;
  if (Array.isArray(members['scope'])) {
    members['scope'] = members['scope'].filter((one) => typeof one === 'string').join(' ');
  }
  return members;
}

/** Seconds as a number or as digits. Zero and nonsense are no lifetime: the server's 401 will tell. */
function asSeconds(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : undefined;
}

/** Any spelling of false is false; everything else, absence included, shows the banner whole. */
function isFalse(value: unknown): boolean {
  // An object is no spelling of anything; its `toString` may not even be a function.
  return (
    ['string', 'number', 'boolean'].includes(typeof value) && /^(?:false|0|no)$/i.test(`${value as string}`)
  );
}

/** A FHIR logical id (R4 §2.24.0.1), with or without its type before it; numbers are taken as digits. */
function asId(value: unknown, type: string): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const id = text.startsWith(`${type}/`) ? text.slice(type.length + 1) : text;
  return /^(?!\.+$)[\w.-]{1,128}$/.test(id) ? id : undefined;
}

/** `Practitioner/123`, if `fhirUser` names somebody at this system, in relative or absolute form. */
export function readFhirUser(system: System, claim: unknown): string | undefined {
  if (typeof claim !== 'string') return undefined;
  const base = [system.fhirBase, ...system.aliases].find((prefix) => claim.startsWith(`${prefix}/`));
  const reference = base === undefined ? claim : claim.slice(base.length + 1);
  return /^(Practitioner|PractitionerRole|Patient|RelatedPerson|Person)\/(?!\.+$)[\w.-]{1,128}$/.test(
    reference,
  )
    ? reference
    : undefined;
}

/**
 * Where nothing was asked for by name (the vendor's portal says what is granted), an answer that names no records
 * says nothing of them: then nothing is known, and the system's refusals tell what is not shared.
 */
function scopesGranted(
  granted: readonly string[] | undefined,
  asked: readonly string[] = [],
): readonly string[] | undefined {
  return asked.length > 0 || granted?.some(isAboutRecords) === true ? granted : undefined;
}

/** The launch context that came with the tokens. */
export interface LaunchContext {
  readonly patientId: string | undefined;
  readonly encounterId: string | undefined;
  readonly needPatientBanner: boolean;
  readonly styleUrl: string | undefined;
  /** Undefined: the server did not say what it granted, and nothing was asked for by name. */
  readonly scopes: readonly string[] | undefined;
}

/** Reads tidy members. `asked` are the scopes of the request; undefined at a renewal of what nobody ever named. */
export function readContext(
  system: System,
  members: Members,
  asked: readonly string[] | undefined,
): LaunchContext {
  const { scope, smart_style_url: style } = members;
  const url = typeof style === 'string' ? safeUrl(style) : undefined;
  return {
    patientId: asId(members['patient'], 'Patient'),
    encounterId: asId(members['encounter'], 'Encounter'),
    needPatientBanner: system.banner === 'always' || !isFalse(members['need_patient_banner']),
    styleUrl: url !== undefined && system.styleHosts.includes(url.host) ? url.href : undefined,
    scopes: scopesGranted(typeof scope === 'string' ? splitScopes(scope) : asked, asked),
  };
}
