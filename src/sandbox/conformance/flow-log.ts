/**
 * The record of every flow of an app that signs in here, held line by line against what SMART App Launch asks of it.
 * The servers of the sandbox say what they saw; the lines are made when the record is read. Who is registered how
 * decides which lines of client authentication a flow has.
 */
import { authorizationLines, type Fresh } from './authorization-lines.ts';
import { line, type Line } from './line.ts';
import type { AuthorizationSeen, FormSeen, RecordRequestSeen } from './seen.ts';
import { refreshLines, signOutLines, tokenLines } from './token-lines.ts';

export type FlowKind = 'ehr-launch' | 'standalone' | 'refresh' | 'sign-out' | 'stray';

/** One flow, as `GET /control/conformance` gives it. */
export interface FlowRecord {
  readonly flow: FlowKind;
  readonly client: string;
  /** As the client is registered. */
  readonly authentication: string;
  readonly lines: readonly Line[];
}

interface Launch {
  readonly seen: AuthorizationSeen;
  readonly fresh: Fresh;
  readonly discovery: readonly (string | undefined)[];
  code: string | undefined;
  /** What was done to the id_token, where it was not left as it should be. */
  idTokenFault: string | undefined;
  granted: readonly string[];
  readonly requests: FormSeen[];
  /** Access and refresh tokens, each in the order in which they were issued. */
  readonly access: string[];
  readonly refresh: string[];
  readonly records: RecordRequestSeen[];
}

type Made = () => FlowRecord;

/** What a token answer handed out. */
export interface Issued {
  readonly access: string | undefined;
  readonly refresh: string | undefined;
  readonly scope: string | undefined;
  readonly idTokenFault: string | undefined;
}

export class FlowLog {
  readonly #launches: Launch[] = [];
  readonly #made: Made[] = [];
  readonly #states = new Set<string>();
  readonly #challenges = new Set<string>();
  #discovery: (string | undefined)[] = [];

  /** The discovery document was asked for, with this Accept header. */
  discovery(accept: string | undefined): void {
    this.#discovery.push(accept);
  }

