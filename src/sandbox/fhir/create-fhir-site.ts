import type { Control } from '#sandbox/control.ts';
import type { TokenCheck } from '#sandbox/token-check.ts';
import { createCcdaHandler } from './ccda/create-ccda-handler.ts';
import { createFhirServer, type FhirServerSettings } from './create-fhir-server.ts';
import type { DataVersion } from './data-version.ts';
import { officeR3Path } from './earlier/office-r3-rules.ts';
import { gateway } from './gateway.ts';
import type { Manner } from './manner.ts';
import type { FhirResource, SandboxHandler } from './resource.ts';
import type { IdentityEndpoints } from './smart-configuration.ts';
import type { Store } from './store.ts';
import { createStyleFiles } from './style-files.ts';

/** One more FHIR base of the site. */
export type SiteBase = {
  /** Below the site's origin, without a slash at the end. Of two that fit an address the longer one answers. */
  readonly path: string;
} & Pick<
  FhirServerSettings,
  'checkToken' | 'discovery' | 'identity' | 'limitedAs' | 'present' | 'version' | 'watched'
> &
  (Manner | { manner(): Manner });

/** Something on the FHIR port that is no FHIR base: an authorization server, a file. */
export interface SiteMount {
  readonly path: string;
  /** Whether letter case is overlooked: Enterprise calls its own base `/R4`. */
  readonly anyCase?: boolean;
  readonly handler: SandboxHandler;
}

export interface FhirSiteOptions {
  readonly control: Control;
  readonly checkToken: TokenCheck;
  /** `http://localhost:4202`: where this site is called from outside. */
  readonly origin: string;
  readonly allowedOrigins: readonly string[];
  readonly identity: IdentityEndpoints;
  /** The cast. */
  readonly office: Store;
  /** A Patient of the cast as shown at a moment. */
  readonly present?: (patient: FhirResource, now: number) => FhirResource;
  /** What `--data` brought, where it was given. */
  readonly data?: Store;
  /** The version of it: `r4` where not said. */
  readonly dataVersion?: DataVersion;
  /** Serve the cast at the second base as well. */
  readonly second?: boolean;
  /** Further bases, each with its own rules, version, records and token check. */
  readonly bases?: readonly SiteBase[];
  readonly mounts?: readonly SiteMount[];
  readonly wait?: (milliseconds: number) => Promise<void>;
}

export const fhirPaths = {
  office: '/api/fhir/r4',
  second: '/second/fhir/r4',
  ccda: '/api/ccda',
  styles: '/electronic/json/api',
} as const;

/** NextGen Enterprise's bases, at the paths they have in reality. */
export const enterprisePaths = {
  r4: '/nge/prod/fhir-api-r4/fhir/r4',
  dstu2: '/nge/prod/fhir-api/fhir/dstu2',
  ehr: '/nge/prod/nge-api/fhir/r4',
} as const;

/** Where records of one's own are served. */
export function dataPath(version: DataVersion = 'r4'): string {
  return `/data/fhir/${version}`;
}

/**
 * Everything on the FHIR port: NextGen Office's base, the `--data` base, further bases, C-CDA documents, style files
 * and whatever else is mounted. What is Office's own shares one limit of requests a minute for each client address.
 */
export function createFhirSite(options: FhirSiteOptions): SandboxHandler {
  const { bases = [], mounts = [] } = options;
  const common = {
    control: options.control,
    allowedOrigins: options.allowedOrigins,
    ...(options.wait && { wait: options.wait }),
  };
  const serve = (base: SiteBase): SiteMount => ({
    path: base.path,
    handler: createFhirServer({ ...common, ...base, base: options.origin + base.path }),
  });
  const places: readonly SiteMount[] = [
    ...[...ownBases(options), ...bases].map(serve),
    ...mounts,
    { path: fhirPaths.ccda, handler: createCcdaHandler({ ...options, store: options.office }) },
    { path: fhirPaths.styles, handler: createStyleFiles(options) },
  ].toSorted((a, b) => b.path.length - a.path.length);
  const nothing = gateway(
    { ...options, server: 'fhir', limited: false, targets: () => [], isPublic: () => false },
    async () => new Response('Not Found', { status: 404, headers: { 'Content-Type': 'text/plain' } }),
  );
  return (request, client) => {
    const { pathname } = new URL(request.url);
    const place = places.find(({ path, anyCase }) => {
      const asked = anyCase === true ? pathname.toLowerCase() : pathname;
      return asked === path || asked.startsWith(`${path}/`);
    });
    return (place?.handler ?? nothing)(request, client);
  };
}

/** The bases whose tokens are the realm's: NextGen Office's, a second one of the same records, and `--data`'s. */
function ownBases(options: FhirSiteOptions): readonly SiteBase[] {
  const { control, checkToken, identity, office, present, data, dataVersion } = options;
  const realm = { checkToken, identity };
  const manner = (): Manner => ({
    store: office,
    rules: 'office',
    alsoTokensFor: control.switches.officeR3Tokens === 'shared' ? [options.origin + officeR3Path] : [],
  });
  const limitedAs = (address: string): string => address;
  const cast = { ...realm, manner, limitedAs, ...(present && { present }) };
  return [
    { ...cast, path: fhirPaths.office },
    ...(options.second === true ? [{ ...cast, path: fhirPaths.second }] : []),
    ...(data === undefined
      ? []
      : [
          {
            ...realm,
            store: data,
            path: dataPath(dataVersion),
            rules: 'us-core' as const,
            ...(dataVersion && { version: dataVersion }),
          },
        ]),
  ];
}
