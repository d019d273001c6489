import { enterpriseClients } from '#sandbox/cast.ts';
import { readBasic } from '#sandbox/conformance/client-lines.ts';
import type { FlowLog } from '#sandbox/conformance/flow-log.ts';
import type { Control } from '#sandbox/control.ts';
import type { FormSeen, RegisteredClient } from '#sandbox/conformance/seen.ts';
import { idTokenFaultWords } from '#sandbox/identity/faulty-id-token.ts';
import type { LaunchTokens } from '#sandbox/identity/launch-tokens.ts';

/** What an authorization server tells the record of flows. */
export interface FlowWatch {
  authorization(sent: URLSearchParams): void;
  code(code: string, challenge: string | undefined): void;
  /** A request to the token or revocation endpoint, `text` its body, with the answer. */
  form(request: Request, url: URL, text: string, response: Response): Promise<void>;
}

export interface WatchOptions {
  readonly control: Control;
  readonly launches: LaunchTokens;
  readonly base: string;
  readonly redirectUri: string;
}

/**
 * Has launches from Enterprise's EHR recorded line by line like those of Office. (Patient access is not: it asks for
 * parameters in the address, which is what several of the lines forbid.)
 */
export function watchEhrFlows({ control, launches, base, redirectUri }: WatchOptions): FlowWatch {
  // A reset of the sandbox starts another record.
  const flows = (): FlowLog => control.flows;
  const registered = (id: string | undefined): RegisteredClient | undefined => {
    const client = enterpriseClients.find((each) => each.door === 'ehr' && each.id === id);
    return (
      client && {
        id: client.id,
        authentication: 'client_secret_basic',
        redirectUris: [redirectUri],
        secret: client.secret,
        keys: [],
      }
    );
  };
  return {
    authorization(sent) {
      const launch = sent.get('launch');
      const reading = launch === null ? undefined : launches.read(launch);
      flows().authorization({
        client: registered(sent.get('client_id') ?? undefined),
        sent,
        bases: [base],
        launchedAt: reading && (reading.kind === 'unknown' ? 'unknown' : base),
      });
    },
    code(code, challenge) {
      flows().codeIssued(code, challenge);
    },
    async form(request, url, text, response) {
      if (request.method !== 'POST') return;
      const form = Object.fromEntries(new URLSearchParams(text));
      const authorization = request.headers.get('Authorization') ?? undefined;
      const seen: FormSeen = {
        client: registered(readBasic(authorization)?.id ?? form['client_id']),
        form,
        contentType: request.headers.get('Content-Type') ?? '',
        authorization,
        query: url.search.slice(1),
        audiences: [],
        assertion: undefined,
        status: response.status,
        at: Math.floor(Date.now() / 1000),
      };
      if (url.pathname.endsWith('/revoke')) {
        flows().revocation(seen);
        return;
      }
      const body = response.ok ? ((await response.clone().json()) as Record<string, unknown>) : {};
      const member = (name: string): string | undefined =>
        typeof body[name] === 'string' ? body[name] : undefined;
      flows().tokenForm(seen, {
        access: member('access_token'),
        refresh: member('refresh_token'),
        scope: member('scope'),
        idTokenFault: idTokenFaultWords[control.switches.idToken],
      });
    },
  };
}
