import { createHash, randomBytes } from 'node:crypto';
import { callbackPaths, patientLogins, providers } from '#sandbox/cast.ts';
import type { Sandbox } from '#sandbox/start.ts';

/** What a page holds that a person could send: its first form. */
export interface Form {
  readonly action: string;
  readonly fields: URLSearchParams;
}

export interface Landing {
  readonly url: string;
  readonly status: number;
  readonly body: string;
}

/** A browser without a screen: a cookie jar, redirects, forms. For tests of the sandbox alone. */
export class TestBrowser {
  readonly #cookies = new Map<string, { value: string; path: string }>();
  readonly appOrigin: string;
  constructor(appOrigin: string) {
    this.appOrigin = appOrigin;
  }

  /** Follows redirects until a page, or until the app's origin, which is not asked. */
  async open(url: string, form?: URLSearchParams): Promise<Landing> {
    let next = url;
    let body = form;
    for (let hops = 0; hops < 12; hops += 1) {
      if (new URL(next).origin === this.appOrigin) return { url: next, status: 0, body: '' };
      const response = await fetch(next, {
        method: body === undefined ? 'GET' : 'POST',
        redirect: 'manual',
        headers: { Cookie: this.#cookieHeader(new URL(next).pathname), Accept: 'text/html' },
        ...(body === undefined ? {} : { body }),
      });
      this.#keep(response.headers.getSetCookie());
      const location = response.headers.get('Location');
      if (location === null)
        return { url: next, status: response.status, body: oneLine(await response.text()) };
      await response.body?.cancel();
      next = new URL(location, next).href;
      body = undefined;
    }
    throw new Error(`No end of redirects at ${next}`);
  }

  /** Sends the page's form with fields changed or added; `undefined` drops one. */
  async submit(
    page: Landing,
    fields: Readonly<Record<string, string | readonly string[] | undefined>>,
  ): Promise<Landing> {
    const { action, fields: own } = formOf(page);
    for (const [name, value] of Object.entries(fields)) {
      own.delete(name);
      for (const each of value === undefined ? [] : typeof value === 'string' ? [value] : value)
        own.append(name, each);
    }
    return this.open(action, own);
  }

  #cookieHeader(path: string): string {
    return [...this.#cookies]
      .filter(([, cookie]) => path === cookie.path || path.startsWith(cookie.path.replace(/\/?$/, '/')))
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
      .join('; ');
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/';
      if (value === '' || /expires=Thu, 01 Jan 1970|max-age=0/i.test(line))
        this.#cookies.delete(`${name} ${path}`);
      else this.#cookies.set(`${name} ${path}`, { value, path });
    }
  }
}

/** The page's last form with what it would send untouched. Disabled and unchecked boxes are left out, as browsers do. */
export function formOf(page: Landing): Form {
  const [, attributes = '', inner = ''] =
    [...page.body.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].at(-1) ?? [];
  const action = /action="([^"]*)"/.exec(attributes)?.[1] ?? '';
  const fields = new URLSearchParams();
  for (const [, input = ''] of inner.matchAll(/<input([^>]*)>/g)) {
    const [, name] = /name="([^"]*)"/.exec(input) ?? [];
    const boxed = /type="(checkbox|radio)"/.test(input);
    if (name === undefined || / disabled/.test(input) || (boxed && !/ checked/.test(input))) continue;
    fields.append(name, unescape(/value="([^"]*)"/.exec(input)?.[1] ?? ''));
  }
  return { action: new URL(unescape(action), page.url).href, fields };
}

/** How a page is laid out in its source does not matter. */
function oneLine(page: string): string {
  return page.replaceAll(/\s+/g, ' ');
}

function unescape(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

export const ehrScopes = 'launch openid fhirUser offline_access user/*.read';
export const patientScopes =
  'launch/patient openid fhirUser offline_access patient/Patient.read patient/Observation.read';

export interface Asked {
  readonly url: string;
  readonly verifier: string;
  readonly state: string;
}

/** An authorization request as an app makes it; `undefined` in `changes` leaves a parameter out. */
export function askFor(
  sandbox: Sandbox,
  appOrigin: string,
  changes: Readonly<Record<string, string | undefined>>,
): Asked {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(32).toString('base64url');
  const parameters: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: 'chartside-sandbox',
    redirect_uri: appOrigin + callbackPaths.realm,
    scope: ehrScopes,
    state,
    aud: `${sandbox.fhirUrl}/api/fhir/r4`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  const url = new URL(`${sandbox.ehrUrl}/auth/realms/nextgen/protocol/openid-connect/auth`);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) url.searchParams.set(name, value);
  return { url: url.href, verifier, state };
}

/** Signs in at the EHR page and clicks the app in a patient's chart: the address the app is opened at. */
export async function clickApp(
  browser: TestBrowser,
  sandbox: Sandbox,
  patient: string,
  encounter = '',
): Promise<URL> {
  const front = await browser.open(`${sandbox.ehrUrl}/`);
  if (front.body.includes('name="password"'))
    await browser.open(`${sandbox.ehrUrl}/sign-in`, new URLSearchParams(providers[0]));
  const { url } = await browser.open(
    `${sandbox.ehrUrl}/ehr/launch?base=office&patient=${patient}&encounter=${encounter}`,
  );
  return new URL(url);
}

/** Credentials of the cast as form fields. */
export const providerLogin = { username: providers[0].username, password: providers[0].password };
export const davidLogin = { username: patientLogins[0].username, password: patientLogins[0].password };
export const annaLogin = { username: patientLogins[1].username, password: patientLogins[1].password };

/** A form POST to one of the realm's addresses, as a page of `origin` sends it. */
export async function postForm(
  sandbox: Sandbox,
  path: 'token' | 'revoke' | 'token/introspect',
  form: Readonly<Record<string, string>> | URLSearchParams,
  origin?: string,
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: Record<string, unknown> }> {
  const response = await fetch(`${sandbox.ehrUrl}/auth/realms/nextgen/protocol/openid-connect/${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    ...(origin === undefined ? {} : { headers: { Origin: origin } }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

/** The token request for a callback. */
export function exchange(
  sandbox: Sandbox,
  appOrigin: string,
  callback: string,
  { verifier }: Asked,
  changes: Readonly<Record<string, string>> = {},
): ReturnType<typeof postForm> {
  return postForm(
    sandbox,
    'token',
    {
      grant_type: 'authorization_code',
      client_id: 'chartside-sandbox',
      redirect_uri: appOrigin + callbackPaths.realm,
      code: new URL(callback).searchParams.get('code') ?? '',
      code_verifier: verifier,
      ...changes,
    },
    appOrigin,
  );
}
