/**
 * What the sandbox can be told to do, and what it remembers: the one state that its EHR page, identity server, FHIR
 * server and control address share. Set from the page by a person, or over `/control` by tests and the bench.
 */

import { bulkDefaults, type BulkSwitches } from './bulk/bulk-switches.ts';
import { FlowLog } from './conformance/flow-log.ts';
import type { CategoryId } from './enterprise/categories.ts';
import { enterpriseDefaults, type EnterpriseSwitches } from './enterprise/enterprise-switches.ts';
import { earlierDefaults, type EarlierSwitches } from './fhir/earlier/earlier-switches.ts';

/** A fault at the level of one request. `times` counts down; absent = until reset. */
export interface Fault {
  /** Which requests: a FHIR type (`Observation`), or `token`, `authorize`, `revoke`, `style`, `ccda`, `discovery`, `*` (all FHIR);
   * `enterprise-oauth`: everything of Enterprise's authorization servers. */
  readonly target: string;
  readonly kind:
    | 'status' // answers `status` with a HAPI-like OperationOutcome
    | 'slow' // answers after `delayMs`
    | 'truncated' // half the JSON body, whole Content-Length
    | 'html' // an HTML login page with status 200
    | 'no-cors' // the right answer without CORS headers
    | 'half-closed' // status and headers, then the server closes its side: not a byte of the body
    | 'drop' // the socket is closed without an answer
    | 'stall' // headers, then nothing
    | 'wrong-subject' // one record of another patient in the bundle
    | 'cyclic-paging'; // `next` links that lead in a circle
  readonly status?: number;
  readonly delayMs?: number;
  readonly times?: number;
}

export interface Switches extends EarlierSwitches, EnterpriseSwitches, BulkSwitches {
  /** Leave `iss` out of the launch URL. */
  sendIss: boolean;
  /** `iss` in the callback (RFC 9207); NextGen's Keycloak sends none. */
  callbackIss: boolean;
  encounter: 'chosen' | 'none';
  /** `need_patient_banner` of the token response. */
  banner: '"false"' | '"true"' | 'false' | 'true' | 'absent';
  style: 'ehr' | 'portal' | 'absent' | 'malformed' | 'unreadable' | 'slow' | 'not-found';
  /** Leave `patient` out of the token response. */
  omitPatient: boolean;
  launch: 'fresh' | 'expired' | 'not-subscribed';
  /** Whoever signs in refuses at the consent page, without the page. */
  consentRefused: boolean;
  /** The code is used once before the app's own token request arrives. */
  codeReused: boolean;
  identityDown: boolean;
  /** What is wrong with the id_token of a token response: a client must refuse the whole of it. */
  idToken: 'good' | 'other-issuer' | 'other-audience' | 'expired';
  /** Requests a minute per client address at the FHIR server; 0 = no limit. */
  requestsPerMinute: number;
  preflightsCounted: boolean;
  retryAfter: 'sent-and-exposed' | 'sent' | 'none';
  corsOn429: boolean;
  /** `Access-Control-Max-Age` in seconds; 0 = not sent. */
  corsMaxAge: number;
  /** Bundles carry `next` links with pages of this many entries; 0 = everything in one bundle, as NextGen seems to. */
  pageSize: number;
  /**
   * HAPI's stock rule for a patient's own token: `Device` and `Location` stand outside the patient compartment, so
   * even that patient's are refused. Off, they are served.
   */
  strictCompartment: boolean;
  /** Whose pages may read NextGen Office's records: those of registered origins, or anybody's. */
  officeCors: 'registered' | 'any';
  /** Milliseconds before every answer of every server. */
  latencyMs: number;
  /** Lifetime of access tokens in seconds. */
  accessTokenSeconds: number;
  /** Skip sign-in and consent pages: the bench measures the app, not the typing. */
  autoConsent: boolean;
  /** Where Enterprise's patient-oauth looks for the parameters of a token request and for the client's secret. */
  enterpriseParameters: 'query' | 'form' | 'basic' | 'any';
  /** What patient-oauth makes of PKCE. */
  enterprisePkce: 'optional' | 'required' | 'refused' | 'overlooked';
  /** Which of its two issuers patient-oauth's id_token names. */
  enterpriseIssuer: 'patient-oauth' | 'fhir-base';
  /** What patient-oauth makes of `aud`, which its guide does not name. */
  enterpriseAud: 'checked' | 'overlooked' | 'refused';
  /** A refresh token of Enterprise is good once and brings another, or stays what it is until it is too old. */
  enterpriseRotation: 'once' | 'kept';
  /** Whether patient-oauth's token response says what was granted. */
  enterpriseScope: 'absent' | 'granted';
  /** A refresh token of patient-oauth has to be exchanged within this many hours of its issue. */
  enterpriseRefreshHours: number;
  /** Enterprise's authorization servers refuse every refresh token. */
  enterpriseRefreshRefused: boolean;
  /** A category of records that is denied to every app, whatever the consent page says. */
  enterpriseDenied: 'none' | CategoryId;
  /** What `GET {base}/Patient` gives: everyone whose record the account may open, or the account's own Patient. */
  enterprisePatient: 'bundle' | 'patient';
  enterprisePageSize: number;
  /** The most records that one search of Enterprise gives, while `total` names all; 0 = all of them. */
  enterpriseMost: number;
  /** A search parameter that Enterprise's statement does not list. */
  enterpriseUnlisted: 'refused' | 'ignored';
  /** ExplanationOfBenefit at Enterprise R4, which its statement does not list. */
  enterpriseClaims: 'denied' | 'served';
}

