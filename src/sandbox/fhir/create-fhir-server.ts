import type { Control, Fault } from '#sandbox/control.ts';
import type { TokenCheck } from '#sandbox/token-check.ts';
import { type Access, accessOf } from './access.ts';
import { type SearchContext, accessDenied, answerPage, answerSearch } from './answer-search.ts';
import { binaryAnswer, withFileAddresses } from './binary.ts';
import { officeStatement, usCoreStatement } from './capability-statement.ts';
import { type DataVersion, fhirVersions, typesOf } from './data-version.ts';
import { statementIn } from './earlier/statement.ts';
import { type Encoding, contentType, encode, negotiate } from './encode.ts';
import { FhirError, hapi, operationOutcome, unknownOperation } from './fhir-error.ts';
import { deniedByUser } from './enterprise/enterprise-error.ts';
import { gateway, unauthorized } from './gateway.ts';
import type { Manner } from './manner.ts';
import { checkOfficeSearch, officeRules } from './office-rules.ts';
import { checkOfficeRead, listedOf, officeSearch } from './office-search.ts';
import { type Pager, createPager } from './pager.ts';
import { type FhirResource, type SandboxHandler, textOf, valuesAt } from './resource.ts';
import type { TypeRules } from './rules.ts';
import { type SearchPlan, sentParameters } from './search-query.ts';
import { type IdentityEndpoints, smartConfiguration } from './smart-configuration.ts';
import { strangerTo } from './stranger.ts';
import { usCoreSearch } from './us-core-search.ts';

export interface FhirServerOptions extends BaseOptions, Manner {}

/** A base whose manner is fixed, or follows switches. */
export type FhirServerSettings = BaseOptions & (Manner | { manner(): Manner });

