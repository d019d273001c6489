import type { Control } from '#sandbox/control.ts';
import { accessOf } from '#sandbox/fhir/access.ts';
import { meetsDate, parseDateRange } from '#sandbox/fhir/date-range.ts';
import { officeR3Path } from '#sandbox/fhir/earlier/office-r3-rules.ts';
import { gateway, unauthorized } from '#sandbox/fhir/gateway.ts';
import { splitDate } from '#sandbox/fhir/match.ts';
import type { SandboxHandler } from '#sandbox/fhir/resource.ts';
import { patientIdOf } from '#sandbox/fhir/search-query.ts';
import type { Store } from '#sandbox/fhir/store.ts';
import type { TokenCheck } from '#sandbox/token-check.ts';
import { ccdaDocument } from './ccda-document.ts';

export interface CcdaOptions {
  readonly control: Control;
  /** Where the FHIR host is called from outside. */
  readonly origin: string;
  readonly store: Store;
  readonly checkToken: TokenCheck;
  readonly allowedOrigins: readonly string[];
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/**
 * `GET /api/ccda?patient=…&date=…`: the patient's record as a C-CDA document (`text/xml`). `date` (one or two, with
 * the prefixes gt, lt, ge, le, eq; empty = none) limits the sections whose records have a time; what it means at
 * NextGen is not documented. The bearer token is asked for as at the FHIR base. Refusals are plain text.
 */
export function createCcdaHandler(options: CcdaOptions): SandboxHandler {
  const { control, store, checkToken } = options;
  return gateway(
    { ...options, server: 'fhir', limited: true, targets: () => ['ccda', '*'], isPublic: () => false },
    async (request, url) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Method Not Allowed');
      const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
      const info = token === undefined ? undefined : await checkToken(token);
      const fromR3 = info?.audience?.includes(options.origin + officeR3Path) === true;
      if (info === undefined || (fromR3 && control.switches.officeR3Ccda === 'refused'))
        return unauthorized();
      const id = patientIdOf(url.searchParams.get('patient') ?? '');
      if (id === '') return plain(400, 'The patient parameter is required.');
      const tests = dateTests(url.searchParams.getAll('date'));
      if (tests === undefined) return plain(400, 'The date parameter is not valid.');
      const access = accessOf(info, { store, strictCompartment: control.switches.strictCompartment });
      if (!access.mayRead('Patient') || !access.reaches('Patient', id)) return plain(403, 'Access denied');
      const patient = store.read('Patient', id);
      if (patient === undefined) return plain(404, 'Resource not found');
      const inRange = (time: unknown): boolean => {
        const range = typeof time === 'string' ? parseDateRange(time) : undefined;
        return tests.length === 0 || (range !== undefined && tests.every((test) => test(range)));
      };
      const document = ccdaDocument({ patient, store, access, now: control.now(), inRange });
      return new Response(document, { headers: { 'Content-Type': 'text/xml;charset=utf-8' } });
    },
  );
}

type RangeTest = (range: { readonly first: number; readonly last: number }) => boolean;

/** Undefined: a value is no date, or has a prefix that is not supported. */
function dateTests(values: readonly string[]): readonly RangeTest[] | undefined {
  const tests: RangeTest[] = [];
  for (const value of values) {
    if (value.trim() === '') continue;
    const { prefix, rest } = splitDate(value);
    const asked = parseDateRange(rest.replaceAll(' ', '+'));
    if (asked === undefined || !['eq', 'gt', 'ge', 'lt', 'le'].includes(prefix)) return undefined;
    tests.push((range) => meetsDate(prefix, asked, range));
  }
  return tests;
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'text/plain;charset=utf-8' } });
}
