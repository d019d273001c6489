import type { Control, Fault, Switches } from '#sandbox/control.ts';
import { type Access, accessOf } from '#sandbox/fhir/access.ts';
import { gateway } from '#sandbox/fhir/gateway.ts';
import type { FhirResource, SandboxHandler } from '#sandbox/fhir/resource.ts';
import type { Store } from '#sandbox/fhir/store.ts';
import { strangerTo, withStranger } from '#sandbox/fhir/stranger.ts';
import type { TokenCheck, TokenInfo } from '#sandbox/token-check.ts';
import { enterpriseBundleText } from './enterprise-bundle.ts';
import { type EnterpriseCast, filePath } from './enterprise-cast.ts';
import {
  type EnterpriseIdentity,
  enterpriseOpenidConfiguration,
  enterpriseSmartConfiguration,
} from './enterprise-discovery.ts';
import { enterpriseCors } from './enterprise-cors.ts';
import { EnterpriseError, deniedByUser, missing, outcomeWithoutCode } from './enterprise-error.ts';
import { type EnterpriseType, enterpriseRulesBy } from './enterprise-rules.ts';
import { type EnterprisePlan, enterpriseSearch } from './enterprise-search.ts';
import { enterpriseStatement, enterpriseVersion } from './enterprise-statement.ts';

