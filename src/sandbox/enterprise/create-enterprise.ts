import type { EnterpriseClient } from '#sandbox/cast.ts';
import type { Control } from '#sandbox/control.ts';
import { pageFile, pageFilePaths } from '#sandbox/ehr/page-files.ts';
import { createFhirServer } from '#sandbox/fhir/create-fhir-server.ts';
import { enterprisePaths, type SiteMount } from '#sandbox/fhir/create-fhir-site.ts';
import { ownId } from '#sandbox/fhir/earlier/cast-variant.ts';
import { createEnterpriseServer } from '#sandbox/fhir/enterprise/create-enterprise-server.ts';
import { enterpriseCast } from '#sandbox/fhir/enterprise/enterprise-cast.ts';
import {
  enterpriseSmartConfiguration,
  type EnterpriseIdentity,
} from '#sandbox/fhir/enterprise/enterprise-discovery.ts';
import { enterpriseTypes } from '#sandbox/fhir/enterprise/enterprise-rules.ts';
import { gateway } from '#sandbox/fhir/gateway.ts';
import type { SandboxHandler } from '#sandbox/fhir/resource.ts';
import type { Store } from '#sandbox/fhir/store.ts';
import type { LaunchManner, LaunchTokens } from '#sandbox/identity/launch-tokens.ts';
import type { TokenCheck } from '#sandbox/token-check.ts';
import { createEhrOauth } from './ehr-oauth.ts';
import type { EnterpriseSwitches } from './enterprise-switches.ts';
import { Grants } from './grants.ts';
import { publicKeys } from './id-token.ts';
import { ehrOauthPath, oauthAddresses, patientOauthPath } from './oauth-paths.ts';
import { createPatientOauth } from './patient-oauth.ts';

