import { createPublicKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { readBasic } from '#sandbox/conformance/client-lines.ts';
import type { AssertionSeen, FormSeen, RegisteredClient } from '#sandbox/conformance/seen.ts';
import { idTokenFaultWords } from './faulty-id-token.ts';
import type { LaunchTokens } from './launch-tokens.ts';
import type { IdentityParts } from './parts.ts';
import { identityPaths, realmPath } from './realm.ts';

type Registration = (id: string | undefined) => Promise<RegisteredClient | undefined>;

/** Tells the record of flows (`conformance/flow-log.ts`) what the realm's addresses are asked. */
export function watchFlows(provider: Provider, parts: IdentityParts): void {
  const { control, ehrUrl } = parts;
  const registration = registrationAt(provider);
  const used = new Set<string>();

  provider.on('authorization_code.saved', (code) => control.flows.codeIssued(code.jti, code.codeChallenge));

  provider.use(async (context, next) => {
    const ctx = context as KoaContextWithOIDC;
    await next();
    const form = (ctx.oidc as { body?: Record<string, unknown> } | undefined)?.body;
    const isToken = ctx.path === identityPaths.token;
    if (ctx.method !== 'POST' || form === undefined || (!isToken && ctx.path !== identityPaths.revocation))
      return;
    const texts = Object.fromEntries(
      Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    const client = await registration(clientId(texts, ctx.headers.authorization));
    const at = Math.floor(Date.now() / 1000);
    const tokenUrl = ehrUrl + identityPaths.token;
    const seen: FormSeen = {
      client,
      form: texts,
      contentType: ctx.get('Content-Type'),
      authorization: ctx.headers.authorization,
      query: ctx.querystring,
      // RFC 7523 leaves the choice at the revocation endpoint; at the token endpoint SMART asks for the token URL.
      audiences: isToken ? [tokenUrl] : [tokenUrl, ehrUrl + identityPaths.revocation, ehrUrl + realmPath],
      assertion: await readAssertion(texts['client_assertion'], client, used),
      status: ctx.status,
      at,
    };
    if (!isToken) return control.flows.revocation(seen);
    const answer = (ctx.status === 200 ? ctx.body : {}) as Record<string, unknown>;
    const text = (name: string): string | undefined =>
      typeof answer[name] === 'string' ? answer[name] : undefined;
    const { idToken } = control.switches;
    control.flows.tokenForm(seen, {
      access: text('access_token'),
      refresh: text('refresh_token'),
      scope: text('scope'),
      idTokenFault: idTokenFaultWords[idToken],
    });
  });
}

/** Tells the record of an authorization request, as the browser sent it. */
export async function watchAuthorization(
  provider: Provider,
  { control, bases }: IdentityParts,
  launches: LaunchTokens,
  sent: URLSearchParams,
): Promise<void> {
  const launch = sent.get('launch');
  const reading = launch === null ? undefined : launches.read(launch);
  control.flows.authorization({
    client: await registrationAt(provider)(sent.get('client_id') ?? undefined),
    sent,
    bases: Object.values(bases),
    launchedAt:
      reading === undefined
        ? undefined
        : reading.kind === 'unknown'
          ? 'unknown'
          : bases[reading.context.base],
  });
}

function registrationAt(provider: Provider): Registration {
  return async (id) => {
    const client = id === undefined ? undefined : await provider.Client.find(id);
    if (client === undefined) return undefined;
    return {
      id: client.clientId,
      authentication: client.clientAuthMethod ?? 'none',
      redirectUris: client.redirectUris ?? [],
      secret: client.clientSecret,
      keys: client.jwks?.keys ?? [],
    };
  };
}

/** Who a form says it is from, whichever way it says so. */
function clientId(
  form: Readonly<Record<string, string>>,
  authorization: string | undefined,
): string | undefined {
  const basic = readBasic(authorization)?.id;
  const { client_assertion: assertion, client_id: id } = form;
  try {
    return decodeJwt(assertion ?? '').sub ?? basic ?? id;
  } catch {
    return basic ?? id;
  }
}

/** Takes an assertion apart; what cannot be read stays undefined. */
async function readAssertion(
  assertion: string | undefined,
  client: RegisteredClient | undefined,
  used: Set<string>,
): Promise<AssertionSeen | undefined> {
  if (assertion === undefined) return undefined;
  try {
    const { alg, typ } = decodeProtectedHeader(assertion);
    const claims = decodeJwt(assertion);
    const id = `${claims.iss} ${claims.jti}`;
    const repeated = used.has(id);
    used.add(id);
    return { algorithm: alg, typ, claims, signed: await isSigned(assertion, client), repeated };
  } catch {
    return { algorithm: undefined, typ: undefined, claims: {}, signed: false, repeated: false };
  }
}

async function isSigned(assertion: string, client: RegisteredClient | undefined): Promise<boolean> {
  const { kid } = decodeProtectedHeader(assertion);
  for (const key of client?.keys ?? []) {
    if (kid !== undefined && key.kid !== undefined && key.kid !== kid) continue;
    try {
      // Whether it has run out is a line of its own.
      await jwtVerify(assertion, createPublicKey({ key: { ...key }, format: 'jwk' }), {
        clockTolerance: Number.MAX_SAFE_INTEGER,
      });
      return true;
    } catch {
      continue;
    }
  }
  return false;
}
