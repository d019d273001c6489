/**
 * Starts the sandbox: the made-up EHR, its identity server and the control address on one port, FHIR server, C-CDA
 * and style files on another. Several run side by side in one process and share nothing that changes.
 */
import type { RequestListener } from 'node:http';
import { bulkSettings } from './bulk/bulk-switches.ts';
import { mountBulk } from './bulk/mount-bulk.ts';
import { Control } from './control.ts';
import { answerControl } from './control-address.ts';
import { reportOfData } from './data-report.ts';
import { Charts } from './ehr/charts.ts';
import { createEhr } from './ehr/ehr-server.ts';
import { createEnterprise, enterpriseLaunchManner } from './enterprise/create-enterprise.ts';
import { createFhirSite, dataPath, enterprisePaths, fhirPaths } from './fhir/create-fhir-site.ts';
import type { DataVersion } from './fhir/data-version.ts';
import { loadData, type LoadedData, type SearchedTypes } from './fhir/load-data.ts';
import { enterpriseDstu2Base, officeR3Base } from './fhir/earlier/earlier-bases.ts';
import { officeR3Path } from './fhir/earlier/office-r3-rules.ts';
import type { FhirResource } from './fhir/resource.ts';
import { keycloakEndpoints } from './fhir/smart-configuration.ts';
import { createStore, type Store } from './fhir/store.ts';
import { answerNode, listenOn, nodeListener, type WebHandler } from './http.ts';
import { clientKey } from './identity/client-keys.ts';
import { createIdentity, type IdentityServer } from './identity/identity-server.ts';
import { LaunchTokens } from './identity/launch-tokens.ts';
import { realmPath, type FhirBases } from './identity/realm.ts';
import { castResources } from './people/resources.ts';
import { trustedTokens, type Trust } from './trust.ts';
import { withVolatileAddressEnd } from './people/volatile-address.ts';

export interface SandboxOptions {
  /** Loopback address to listen on; the URLs say `localhost` whatever it is. */
  readonly host?: string;
  /** 0 = a free one. */
  readonly ehrPort: number;
  readonly fhirPort: number;
  /** Where the app is served: its redirect URIs are `callbackPaths` there, its launch URL `/launch`. */
  readonly appOrigin: string;
  /** Folders of FHIR JSON, served as further patients. */
  readonly dataDirs?: readonly string[];
  /** The version of all of them; found by what is in them where not said. */
  readonly dataVersion?: DataVersion | undefined;
  /** The types that the app searches for by patient: records of others are reported. Absent = any type may be. */
  readonly searchedTypes?: SearchedTypes;
  /** Milliseconds since 1970 at which the clock is held from the start. */
  readonly fixedNow?: number;
  /** A sign-in server that stands in for the sandbox's own, which is then not there. */
  readonly trust?: Trust;
  /** The bulk client's published key set (JSON, as JWKS), and how many made-up patients stand beside the cast. */
  readonly bulk?: BulkOptions;
}

export interface BulkOptions {
  readonly keys: { readonly keys: readonly object[] };
  readonly madeUp: number;
}

export interface Sandbox {
  readonly ehrUrl: string;
  /** Origin of the sign-in server: the EHR's, where the sandbox trusts no other. */
  readonly identityUrl: string;
  readonly fhirUrl: string;
  readonly control: Control;
  /** What `dataDirs` gave; undefined where none was named. */
  readonly data: LoadedData | undefined;
  /** The same in words, for the terminal; empty where none was named. */
  readonly dataReport: string;
  /** The private key set (JSON) of the made-up client that authenticates with private_key_jwt. */
  readonly clientKeys: string;
  stop(): Promise<void>;
}

export interface SandboxParts {
  readonly ehrUrl: string;
  readonly fhirUrl: string;
  readonly appOrigin: string;
  readonly control: Control;
  readonly data: Store | undefined;
  readonly dataVersion?: DataVersion | undefined;
  readonly trust?: Trust | undefined;
  readonly bulk?: BulkOptions | undefined;
}

let castStore: Store | undefined;

