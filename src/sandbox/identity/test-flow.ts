import type { Sandbox } from '#sandbox/start.ts';
import {
  askFor,
  clickApp,
  ehrScopes,
  exchange,
  patientScopes,
  postForm,
  providerLogin,
  type Asked,
  type TestBrowser,
} from './test-browser.ts';

export const app = 'http://127.0.0.1:4200';
export const client = { client_id: 'chartside-sandbox' };

/** An authorization that came back to the app, and the pages it was asked on the way. */
export interface Done {
  readonly asked: Asked;
  readonly callback: string;
  readonly shown: readonly string[];
}

type Answers = Readonly<Record<string, Readonly<Record<string, string | readonly string[] | undefined>>>>;

/** Whole flows of one browser at one sandbox. */
export class TestFlow {
  readonly sandbox: Sandbox;
  readonly browser: TestBrowser;
  constructor(sandbox: Sandbox, browser: TestBrowser) {
    this.sandbox = sandbox;
    this.browser = browser;
  }

  async #answer(asked: Asked, answers: Answers): Promise<Done> {
    const shown: string[] = [];
    let page = await this.browser.open(asked.url);
    while (!page.url.startsWith(app)) {
      const step = /login-actions\/(\w+)\//.exec(page.url)?.[1] ?? page.body;
      shown.push(step);
      if (shown.length > 5 || answers[step] === undefined) throw new Error(`stuck: ${shown.join(' > ')}`);
      page = await this.browser.submit(page, answers[step]);
    }
    return { asked, callback: page.url, shown };
  }

  /** From the click in the chart to the callback, all scopes shared. */
  async launch(patient: string, { encounter = '', scope = ehrScopes } = {}): Promise<Done> {
    const opened = await clickApp(this.browser, this.sandbox, patient, encounter);
    const asked = askFor(this.sandbox, app, { launch: opened.searchParams.get('launch') ?? '', scope });
    return this.#answer(asked, { login: providerLogin, consent: { answer: 'yes', scope: scope.split(' ') } });
  }

  /** From a patient's own sign-in to the callback. */
  async standalone(
    login: Readonly<Record<string, string>>,
    patient: string | undefined,
    scope = patientScopes,
    changes: Readonly<Record<string, string | undefined>> = {},
  ): Promise<Done> {
    return this.#answer(askFor(this.sandbox, app, { scope, ...changes }), {
      login,
      select_patient: { patient },
      consent: { answer: 'yes', scope: scope.split(' ') },
    });
  }

  async tokensOf({ asked, callback }: Pick<Done, 'asked' | 'callback'>): Promise<Record<string, unknown>> {
    const { status, body } = await exchange(this.sandbox, app, callback, asked);
    if (status !== 200) throw new Error(`token endpoint: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  refresh(token: unknown): ReturnType<typeof postForm> {
    const form = { grant_type: 'refresh_token', refresh_token: String(token), ...client };
    return postForm(this.sandbox, 'token', form, app);
  }

  /** The status with which the FHIR server answers a read of a patient. */
  async readPatient(token: unknown, id: string, base = '/api/fhir/r4'): Promise<number> {
    const response = await fetch(`${this.sandbox.fhirUrl}${base}/Patient/${id}`, {
      headers: { Authorization: `Bearer ${String(token)}` },
    });
    await response.body?.cancel();
    return response.status;
  }
}