interface BaseOptions {
  readonly control: Control;
  readonly checkToken: TokenCheck;
  /** Absolute, without a slash at the end; the server's own name for itself in links, whatever host was called. */
  readonly base: string;
  /** Origins whose pages may read answers. Read at every request. */
  readonly allowedOrigins: readonly string[];
  /** `r4` where not said. */
  readonly version?: DataVersion;
  readonly identity: IdentityEndpoints;
  /** `.well-known/smart-configuration`, where it is another than NextGen Office's. */
  readonly discovery?: object;
  /** False: the record of flows is not told what is asked here. */
  readonly watched?: boolean;
  /** A Patient as shown at a moment (the quirk of addresses that end now); all else is shown as it is stored. */
  readonly present?: (patient: FhirResource, now: number) => FhirResource;
  /** As whom a client address is counted for the limit; undefined: it is not. Without it, Office's rules have the limit. */
  readonly limitedAs?: (clientAddress: string) => string | undefined;
  /** For tests: how `slow` and latency wait. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** NextGen Office's types: of R4 as published, of an earlier version as assumed. */
function officeRulesOf({ typeRules = officeRules }: Manner): readonly TypeRules[] {
  return typeRules;
}

/**
 * One FHIR base: read, search (GET and POST `_search`), pages, `metadata` and `.well-known/smart-configuration`,
 * in JSON and, where asked for, XML. Refusals, headers and Bundles are a HAPI FHIR 5.7 plain server's for `office`.
 * Not modelled: `_summary`, `_elements`, `_pretty`, conditional and versioned reads, compression.
 */
export function createFhirServer(options: FhirServerSettings): SandboxHandler {
  const pager = createPager();
  const basePath = new URL(options.base).pathname;
  return gateway(
    {
      ...options,
      server: 'fhir',
      // The limit is NextGen Office's; a reader's own records have none.
      limited: options.limitedAs !== undefined || ('rules' in options && options.rules === 'office'),
      targets: (url) => targetsOf(url, basePath, pager),
      isPublic: (url) => /\/(?:metadata|\.well-known\/smart-configuration)$/.test(url.pathname),
    },
    (request, url, fault) => {
      const now = 'manner' in options ? { ...options, ...options.manner() } : options;
      return answer(now, pager, request, url, url.pathname.slice(basePath.length + 1), fault);
    },
  );
}

function targetsOf(url: URL, basePath: string, pager: Pager): readonly string[] {
  const [first = ''] = url.pathname.slice(basePath.length + 1).split('/');
  if (first === '.well-known') return ['discovery'];
  const stored = pager.find(url.searchParams.get('_getpages') ?? '');
  return [stored?.type ?? first, '*'];
}

async function answer(
  options: FhirServerOptions,
  pager: Pager,
  request: Request,
  url: URL,
  path: string,
  fault: Fault['kind'] | undefined,
): Promise<Response> {
  if (path === '.well-known/smart-configuration')
    return new Response(JSON.stringify(options.discovery ?? smartConfiguration(options.identity)), {
      headers: { 'Content-Type': 'application/json' },
    });
  const asked = negotiate(request.headers.get('Accept'), url.searchParams.get('_format'));
  const encoding = asked === 'turtle' ? 'json' : asked;
  try {
    if (asked === 'turtle')
      throw new FhirError(500, 'Failed to call access method: Turtle can not be written');
    return await operation(options, pager, request, url, path, encoding, fault);
  } catch (error) {
    if (!(error instanceof FhirError)) throw error;
    return respond(request, encoding, JSON.stringify(operationOutcome(error)), error.status, options);
  }
}

async function operation(
  options: FhirServerOptions,
  pager: Pager,
  request: Request,
  url: URL,
  path: string,
  encoding: Encoding,
  fault: Fault['kind'] | undefined,
): Promise<Response> {
  const { control, store, base, rules, version = 'r4', identity } = options;
  const now = control.now();
  const verb = request.method === 'HEAD' ? 'GET' : request.method;
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
  const [type = '', second, ...more] = segments;
  if (type === 'metadata' && verb === 'GET') {
    const stated = { base, now, identity, fhirVersion: fhirVersions[version] };
    const statement =
      rules === 'office'
        ? officeStatement(officeRulesOf(options), stated)
        : usCoreStatement(options.types ?? typesOf(version), stated);
    return respond(request, encoding, JSON.stringify(statementIn(version, statement)), 200, options);
  }
  const paging = type === '' && url.searchParams.has('_getpages');
  const isFile = type === 'Binary' && options.files !== undefined;
  if (!paging && !isFile) checkType(options, type);
  const query = verb === 'POST' && second === '_search' ? await formQuery(request, url) : url.searchParams;
  const searching = (verb === 'GET' && second === undefined) || (verb === 'POST' && second === '_search');
  const reading = verb === 'GET' && second !== undefined && more.length === 0 && !/^[_$]/.test(second);
  if (more.length > 0 || (!searching && !reading))
    throw unknownOperation(
      verb,
      path,
      sentParameters(query).map(({ name }) => name),
    );

  // The parameters are looked at before the token: an undeclared one is answered to anybody.
  const plan = paging || reading ? undefined : planOf(options, type, query, verb);
  if (reading && rules === 'office') checkOfficeRead(path, query, verb);
  const access = await accessFor(options, request);
  if (access === undefined) return unauthorized();
  if (isFile && second !== undefined) return binaryAnswer(second, request, options, version, access);
  const context: SearchContext = {
    base,
    rules,
    store,
    access,
    pager,
    pageSize: control.switches.pageSize,
    now,
    self: base + (path === '' ? '' : `/${type}`) + (query.size > 0 ? `?${query.toString()}` : ''),
    fault,
    text: (resource) => textFor(options, resource, now),
  };
  if (reading && second !== undefined) return read(type, second, request, encoding, options, context);
  const text = plan === undefined ? answerPage(query, context) : answerSearch(type, plan, context);
  return respond(request, encoding, text, 200, options, {
    'Last-Modified': new Date(now).toUTCString(),
  });
}

function checkType(options: FhirServerOptions, type: string): void {
  const { rules, version = 'r4', types, deniesOthers } = options;
  if (type === '')
    throw new FhirError(
      400,
      'This is the base URL of FHIR server. Unable to handle this request, as it does not contain a resource type or operation name.',
    );
  const known =
    rules === 'office' ? officeRulesOf(options).map((rule) => rule.type) : (types ?? [...typesOf(version)]);
  if (known.includes(type)) return;
  if (deniesOthers === true) throw new FhirError(403, deniedByUser(type).message);
  throw new FhirError(
    404,
    hapi(302, `Unknown resource type '${type}' - Server knows how to handle: [${known.join(', ')}]`),
  );
}

function planOf(options: FhirServerOptions, type: string, query: URLSearchParams, verb: string): SearchPlan {
  const { rules, version = 'r4', refuse, ignoresUnlisted } = options;
  const office = rules === 'office' ? officeRulesOf(options).find((rule) => rule.type === type) : undefined;
  const asked = office !== undefined && ignoresUnlisted === true ? listedOf(office, query) : query;
  // What the OpenAPI file says in words, it says of R4.
  if (office !== undefined)
    return officeSearch(office, asked, verb, version === 'r4' ? checkOfficeSearch : () => {});
  refuse?.(type, query);
  return usCoreSearch(type, query);
}

/** A path segment as meant; one that is no UTF-8 stays as it is, and names nothing. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

async function formQuery(request: Request, url: URL): Promise<URLSearchParams> {
  return new URLSearchParams([...url.searchParams, ...new URLSearchParams(await request.text())]);
}

/** Undefined: no bearer token, or none that is good. */
async function accessFor(options: FhirServerOptions, request: Request): Promise<Access | undefined> {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  const info = token === undefined ? undefined : await options.checkToken(token);
  const { strictCompartment } = options.control.switches;
  const good = [options.base, ...(options.alsoTokensFor ?? [])];
  if (info === undefined || info.audience?.some((base) => good.includes(base)) === false) return undefined;
  return accessOf(info, { store: options.store, strictCompartment });
}

function textFor(
  { store, present, files, base }: FhirServerOptions,
  resource: FhirResource,
  now: number,
): string {
  const changing = present !== undefined && resource.resourceType === 'Patient';
  const text = changing ? JSON.stringify(present(resource, now)) : store.text(resource);
  return files === undefined ? text : withFileAddresses(text, base);
}

function read(
  type: string,
  id: string,
  request: Request,
  encoding: Encoding,
  options: FhirServerOptions,
  context: SearchContext,
): Response {
  const { store, access, fault, base } = context;
  if (!access.mayRead(type)) throw accessDenied();
  const found = store.read(type, id);
  if (found === undefined) throw new FhirError(404, hapi(971, `Resource ${type}/${id} is not known`));
  if (!access.permits(found, 'read')) throw accessDenied();
  const owners = new Set(store.patientsOf(found));
  const resource = (fault === 'wrong-subject' ? strangerTo(type, owners, store) : undefined) ?? found;
  const [version] = valuesAt(resource, 'meta.versionId').map(textOf);
  const [updated] = valuesAt(resource, 'meta.lastUpdated').map(textOf);
  const modified = updated === undefined ? Number.NaN : Date.parse(updated);
  return respond(request, encoding, context.text(resource), 200, options, {
    'Content-Location': `${base}/${type}/${found.id}${version === undefined ? '' : `/_history/${version}`}`,
    ...(version === undefined ? {} : { ETag: `W/"${version}"` }),
    ...(Number.isNaN(modified) ? {} : { 'Last-Modified': new Date(modified).toUTCString() }),
  });
}

/** What HAPI calls each version of FHIR. */
const poweredBy: Readonly<Record<DataVersion, string>> = { r4: 'R4', stu3: 'DSTU3', dstu2: 'DSTU2' };

function respond(
  request: Request,
  encoding: Encoding,
  text: string,
  status: number,
  { version = 'r4', mediaTypeOf = version }: FhirServerOptions,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const sent = request.headers.get('X-Request-ID') ?? '';
  const id = /^[A-Za-z0-9-]{1,200}$/.test(sent) ? sent : crypto.randomUUID().replaceAll('-', '').slice(0, 16);
  return new Response(request.method === 'HEAD' ? null : encode(text, encoding), {
    status,
    headers: {
      'Content-Type': contentType(encoding, mediaTypeOf),
      'X-Powered-By': `HAPI FHIR 5.7.0 REST Server (FHIR Server; FHIR ${fhirVersions[version]}/${poweredBy[version]})`,
      'X-Request-ID': id,
      ...headers,
    },
  });
}
