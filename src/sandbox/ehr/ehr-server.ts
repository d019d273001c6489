import { randomUUID } from 'node:crypto';
import { clients, type Login } from '#sandbox/cast.ts';
import type { Control } from '#sandbox/control.ts';
import type { WebHandler } from '#sandbox/http.ts';
import { signIn } from '#sandbox/identity/accounts.ts';
import type { LaunchTokens } from '#sandbox/identity/launch-tokens.ts';
import type { FhirBases } from '#sandbox/identity/realm.ts';
import type { Charts } from './charts.ts';
import { doorsPage } from './doors-page.ts';
import { chartPage, notFoundPage, patientsPage, portalPage, signInPage } from './pages.ts';
import { isPageFile, pageFile } from './page-files.ts';
import { pageHeaders } from './page-headers.ts';
import { switchesPage } from './switches-page.ts';
import { applySwitchForm } from './switch-form.ts';

export interface EhrOptions {
  readonly ehrUrl: string;
  readonly fhirUrl: string;
  readonly appOrigin: string;
  readonly bases: FhirBases;
  readonly control: Control;
  readonly launches: LaunchTokens;
  /** The same click as from NextGen Enterprise: its launch tokens and its FHIR base. */
  readonly enterprise: { readonly launches: LaunchTokens; readonly base: string };
  readonly charts: Charts;
  /** The FHIR base that a patient's launch names, where it is not that of their records (`Trust.second`). */
  readonly baseOf?: (patient: string) => string | undefined;
}

/** The made-up EHR: sign-in, patient search, charts with the apps that open from them, portal, switches. */
export function createEhr(options: EhrOptions): WebHandler {
  const { ehrUrl, appOrigin, bases, control, launches, charts } = options;
  const signedIn = new Map<string, Login>();
  // Cookies know no port: with the port in its name, two sandboxes on one machine keep their own sign-ins.
  const cookie = `ehr_session_${new URL(ehrUrl).port}`;

  const send = (page: string, status = 200) =>
    new Response(page, { status, headers: pageHeaders(appOrigin) });
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
      return go(`/${form.get('back') === 'doors' ? 'doors' : 'switches'}?done=${done}`);
    }
    return send(notFoundPage(), 404);
  }

  /** The click: a launch token of this moment, and on to the app. */
  function launch(user: Login, query: URLSearchParams): Response {
    const line = charts.find(query.get('base') ?? '', query.get('patient') ?? '');
    if (line === undefined) return send(notFoundPage(), 404);
    const wanted = query.get('encounter');
    const encounter = charts.facts(line).visits.find(({ id }) => id === wanted)?.id;
    const { enterprise } = options;
    const asEnterprise = query.get('system') === 'enterprise' && line.base === 'office';
    const minted = { user: user.username, base: line.base, patient: line.id, encounter };
    const token = (asEnterprise ? enterprise.launches : launches).mint(minted);
    const base = asEnterprise ? enterprise.base : (options.baseOf?.(line.id) ?? bases[line.base]);
    const iss = control.switches.sendIss ? `iss=${encodeURIComponent(base)}&` : '';
    // The token goes out as NextGen sends it, with its `=` as they are.
    return go(`${appOrigin}/launch?${iss}launch=${token}`, { 'Referrer-Policy': 'no-referrer' }, 302);
  }

  return async (request) => {
    const { pathname: path, searchParams: query } = new URL(request.url);
    if (isPageFile(path)) return pageFile(path);
    if (request.method === 'POST') return post(path, request);
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(notFoundPage(), 405);

    const user = signedIn.get(sessionOf(request) ?? '');
    const name = user?.name;
    // Switches, doors and portal need no staff: a developer comes from anywhere.
    if (path === '/switches') return send(switchesPage(control, name, query.get('done') ?? undefined));
    if (path === '/doors') return send(doorsPage(control, options, name, query.get('done') ?? undefined));
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
