import type { Control } from '#sandbox/control.ts';
import type { TokenCheck } from '#sandbox/token-check.ts';
import { createCcdaHandler } from './ccda/create-ccda-handler.ts';
import { createFhirServer } from './create-fhir-server.ts';
import type { DataVersion } from './data-version.ts';
import { gateway } from './gateway.ts';
import type { FhirResource, SandboxHandler } from './resource.ts';
import type { IdentityEndpoints } from './smart-configuration.ts';
import type { Store } from './store.ts';
import { createStyleFiles } from './style-files.ts';

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
  readonly wait?: (milliseconds: number) => Promise<void>;
}

export const fhirPaths = {
  office: '/api/fhir/r4',
  second: '/second/fhir/r4',
  ccda: '/api/ccda',
  styles: '/electronic/json/api/',
} as const;

/** Where records of one's own are served. */
export function dataPath(version: DataVersion = 'r4'): string {
  return `/data/fhir/${version}`;
}

/**
 * Everything on the FHIR port: NextGen Office's base, the `--data` base, C-CDA documents and style files. All but
 * the style files share one limit of requests a minute for each client address.
 */
export function createFhirSite(options: FhirSiteOptions): SandboxHandler {
  const { origin, office, data, dataVersion } = options;
  const officeServer = createFhirServer({
    ...options,
    store: office,
    base: origin + fhirPaths.office,
    rules: 'office',
  });
  const secondServer =
    options.second === true
      ? createFhirServer({ ...options, store: office, base: origin + fhirPaths.second, rules: 'office' })
      : undefined;
  const { present: _ofTheCast, ...plain } = options;
  const dataServer =
    data &&
    createFhirServer({
      ...plain,
      store: data,
      base: origin + dataPath(dataVersion),
      rules: 'us-core',
      ...(dataVersion && { version: dataVersion }),
    });
  const ccda = createCcdaHandler({ ...options, store: office });
  const styles = createStyleFiles(options);
  const nothing = gateway(
    { ...options, server: 'fhir', limited: false, targets: () => [], isPublic: () => false },
    async () => new Response('Not Found', { status: 404, headers: { 'Content-Type': 'text/plain' } }),
  );
  return (request, client) => {
    const { pathname } = new URL(request.url);
    const under = (path: string): boolean => pathname === path || pathname.startsWith(`${path}/`);
    const handler = under(fhirPaths.office)
      ? officeServer
      : dataServer !== undefined && under(dataPath(dataVersion))
        ? dataServer
        : secondServer !== undefined && under(fhirPaths.second)
          ? secondServer
          : pathname === fhirPaths.ccda
            ? ccda
            : pathname.startsWith(fhirPaths.styles)
              ? styles
              : nothing;
    return handler(request, client);
  };
}