  authorization(seen: AuthorizationSeen): void {
    const state = seen.sent.get('state') ?? '';
    const challenge = seen.sent.get('code_challenge') ?? '';
    const launch: Launch = {
      seen,
      fresh: { state: !this.#states.has(state), challenge: !this.#challenges.has(challenge) },
      discovery: this.#discovery,
      code: undefined,
      idTokenFault: undefined,
      granted: [],
      requests: [],
      access: [],
      refresh: [],
      records: [],
    };
    this.#states.add(state);
    this.#challenges.add(challenge);
    this.#discovery = [];
    this.#launches.push(launch);
    const ehr = seen.sent.has('launch') || /(^| )launch( |$)/.test(seen.sent.get('scope') ?? '');
    this.#made.push(() => ({
      ...whose(seen),
      flow: ehr ? 'ehr-launch' : 'standalone',
      lines: launchLines(launch),
    }));
  }

  codeIssued(code: string, challenge: string | undefined): void {
    const launch = this.#launches.findLast(({ seen }) => seen.sent.get('code_challenge') === challenge);
    if (launch !== undefined) launch.code = code;
  }

  tokenForm(sent: FormSeen, issued: Issued): void {
    const { grant_type: grant, code, refresh_token: token } = sent.form;
    const launch =
      grant === 'refresh_token'
        ? this.#launches.find(({ refresh }) => refresh.includes(token ?? ''))
        : this.#launches.find((each) => each.code !== undefined && each.code === code);
    const seen = as(launch, sent);
    if (grant === 'refresh_token') {
      const which = age(launch?.refresh, token);
      const granted = launch?.granted ?? [];
      this.#made.push(() => ({ ...whose(seen), flow: 'refresh', lines: refreshLines(seen, which, granted) }));
    } else if (launch === undefined) {
      const stray = line(
        '4, 60, 61†',
        'no code is sent that this app did not ask for',
        false,
        'a code of nobody',
      );
      this.#made.push(() => ({ ...whose(seen), flow: 'stray', lines: [stray] }));
    } else launch.requests.push(seen);
    if (launch === undefined) return;
    if (issued.access !== undefined) launch.access.push(issued.access);
    if (issued.refresh !== undefined && launch.refresh.at(-1) !== issued.refresh)
      launch.refresh.push(issued.refresh);
    if (issued.scope !== undefined) launch.granted = issued.scope.split(' ');
    launch.idTokenFault ??= issued.idTokenFault;
  }

  revocation(sent: FormSeen): void {
    const { token } = sent.form;
    const launch = this.#launches.find(({ refresh, access }) =>
      [...refresh, ...access].includes(token ?? ''),
    );
    const list = launch?.refresh.includes(token ?? '') === true ? launch.refresh : launch?.access;
    const which = age(list, token);
    const before = launch?.records.length ?? 0;
    const seen = as(launch, sent);
    this.#made.push(() => ({
      ...whose(seen),
      flow: 'sign-out',
      lines: signOutLines(seen, which, (launch?.records.length ?? 0) - before),
    }));
  }

  /** A record was asked for. One without a token of ours is held against the newest launch. */
  record(url: string, authorization: string | undefined): void {
    const [scheme = '', token = ''] = (authorization ?? '').split(' ');
    const owner = this.#launches.find(({ access }) => access.includes(token));
    const launch = owner ?? this.#launches.at(-1);
    launch?.records.push({
      scheme: owner === undefined && scheme !== '' ? `${scheme}, a token of nobody` : scheme,
      url,
    });
  }

  /** Every flow so far, in order. `addresses`: all that the sandbox was asked for. */
  flows(addresses: readonly string[]): readonly FlowRecord[] {
    const tokens = this.#launches.flatMap(({ access, refresh }) => [...access, ...refresh]);
    const leaks = addresses.filter((address) => tokens.some((token) => address.includes(token)));
    const clean = line(
      'ours',
      'no token in any address',
      leaks.length === 0,
      `${addresses.length} addresses, ${leaks.length} with a token`,
    );
    return this.#made.map((make) => {
      const made = make();
      return /launch|standalone/.test(made.flow) ? { ...made, lines: [...made.lines, clean] } : made;
    });
  }
}

/** Codes and tokens are a client's own: the one they were issued to must be the one that sends them. */
function as(launch: Launch | undefined, sent: FormSeen): FormSeen {
  return launch === undefined ? sent : { ...sent, client: launch.seen.client };
}

function whose({ client }: Pick<FormSeen, 'client'>): {
  readonly client: string;
  readonly authentication: string;
} {
  return {
    client: client?.id ?? 'not registered',
    authentication: client?.authentication ?? 'not registered',
  };
}

function age(issued: readonly string[] | undefined, token: string | undefined): 'newest' | 'older' | 'no' {
  if (token === undefined || issued?.includes(token) !== true) return 'no';
  return issued.at(-1) === token ? 'newest' : 'older';
}

function launchLines(launch: Launch): readonly Line[] {
  const { seen, fresh, discovery, code, requests, records, idTokenFault } = launch;
  const asked = authorizationLines(seen, fresh, discovery);
  if (code === undefined) return asked;
  const others = records.filter(({ scheme }) => scheme !== 'Bearer');
  return [
    ...asked,
    ...tokenLines(seen, code, requests),
    idTokenFault === undefined
      ? line(
          '93, 264†, 267',
          'a Bearer token of this flow with every request for records',
          others.length === 0 && records.length > 0,
          `${records.length} requests, ${others.length} without`,
        )
      : line(
          '201, 218†',
          `an id_token ${idTokenFault} opens nothing`,
          records.length === 0,
          `${records.length} requests for records`,
        ),
  ];
}