export interface EnterpriseServerOptions {
  readonly control: Control;
  readonly cast: EnterpriseCast;
  readonly checkToken: TokenCheck;
  /** Absolute, as it is called: `…/fhir/r4`. The server calls itself `…/fhir/R4`. */
  readonly base: string;
  readonly allowedOrigins: readonly string[];
  readonly identity: EnterpriseIdentity;
  /** Whether the record of flows is told what is asked here. */
  readonly watched: boolean;
  /** Public keys of the authorization server, as JSON text. */
  readonly keys: string;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Who asks, and for what. */
interface Asked {
  readonly info: TokenInfo;
  readonly access: Access;
  readonly rule: EnterpriseType;
  readonly query: URLSearchParams;
  readonly fault: Fault['kind'] | undefined;
}

const publicPath = /\/(?:metadata|\.well-known\/(?:smart-configuration|openid-configuration|jwk))$/;

/**
 * A FHIR R4 base of NextGen Enterprise as recorded in November 2024 and captured in July 2026: read and search in
 * JSON, whatever is accepted; attachments behind the bearer token. What is assumed beyond that is listed on the page
 * "Doors". No limit of requests: none is known of.
 */
export function createEnterpriseServer(options: EnterpriseServerOptions): SandboxHandler {
  const basePath = new URL(options.base).pathname;
  const pathIn = (url: URL): string => url.pathname.slice(basePath.length + 1);
  return gateway(
    {
      ...options,
      server: 'fhir',
      limited: false,
      watched: options.watched,
      cors: () => enterpriseCors(options.control.switches),
      targets: (url) => {
        const [first = ''] = pathIn(url).split('/');
        return first === '.well-known'
          ? ['discovery']
          : [ruleFor(options.control, first)?.type ?? first, '*'];
      },
      isPublic: (url) => publicPath.test(url.pathname),
    },
    async (request, url, fault) => {
      try {
        return await answer(options, request, url, pathIn(url), fault);
      } catch (error) {
        if (!(error instanceof EnterpriseError)) throw error;
        return respond(JSON.stringify(outcomeWithoutCode(error)), error.status);
      }
    },
  );
}

async function answer(
  options: EnterpriseServerOptions,
  request: Request,
  url: URL,
  path: string,
  fault: Fault['kind'] | undefined,
): Promise<Response> {
  const { control, identity } = options;
  if (path === '.well-known/smart-configuration') return json(enterpriseSmartConfiguration(identity));
  if (path === '.well-known/openid-configuration') return json(enterpriseOpenidConfiguration(identity));
  if (path === '.well-known/jwk')
    return new Response(options.keys, { headers: { 'Content-Type': 'application/json' } });
  if (path === 'metadata')
    return respond(
      JSON.stringify(
        enterpriseStatement(
          selfOf(options.base),
          control.now(),
          identity,
          enterpriseRulesBy(control.switches),
        ),
      ),
    );
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new EnterpriseError(405, 'Method not allowed');

  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  const info = token === undefined ? undefined : await options.checkToken(token);
  if (info === undefined || info.audience?.includes(options.base) === false)
    return unauthorized(control.switches);
  const { store } = options.cast;
  const access = accessOf(info, { store, strictCompartment: false });
  const [first = '', id, ...more] = path.split('/');
  if (first.toLowerCase() === 'document' && id !== undefined) return file(options, id, access);
  const rule = ruleFor(control, first);
  if (rule === undefined || !(access.mayRead(rule.type) || access.maySearch(rule.type)))
    throw deniedByUser(rule?.type ?? first);
  if (more.length > 0) throw new EnterpriseError(404, 'Not found');
  const asked: Asked = { info, access, rule, query: url.searchParams, fault };
  return id === undefined || id === '' ? search(options, asked) : read(options, asked, id);
}

function search(options: EnterpriseServerOptions, asked: Asked): Response {
  const { switches } = options.control;
  const { access, rule, query, info, fault } = asked;
  const { store } = options.cast;
  const { type } = rule;
  const plan = enterpriseSearch(rule, query, store, switches);
  const foreign = plan.patients?.some((patient) => !access.reaches(type, patient)) === true;
  if (foreign && switches.enterpriseForeign === 'denied') throw deniedByUser(type);
  const found = inOrder(matchesOf(type, plan, access, store), info, switches);
  const matches = fault === 'wrong-subject' ? withStranger(type, found, store) : found;
  if (type === 'Patient' && query.size === 0 && switches.enterprisePatient === 'patient') {
    const own = matches.find(({ id }) => id === (info.patients?.[0] ?? info.patient)) ?? matches[0];
    if (own !== undefined) return respond(textIn(options, own));
  }
  const cut = switches.enterpriseMost === 0 ? matches : matches.slice(0, switches.enterpriseMost);
  const shown = plan.most === undefined ? cut : cut.slice(0, plan.most);
  const size = Math.max(1, switches.enterprisePageSize);
  const onPage = shown.slice((plan.page - 1) * size, plan.page * size);
  const ends = plan.page * size >= shown.length;
  const added = plan.provenance ? new Set(onPage.flatMap((match) => store.provenanceOf(match))) : [];
  return respond(
    enterpriseBundleText({
      self: selfOf(options.base),
      type,
      query,
      total: matches.length,
      page: plan.page,
      next: ends ? (fault === 'cyclic-paging' ? 1 : undefined) : plan.page + 1,
      resources: [...onPage, ...[...added].filter((each) => access.permits(each, 'read'))],
      text: (resource) => textIn(options, resource),
    }),
  );
}

function matchesOf(
  type: string,
  plan: EnterprisePlan,
  access: Access,
  store: Store,
): readonly FhirResource[] {
  const candidates =
    plan.patients === undefined
      ? store.all(type)
      : [...new Set(plan.patients.flatMap((patient) => store.ofPatient(type, patient)))];
  return candidates.filter(
    (resource) => plan.tests.every((test) => test(resource)) && access.permits(resource, 'search'),
  );
}

/** Among Patients the account's own comes before those in its care, or by a switch behind them. */
function inOrder(
  matches: readonly FhirResource[],
  { patients = [] }: TokenInfo,
  { enterprisePatientOrder }: Switches,
): readonly FhirResource[] {
  if (matches[0]?.resourceType !== 'Patient' || patients.length === 0) return matches;
  const sorted = matches.toSorted((a, b) => patients.indexOf(a.id ?? '') - patients.indexOf(b.id ?? ''));
  return enterprisePatientOrder === 'own-first' ? sorted : sorted.toReversed();
}

function read(options: EnterpriseServerOptions, { rule, access, fault }: Asked, id: string): Response {
  const { type } = rule;
  const { store } = options.cast;
  // The recorded one: an id that a record of another system left behind.
  if (type === 'Organization' && id === '0001') throw new EnterpriseError(400, `Invalid id '${id}'.`);
  const found = store.read(type, id);
  const { enterpriseMissing, enterpriseForeign } = options.control.switches;
  if (found === undefined) throw missing(`${type}/${id}`, id, enterpriseMissing);
  if (!access.permits(found, 'read'))
    throw enterpriseForeign === 'hidden' && access.isForeign(found)
      ? missing(`${type}/${id}`, id, enterpriseMissing)
      : deniedByUser(type);
  const stranger =
    fault === 'wrong-subject' ? strangerTo(type, new Set(store.patientsOf(found)), store) : undefined;
  return respond(textIn(options, stranger ?? found));
}

/** An attachment: a download, for whoever may read the record that names it. */
function file({ cast, control }: EnterpriseServerOptions, id: string, access: Access): Response {
  const { enterpriseMissing, enterpriseForeign } = control.switches;
  const found = cast.files.get(id.toLowerCase());
  const hidden = enterpriseForeign === 'hidden' && found !== undefined && access.isForeign(found.record);
  if (found === undefined || hidden) throw missing(`The document ${id}`, id, enterpriseMissing);
  if (!access.permits(found.record, 'read')) throw deniedByUser(found.record.resourceType);
  return new Response(found.body(), {
    headers: {
      ...ordinary(),
      'Content-Type': found.contentType,
      'Content-Disposition': `attachment; filename="${found.name.replaceAll(/[^\w. -]/g, '-')}"`,
    },
  });
}

/** Types in any letter case: the server's own `fullUrl` writes some in small letters. */
function ruleFor({ switches }: Control, segment: string): EnterpriseType | undefined {
  return enterpriseRulesBy(switches).find(({ type }) => type.toLowerCase() === segment.toLowerCase());
}

function textIn({ cast, base }: EnterpriseServerOptions, resource: FhirResource): string {
  const text = cast.store.text(resource);
  return text.includes(`"url":"${filePath}`)
    ? text.replaceAll(`"url":"${filePath}`, `"url":"${selfOf(base)}${filePath}`)
    : text;
}

function selfOf(base: string): string {
  return base.replace(/\/r4$/, '/R4');
}

function json(document: object): Response {
  return new Response(JSON.stringify(document), { headers: { 'Content-Type': 'application/json' } });
}

function ordinary(): Readonly<Record<string, string>> {
  return {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': crypto.randomUUID(),
  };
}

/** As recorded, refusals carry no `Api-Version`. */
function respond(text: string, status = 200): Response {
  return new Response(text, {
    status,
    headers: {
      ...ordinary(),
      'Content-Type': 'application/fhir+json',
      ...(status === 200 ? { 'Api-Version': enterpriseVersion } : {}),
    },
  });
}

/** Without a word, or by a switch with an outcome. */
function unauthorized({ enterpriseUnauthorized }: Switches): Response {
  const spoken = enterpriseUnauthorized === 'outcome';
  const outcome = outcomeWithoutCode(new EnterpriseError(401, 'Access token is invalid or has expired.'));
  return new Response(spoken ? JSON.stringify(outcome) : null, {
    status: 401,
    headers: {
      ...ordinary(),
      'WWW-Authenticate': 'Bearer',
      ...(spoken && { 'Content-Type': 'application/fhir+json' }),
    },
  });
}
