import type { EnterpriseSwitches } from '#sandbox/enterprise/enterprise-switches.ts';
import type { CorsManner } from '#sandbox/fhir/cors.ts';

/** Which headers pages may read and send at a base of Enterprise. That there is CORS is recorded; these are not. */
export function enterpriseCors({ enterpriseExposed, enterprisePreflight }: EnterpriseSwitches): CorsManner {
  return {
    exposed: {
      location: undefined,
      none: [],
      all: ['Api-Version', 'Content-Disposition', 'Content-Location', 'Location', 'X-Request-Id'],
    }[enterpriseExposed],
    requestHeaders: {
      usual: undefined,
      few: ['accept', 'authorization'],
      any: 'any' as const,
    }[enterprisePreflight],
  };
}