export const defaultSwitches: Switches = {
  sendIss: true,
  callbackIss: false,
  encounter: 'chosen',
  banner: '"false"',
  style: 'ehr',
  omitPatient: false,
  launch: 'fresh',
  consentRefused: false,
  codeReused: false,
  identityDown: false,
  idToken: 'good',
  requestsPerMinute: 20,
  preflightsCounted: true,
  retryAfter: 'none',
  corsOn429: true,
  corsMaxAge: 0,
  pageSize: 0,
  strictCompartment: false,
  officeCors: 'registered',
  latencyMs: 0,
  accessTokenSeconds: 300,
  autoConsent: false,
  enterpriseParameters: 'query',
  enterprisePkce: 'optional',
  enterpriseIssuer: 'patient-oauth',
  enterpriseAud: 'checked',
  enterpriseRotation: 'once',
  enterpriseScope: 'absent',
  enterpriseRefreshHours: 48,
  enterpriseRefreshRefused: false,
  enterpriseDenied: 'none',
  enterprisePatient: 'bundle',
  enterprisePageSize: 25,
  enterpriseMost: 0,
  enterpriseUnlisted: 'refused',
  enterpriseClaims: 'denied',
  ...earlierDefaults,
  ...enterpriseDefaults,
  ...bulkDefaults,
};

/** One request as a server of the sandbox received it. */
export interface Received {
  readonly at: number;
  readonly server: 'ehr' | 'identity' | 'fhir' | 'style';
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly origin: string | undefined;
  readonly authorization: boolean;
  readonly status: number;
  /** The form of a token or revocation request, secrets and tokens shortened. */
  readonly form?: Readonly<Record<string, string>>;
}

export class Control {
  switches: Switches = { ...defaultSwitches };
  faults: Fault[] = [];
  received: Received[] = [];
  /** What each flow of an app did and was asked to do (`GET /control/conformance`). */
  flows = new FlowLog();
  /** When each client address was answered by the FHIR server within the last minute: what the limit counts. */
  counted = new Map<string, number[]>();
  /** Milliseconds since 1970 when tests hold the clock; undefined = the machine's. */
  fixedNow: number | undefined = undefined;

  now(): number {
    return this.fixedNow ?? Date.now();
  }

  /** The fault for a request, used up once. */
  fault(...targets: readonly string[]): Fault | undefined {
    const index = this.faults.findIndex((fault) => targets.includes(fault.target));
    const fault = this.faults[index];
    if (fault === undefined) return undefined;
    if (fault.times !== undefined) {
      if (fault.times <= 1) this.faults.splice(index, 1);
      else this.faults[index] = { ...fault, times: fault.times - 1 };
    }
    return fault;
  }

  reset(): void {
    this.switches = { ...defaultSwitches };
    this.faults = [];
    this.received = [];
    this.flows = new FlowLog();
    this.counted = new Map();
    this.fixedNow = undefined;
  }
}
