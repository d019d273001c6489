import type { Control } from '#sandbox/control.ts';
import { gateway } from '#sandbox/fhir/gateway.ts';
import type { SandboxHandler } from '#sandbox/fhir/resource.ts';
import { shortened } from '#sandbox/identity/shortened.ts';
import { htmlResponse } from './browser-pages.ts';
import { noStore, OAuthError, oauthErrorResponse } from './oauth-error.ts';
import { refusalPage } from './patient-pages.ts';
import type { FlowWatch } from './watch-ehr-flows.ts';
import { answerRevocation, answerToken, type TokenEndpointOptions } from './token-endpoint.ts';

export interface OauthSiteOptions {
  readonly control: Control;
  readonly path: string;
  readonly appOrigin: string;
  readonly tokens: TokenEndpointOptions;
  /** `sent`: the parameters, of the address or of the form (`authorize-post`). */
  authorize(request: Request, sent: URLSearchParams): Promise<Response>;
  /** A page of a sign-in; `form` undefined = it is asked for. Undefined: there is no such page. */
  page(request: Request, path: string, form: URLSearchParams | undefined): Promise<Response | undefined>;
  /** Whether pages of other origins may read what the token endpoint answers; never, where not said. */
  tokenCors?(): boolean;
  /** Tells the record of flows what is asked. */
  readonly watch?: FlowWatch;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

const targets: Readonly<Record<string, string>> = {
  '/authorize': 'authorize',
  '/token': 'token',
  '/token/revoke': 'revoke',
};

/**
 * The addresses of one authorization server of Enterprise. As recorded of patient access, no page of another origin
 * can read an answer: there is no CORS, but where `tokenCors` says otherwise.
 */
export function createOauthSite(options: OauthSiteOptions): SandboxHandler {
  const { control, path, appOrigin, tokens } = options;
  const below = (url: URL): string => url.pathname.slice(path.length);
  return gateway(
    {
      control,
      server: 'identity',
      limited: false,
      allowedOrigins: [],
      isPublic: (url) => options.tokenCors?.() === true && below(url).startsWith('/token'),
      targets: (url) => [targets[below(url)] ?? 'page', 'enterprise-oauth'],
      shown: (url) =>
        below(url).startsWith('/token') && url.search !== ''
          ? `${url.pathname}?${new URLSearchParams(shortened(Object.fromEntries(url.searchParams))).toString()}`
          : url.pathname + url.search,
      failed: (status) => Response.json({ error: 'server_error' }, { status, headers: noStore }),
      ...(options.wait && { wait: options.wait }),
    },
    async (request, url) => {
      const step = below(url);
      if (step === '/token' || step === '/token/revoke') return watched(request, url);
      return (
        (await answer(request, url)) ?? htmlResponse(refusalPage('There is no such page.'), appOrigin, 404)
      );
    },
  );

  /** A refusal, too, is an answer that the record has to know. */
  async function watched(request: Request, url: URL): Promise<Response> {
    const text = await request.clone().text();
    const asked = below(url) === '/token' ? answerToken : answerRevocation;
    const response = await asked(tokens, request, url).catch((error: unknown) => {
      if (!(error instanceof OAuthError)) throw error;
      return oauthErrorResponse(error);
    });
    await options.watch?.form(request, url, text, response);
    return response;
  }

  async function answer(request: Request, url: URL): Promise<Response | undefined> {
    const step = below(url);
    const post = request.method === 'POST';
    const origin = request.headers.get('Origin');
    if (step === '/authorize') {
      const form = post ? [...new URLSearchParams(await request.text())] : [];
      const sent = new URLSearchParams([...url.searchParams, ...form]);
      options.watch?.authorization(sent);
      return options.authorize(request, sent);
    }
    if (post && origin !== null && origin !== url.origin)
      return htmlResponse(refusalPage('Another site may not answer for you.'), appOrigin, 403);
    return options.page(request, step, post ? new URLSearchParams(await request.text()) : undefined);
  }
}
