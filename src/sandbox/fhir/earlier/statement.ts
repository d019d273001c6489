import type { DataVersion } from '#sandbox/fhir/data-version.ts';

type Json = Readonly<Record<string, unknown>>;

/** A statement of R4 as a server of the version writes it: profiles are references, and DSTU2 calls it Conformance. */
export function statementIn(version: DataVersion, statement: object): object {
  if (version === 'r4') return statement;
  const { instantiates: _r4Guide, rest, ...head } = statement as Json & { readonly rest: readonly Json[] };
  return {
    ...head,
    ...(version === 'dstu2' && { resourceType: 'Conformance' }),
    // Required before R4 (STU3 §5.2, DSTU2 §5.1): elements that nobody knows are refused, extensions are not.
    acceptUnknown: 'extensions',
    format:
      version === 'dstu2'
        ? ['application/xml+fhir', 'application/json+fhir']
        : ['application/fhir+xml', 'application/fhir+json'],
    rest: rest.map((each) => ({
      ...each,
      security: securityBefore(each['security'] as Json),
      resource: (each['resource'] as readonly Json[]).map(resourceBefore),
    })),
  };
}

function resourceBefore({ profile, supportedProfile: _r4Only, ...resource }: Json): Json {
  return { ...resource, ...(profile !== undefined && { profile: { reference: profile } }) };
}

function securityBefore(security: Json): Json {
  return {
    ...security,
    cors: true,
    service: [
      {
        coding: [{ system: 'http://hl7.org/fhir/restful-security-service', code: 'SMART-on-FHIR' }],
        text: 'See http://docs.smarthealthit.org/',
      },
    ],
  };
}