/** The listeners of both ports, for whoever mounts them on servers of their own. */
export async function createSandbox(
  parts: SandboxParts,
): Promise<{ readonly ehr: RequestListener; readonly fhir: RequestListener }> {
  const { ehrUrl, fhirUrl, control } = parts;
  castStore ??= createStore(castResources());
  const office = castStore;
  const bases: FhirBases = {
    office: fhirUrl + fhirPaths.office,
    officeR3: fhirUrl + officeR3Path,
    data: fhirUrl + dataPath(parts.dataVersion),
  };
  const launches = new LaunchTokens(() => control.now());
  const enterpriseLaunches = new LaunchTokens(
    () => control.now(),
    () => enterpriseLaunchManner(control.switches),
  );
  const enterprise = await createEnterprise({ ...parts, office, launches: enterpriseLaunches });
  const charts = new Charts(office, parts.data);
  const { trust } = parts;
  const identity: IdentityServer =
    trust === undefined
      ? await createIdentity({ ...parts, bases, launches, charts })
      : {
          owns: () => false,
          answer: async () => undefined,
          checkToken: trustedTokens(trust, () => control.now()),
        };
  const baseOf = (patient: string) =>
    trust?.second.includes(patient) === true ? fhirUrl + fhirPaths.second : undefined;
  const fromEnterprise = { launches: enterpriseLaunches, base: fhirUrl + enterprisePaths.ehr };
  const ehr = recorded(
    control,
    createEhr({ ...parts, bases, launches, enterprise: fromEnterprise, charts, baseOf }),
  );
  const signIn = {
    checkToken: identity.checkToken,
    identity: keycloakEndpoints(trust?.issuer ?? ehrUrl + realmPath),
  };
  const fhir = createFhirSite({
    control,
    ...signIn,
    second: trust !== undefined,
    origin: fhirUrl,
    allowedOrigins: [parts.appOrigin],
    office,
    mounts: enterprise.mounts,
    present,
    bases: [
      officeR3Base(office, signIn, { control, origin: fhirUrl }, present),
      enterpriseDstu2Base(office, enterprise.patient, { control, origin: fhirUrl }),
    ],
    ...(parts.data === undefined ? {} : { data: parts.data }),
    ...(parts.dataVersion && { dataVersion: parts.dataVersion }),
  });

  const bulk = mountBulk({
    fhirUrl,
    identityUrl: ehrUrl,
    store: office,
    madeUp: parts.bulk?.madeUp ?? 0,
    settings: () => bulkSettings(control.switches),
    keys: () => ({ keys: [...(parts.bulk?.keys.keys ?? [])] }),
    now: () => control.now(),
  });
  const fhirListener = nodeListener(fhir, fhirUrl);

  return {
    fhir: (request, response) => {
      if (!bulk(request, response)) fhirListener(request, response);
    },
    ehr: (request, response) => {
      const { pathname } = new URL(request.url ?? '/', ehrUrl);
      const answer = async (): Promise<void> => {
        if (/^\/control(\/|$)/.test(pathname))
          return answerNode((asked) => answerControl(asked, control), ehrUrl, request, response);
        if (control.switches.latencyMs > 0)
          await new Promise((resolve) => setTimeout(resolve, control.switches.latencyMs));
        if (bulk(request, response)) return;
        if (identity.owns(pathname)) return identity.answer(request, response);
        return answerNode(ehr, ehrUrl, request, response);
      };
      answer().catch((error: unknown) => {
        process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : String(error)}\n`);
        response.destroy();
      });
    },
  };
}

/** A patient as the practice's systems show one at a moment. */
function present(resource: FhirResource, now: number): FhirResource {
  return resource.id === undefined ? resource : withVolatileAddressEnd({ ...resource, id: resource.id }, now);
}

/** Starts a sandbox. Rejects with `SandboxPortTaken`, or where a data folder does not exist; nothing runs then. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { host = '127.0.0.1', appOrigin, dataDirs = [], dataVersion, trust } = options;
  const data =
    dataDirs.length === 0 ? undefined : await loadData(dataDirs, options.searchedTypes, dataVersion);
  const ehr = await listenOn(options.ehrPort, host, 'EHR page', '--ehr-port');
  let fhir;
  try {
    fhir = await listenOn(options.fhirPort, host, 'FHIR server', '--fhir-port');
  } catch (error) {
    await ehr.stop();
    throw error;
  }
  const ehrUrl = `http://localhost:${ehr.port}`;
  const fhirUrl = `http://localhost:${fhir.port}`;
  const control = new Control();
  control.fixedNow = options.fixedNow;
  const listeners = await createSandbox({
    ehrUrl,
    fhirUrl,
    appOrigin,
    control,
    data: data?.store,
    dataVersion: data?.version,
    trust,
    bulk: options.bulk,
  });
  ehr.answerWith(listeners.ehr);
  fhir.answerWith(listeners.fhir);
  return {
    ehrUrl,
    identityUrl: trust === undefined ? ehrUrl : new URL(trust.issuer).origin,
    fhirUrl,
    control,
    data,
    clientKeys: JSON.stringify({ keys: [await clientKey()] }),
    dataReport: data === undefined ? '' : reportOfData(data),
    stop: async () => {
      await Promise.all([ehr.stop(), fhir.stop()]);
    },
  };
}

/** Notes what the EHR's pages were asked for. */
function recorded(control: Control, handler: WebHandler): WebHandler {
  return async (request, client) => {
    const at = control.now();
    const { received } = control;
    const url = new URL(request.url);
    const response = await handler(request, client);
    received.push({
      at,
      server: 'ehr',
      method: request.method,
      url: url.pathname + url.search,
      origin: request.headers.get('Origin') ?? undefined,
      authorization: request.headers.has('Authorization'),
      status: response.status,
    });
    return response;
  };
}
