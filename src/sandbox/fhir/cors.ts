import type { Control } from '#sandbox/control.ts';

/** Where a server's CORS is another than that of HAPI's filter. */
export interface CorsManner {
  /** Headers of an answer that pages may read. */
  readonly exposed: readonly string[] | undefined;
  /** Headers that pages may send, in small letters; `any`: whichever they ask for. */
  readonly requestHeaders: readonly string[] | 'any' | undefined;
}

/** The headers that let a page of a registered origin read an answer; nothing for any other origin. */
export function corsHeaders(
  origin: string | null,
  allowed: readonly string[],
  { exposed = ['Content-Location', 'Location'] }: Partial<CorsManner> = {},
): Readonly<Record<string, string>> {
  if (origin === null || !allowed.includes(origin)) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    ...(exposed.length > 0 && { 'Access-Control-Expose-Headers': exposed.join(',') }),
  };
}

const usualHeaders = [
  'accept',
  'authorization',
  'cache-control',
  'content-type',
  'if-none-match',
  'origin',
  'prefer',
  'x-request-id',
  'x-requested-with',
];

/** The answer to an OPTIONS request: 200 for a registered origin and known headers, else the refusal of HAPI's CORS filter. */
export function preflight(
  request: Request,
  allowed: readonly string[],
  control: Control,
  { requestHeaders = usualHeaders }: Partial<CorsManner> = {},
): Response {
  const vary = 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers';
  const cors = corsHeaders(request.headers.get('Origin'), allowed);
  const asked = (request.headers.get('Access-Control-Request-Headers') ?? '').toLowerCase().split(/\s*,\s*/);
  const taken = requestHeaders === 'any' ? asked : requestHeaders;
  const strange = asked.some((name) => name !== '' && !taken.includes(name));
  if (cors['Access-Control-Allow-Origin'] === undefined || strange)
    return new Response('Invalid CORS request', { status: 403, headers: { Vary: vary } });
  const { corsMaxAge } = control.switches;
  return new Response(null, {
    status: 200,
    headers: {
      'Access-Control-Allow-Origin': cors['Access-Control-Allow-Origin'],
      'Access-Control-Allow-Methods': 'GET,POST,PUT,DELETE,OPTIONS,PATCH,HEAD',
      'Access-Control-Allow-Headers': taken.join(','),
      ...(corsMaxAge > 0 ? { 'Access-Control-Max-Age': String(corsMaxAge) } : {}),
      Vary: vary,
    },
  });
}
