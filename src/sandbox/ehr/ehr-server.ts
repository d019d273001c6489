import { randomUUID } from 'node:crypto';
import { clients, type Login } from '#sandbox/cast.ts';
import type { Control } from '#sandbox/control.ts';
import type { WebHandler } from '#sandbox/http.ts';
import { signIn } from '#sandbox/identity/accounts.ts';
import type { LaunchTokens } from '#sandbox/identity/launch-tokens.ts';
import type { FhirBases } from '#sandbox/identity/realm.ts';
import type { Charts } from './charts.ts';
import { chartPage, notFoundPage, patientsPage, portalPage, signInPage } from './pages.ts';
import { pageHeaders } from './page-headers.ts';
import { consentScript, styleSheet } from './style.ts';
import { switchesPage } from './switches-page.ts';
import { applySwitchForm } from './switch-form.ts';

export interface EhrOptions {
  readonly ehrUrl: string;
  readonly appOrigin: string;
  readonly bases: FhirBases;
  readonly control: Control;
  readonly launches: LaunchTokens;
  readonly charts: Charts;
  /** The FHIR base that a patient's launch names, where it is not that of their records (`Trust.second`). */
  readonly baseOf?: (patient: string) => string | undefined;
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#17344a"/><path d="M13 6h6v7h7v6h-7v7h-6v-7H6v-6h7z" fill="#fff"/></svg>`;

/** The made-up EHR: sign-in, patient search, charts with the apps that open from them, portal, switches. */
export function createEhr(options: EhrOptions): WebHandler {
  const { ehrUrl, appOrigin, bases, control, launches, charts } = options;
  const signedIn = new Map<string, Login>();
  // Cookies know no port: with the port in its name, two sandboxes on one machine keep their own sign-ins.
  const cookie = `ehr_session_${new URL(ehrUrl).port}`;

  const send = (page: string, status = 200) =>
    new Response(page, { status, headers: pageHeaders(appOrigin) });
  const file = (type: string, text: string) =>
    new Response(text, { headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' } });
  const go = (location: string, more: Record<string, string> = {}, status = 303) =>
    new Response(null, { status, headers: { Location: location, 'Cache-Control': 'no-store', ...more } });
  const sessionOf = (request: Request): string | undefined =>
    new RegExp(`(?:^|; )${cookie}=([\\w-]+)`).exec(request.headers.get('Cookie') ?? '')?.[1];

  async function post(path: string, request: Request): Promise<Response> {
    const origin = request.headers.get('Origin');
    if (origin !== null && origin !== ehrUrl) return send(notFoundPage(), 403);
    const form = new URLSearchParams(await request.text());
    if (path === '/sign-in') {
      const username = form.get('username') ?? '';
      const login = signIn('provider', username, form.get('password') ?? '')?.login;
      if (login === undefined) return send(signInPage({ failed: true, username }));
      const id = randomUUID();
      signedIn.set(id, login);
      return go('/patients', { 'Set-Cookie': `${cookie}=${id}; Path=/; HttpOnly; SameSite=Lax` });
    }
    if (path === '/sign-out') {
      signedIn.delete(sessionOf(request) ?? '');
      return go('/', { 'Set-Cookie': `${cookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0` });
    }
    if (path === '/switches') {
      const done = applySwitchForm(control, form);
      return go(`/switches?done=${done}`);
    }
    return send(notFoundPage(), 404);
  }

  /** The click: a launch token of this moment, and on to the app. */
  function launch(user: Login, query: URLSearchParams): Response {
    const line = charts.find(query.get('base') ?? '', query.get('patient') ?? '');
    if (line === undefined) return send(notFoundPage(), 404);
    const wanted = query.get('encounter');
    const encounter = charts.facts(line).visits.find(({ id }) => id === wanted)?.id;
    const token = launches.mint({ user: user.username, base: line.base, patient: line.id, encounter });
    const base = options.baseOf?.(line.id) ?? bases[line.base];
    const iss = control.switches.sendIss ? `iss=${encodeURIComponent(base)}&` : '';
    // The token goes out as NextGen sends it, with its `=` as they are.
    return go(`${appOrigin}/launch?${iss}launch=${token}`, { 'Referrer-Policy': 'no-referrer' }, 302);
  }

  return async (request) => {
    const { pathname: path, searchParams: query } = new URL(request.url);
    if (path === '/style.css') return file('text/css; charset=utf-8', styleSheet);
    if (path === '/consent.js') return file('text/javascript; charset=utf-8', consentScript);
    if (path === '/favicon.svg' || path === '/favicon.ico') return file('image/svg+xml', icon);
    if (request.method === 'POST') return post(path, request);
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(notFoundPage(), 405);

    const user = signedIn.get(sessionOf(request) ?? '');
    const name = user?.name;
    // Switches and portal need no staff: a developer comes from anywhere.
    if (path === '/switches') return send(switchesPage(control, name, query.get('done') ?? undefined));
    if (path === '/portal') return send(portalPage(appOrigin, name));
    if (path === '/' && user !== undefined) return go('/patients');
    if (user === undefined)
      return send(signInPage({ failed: false, username: '' }), path === '/' ? 200 : 401);
    if (path === '/patients') return send(patientsPage(charts, user.name, query.get('q') ?? ''));
    if (path === '/ehr/launch') return launch(user, query);
    const [, base = '', id = ''] = /^\/patients\/(office|data)\/([^/]+)$/.exec(path) ?? [];
    const line = charts.find(base, decodeURIComponent(id));
    if (line === undefined) return send(notFoundPage(user.name), 404);
    return send(
      chartPage({
        line,
        facts: charts.facts(line),
        user: user.name,
        now: control.now(),
        appOrigin,
        app: clients[0].name,
      }),
    );
  };
}
