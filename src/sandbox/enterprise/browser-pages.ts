import { pageHeaders } from '#sandbox/ehr/page-headers.ts';
import { noStore } from './oauth-error.ts';

/** Who stays signed in at one authorization server, by cookie. */
export class BrowserSessions {
  readonly #signedIn = new Map<string, string>();
  readonly #name: string;
  readonly #path: string;

  /** Cookies know no port: with it in the name, two sandboxes on one machine keep their own. */
  constructor(name: string, origin: string, path: string) {
    this.#name = `${name}_${new URL(origin).port}`;
    this.#path = path;
  }

  /** The account's id; undefined = nobody is signed in. */
  accountOf(request: Request): string | undefined {
    const cookies = request.headers.get('Cookie') ?? '';
    const [, id = ''] = new RegExp(`(?:^|; )${this.#name}=([\\w-]+)`).exec(cookies) ?? [];
    return this.#signedIn.get(id);
  }

  /** The `Set-Cookie` that keeps an account signed in. */
  keep(accountId: string): string {
    const id = crypto.randomUUID();
    this.#signedIn.set(id, accountId);
    return `${this.#name}=${id}; Path=${this.#path}; HttpOnly; SameSite=Lax`;
  }
}

export function htmlResponse(page: string, appOrigin: string, status = 200): Response {
  return new Response(page, { status, headers: pageHeaders(appOrigin) });
}

export function redirect(location: string, cookie?: string): Response {
  const headers = new Headers({ ...noStore, Location: location, 'Referrer-Policy': 'no-referrer' });
  if (cookie !== undefined) headers.set('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