export interface EnterpriseOptions {
  readonly control: Control;
  /** `http://localhost:4202`. */
  readonly fhirUrl: string;
  readonly appOrigin: string;
  /** The cast as Office serves it. */
  readonly office: Store;
  /** Launches from the EHR page as NextGen Enterprise: tokens of their own. */
  readonly launches: LaunchTokens;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** An authorization server of Enterprise as a FHIR base needs it: to be spread into a `SiteBase`. */
export interface EnterpriseAuthorization {
  readonly checkToken: TokenCheck;
  readonly identity: EnterpriseIdentity;
  readonly discovery: object;
  /** Whether what is asked of its bases stands in the record of flows. */
  readonly watched: boolean;
}

export interface Enterprise {
  /** `patient-oauth`: for the R4 and the DSTU2 base of patient access. A token says which of them it is good for. */
  readonly patient: EnterpriseAuthorization;
  /** `nge-oauth`: launches from the EHR. */
  readonly ehr: EnterpriseAuthorization;
  /** Both R4 bases, both authorization servers, their keys and what their pages load. */
  readonly mounts: readonly SiteMount[];
}

const scopesSupported = [
  'openid',
  'offline_access',
  'launch',
  'launch/patient',
  'launch/encounter',
  'patient/*.*',
  'user/*.*',
];

/** NextGen Enterprise's part of the FHIR port, but for the DSTU2 base itself. */
export async function createEnterprise(options: EnterpriseOptions): Promise<Enterprise> {
  const { control, fhirUrl, appOrigin, office, launches } = options;
  const wait = options.wait && { wait: options.wait };
  const now = (): number => control.now();
  const keys = await publicKeys();
  const bases: Readonly<Record<EnterpriseClient['door'], string>> = {
    'patient-r4': fhirUrl + enterprisePaths.r4,
    'patient-dstu2': fhirUrl + enterprisePaths.dstu2,
    ehr: fhirUrl + enterprisePaths.ehr,
  };
  const keysOfPatients = '/nge/prod/fhir-api-r4/.well-known/jwks.json';
  const keysOfEhr = '/nge/prod/nge-api/.well-known/jwks.json';
  const codeSeconds = (): number => control.switches.enterpriseCodeSeconds;
  const patientGrants = new Grants(now, codeSeconds);
  const ehrGrants = new Grants(now, codeSeconds);
  const patientIdentity: EnterpriseIdentity = {
    ...oauthAddresses(fhirUrl, patientOauthPath),
    issuer: fhirUrl + patientOauthPath,
    jwksUri: fhirUrl + keysOfPatients,
    openid: { issuer: bases['patient-r4'], jwksUri: `${bases['patient-r4']}/.well-known/jwk` },
    scopesSupported,
  };
  const ehrIdentity: EnterpriseIdentity = {
    ...oauthAddresses(fhirUrl, ehrOauthPath),
    issuer: fhirUrl + ehrOauthPath,
    jwksUri: fhirUrl + keysOfEhr,
    openid: { issuer: bases.ehr, jwksUri: `${bases.ehr}/.well-known/jwk` },
    scopesSupported: ['openid', 'fhirUser', ...scopesSupported.slice(1)],
  };
  const authorization = (
    identity: EnterpriseIdentity,
    grants: Grants,
    watched: boolean,
  ): EnterpriseAuthorization => ({
    checkToken: tokenCheck(grants),
    identity,
    discovery: enterpriseSmartConfiguration(identity),
    watched,
  });
  const patient = authorization(patientIdentity, patientGrants, false);
  const ehr = authorization(ehrIdentity, ehrGrants, true);
  const server = (door: 'patient-r4' | 'ehr', of: EnterpriseAuthorization) =>
    createEnterpriseServer({
      control,
      get cast() {
        return enterpriseCast(office, control.switches);
      },
      checkToken: of.checkToken,
      base: bases[door],
      allowedOrigins: [appOrigin],
      identity: of.identity,
      watched: of.watched,
      keys,
      ...wait,
    });
  const isPlain = (): boolean => control.switches.enterpriseEhrRules === 'plain';
  const ehrStore = (): Store => (isPlain() ? office : enterpriseCast(office, control.switches).store);
  const asRecorded = server('ehr', ehr);
  const plain = createFhirServer({
    ...ehr,
    control,
    base: bases.ehr,
    allowedOrigins: [appOrigin],
    store: office,
    rules: 'us-core',
    types: [...enterpriseTypes.keys()],
    ...wait,
  });
  const ehrBase: SandboxHandler = (request, client) => (isPlain() ? plain : asRecorded)(request, client);
  const document = (path: string, forAnyOrigin: boolean, answer: () => Response): SiteMount => ({
    path,
    handler: gateway(
      {
        control,
        server: 'identity',
        limited: false,
        allowedOrigins: [],
        targets: () => [],
        isPublic: () => forAnyOrigin,
      },
      async () => answer(),
    ),
  });
  const keySet = (path: string): SiteMount =>
    document(path, true, () => new Response(keys, { headers: { 'Content-Type': 'application/json' } }));
  return {
    patient,
    ehr,
    mounts: [
      { path: enterprisePaths.r4, anyCase: true, handler: server('patient-r4', patient) },
      { path: enterprisePaths.ehr, anyCase: true, handler: ehrBase },
      {
        path: patientOauthPath,
        handler: createPatientOauth({
          control,
          grants: patientGrants,
          origin: fhirUrl,
          appOrigin,
          baseOf: ({ door }) => bases[door],
          bases: [bases['patient-r4'], bases['patient-dstu2']],
          issuers: {
            'patient-oauth': patient.identity.issuer,
            'fhir-base': patient.identity.openid.issuer,
          },
          nameOf: (id) => nameIn(office, id),
          ...wait,
        }),
      },
      {
        path: ehrOauthPath,
        handler: createEhrOauth({
          control,
          grants: ehrGrants,
          launches,
          origin: fhirUrl,
          appOrigin,
          base: bases.ehr,
          issuer: ehr.identity.issuer,
          encounterId: (named) =>
            [named, `PT-${named}`]
              .flatMap((id) => [id, ownId(id)])
              .find((id) => ehrStore().read('Encounter', id) !== undefined),
          ...wait,
        }),
      },
      keySet(keysOfPatients),
      keySet(keysOfEhr),
      ...pageFilePaths.map((path) => document(path, false, () => pageFile(path))),
    ],
  };
}

/** How launches of NextGen Enterprise's EHR are, as the switches have them. */
export function enterpriseLaunchManner({
  enterpriseLaunchSeconds,
  enterpriseLaunchForm,
}: EnterpriseSwitches): LaunchManner {
  return { lifetimeMs: enterpriseLaunchSeconds * 1000, short: enterpriseLaunchForm === 'uuid' };
}

function tokenCheck(grants: Grants): TokenCheck {
  return async (token) => {
    const grant = grants.find(token);
    if (grant === undefined) return undefined;
    const { client, account, recordScopes, patient, audience } = grant;
    return {
      clientId: client.id,
      user: account.login.fhirUser,
      scopes: recordScopes,
      patient,
      patients: account.patients,
      audience,
    };
  };
}

function nameIn(office: Store, id: string): string {
  const [name] = (office.read('Patient', id)?.['name'] ?? []) as readonly {
    readonly family?: string;
    readonly given?: readonly string[];
  }[];
  return [...(name?.given ?? []), name?.family].filter((part) => part !== undefined).join(' ') || id;
}
