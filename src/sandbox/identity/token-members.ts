import type { Switches } from '#sandbox/control.ts';
import { practice } from '#sandbox/cast.ts';
import type { BaseName } from './realm.ts';

/** What one grant is about: decided when it is given, the same at every refresh. */
export interface GrantContext {
  readonly clientType: 'EHR' | 'STANDALONE';
  readonly base: BaseName;
  /** Undefined: the app asked for no patient, and reads whom the account may see. */
  readonly patient: string | undefined;
  readonly encounter: string | undefined;
  readonly person: string;
  readonly sessionState: string;
}

const banner: Readonly<Record<Switches['banner'], string | boolean | undefined>> = {
  '"false"': 'false',
  '"true"': 'true',
  false: false,
  true: true,
  absent: undefined,
};

/**
 * The members that NextGen Office adds to a token response, as its guides print them: spaces around `patient` and
 * `smart_style_url` (a line break in the portal's), booleans as strings, `person/…` in lower case from the EHR.
 */
export function tokenMembers(
  context: GrantContext,
  switches: Switches,
  fhirUrl: string,
): Readonly<Record<string, unknown>> {
  const ehr = context.clientType === 'EHR';
  const file = ehr && switches.style !== 'portal' ? 'ehrSmartStyleConfig' : 'portalSmartStyleConfig';
  const style = `${fhirUrl}/electronic/json/api/${file}.json`;
  const { patient } = context;
  const members: Record<string, unknown> = {
    'not-before-policy': 0,
    session_state: context.sessionState,
    resource: `${ehr ? 'person' : 'Person'}/${context.person}`,
    patient: patient === undefined || switches.omitPatient ? undefined : ehr ? ` ${patient} ` : ` ${patient}`,
    need_patient_banner: banner[switches.banner],
    practice_id: practice.id,
    smart_style_url: switches.style === 'absent' ? undefined : ehr ? ` ${style} ` : `\n${style} `,
    client_type: context.clientType,
    subscription_type: ehr ? undefined : 'Indefinite',
    encounter: ehr && switches.encounter === 'chosen' ? context.encounter : undefined,
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** Granted scopes as Keycloak sends them back: in another order than they were asked for, the same every time. */
export function reordered(scope: string): string {
  return scope
    .split(' ')
    .toSorted((a, b) => a.length - b.length || (a < b ? 1 : -1))
    .join(' ');
}
