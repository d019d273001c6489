import type { TypeRules } from './rules.ts';
import type { IdentityEndpoints } from './smart-configuration.ts';

interface StatementOptions {
  readonly base: string;
  readonly now: number;
  readonly identity: IdentityEndpoints;
  readonly fhirVersion: string;
}

/**
 * The statement a HAPI 5.7 server writes about itself. `searchInclude` is what it prints where *no* `_include` is
 * taken: `*` and each reference parameter. `searchRevInclude` is one value where a method declares it, and every
 * reference parameter of every type where none does.
 */
export function officeStatement(rules: readonly TypeRules[], options: StatementOptions): object {
  const referencesOf = (rule: TypeRules): readonly string[] =>
    parametersOf(rule)
      .filter((name) => statedType(rule.type, name) === 'reference')
      .map((name) => `${rule.type}:${name}`)
      .toSorted();
  const everyReference = rules.flatMap(referencesOf);
  return statement(
    options,
    rules.map((rule) => ({
      type: rule.type,
      profile: `http://hl7.org/fhir/StructureDefinition/${rule.type}`,
      ...(rule.profiles.length > 0 ? { supportedProfile: rule.profiles.map(profileUrl) } : {}),
      interaction: [{ code: 'read' }, ...(rule.searches.length > 0 ? [{ code: 'search-type' }] : [])],
      searchInclude: ['*', ...referencesOf(rule)],
      searchRevInclude: rule.provenance ? ['Provenance:target'] : everyReference,
      ...(rule.searches.length > 0
        ? { searchParam: parametersOf(rule).map((name) => ({ name, type: statedType(rule.type, name) })) }
        : {}),
    })),
  );
}

/** Every type with what every type has: a plain server that the `--data` folder stands behind. */
export function usCoreStatement(types: Iterable<string>, options: StatementOptions): object {
  const common = [
    { name: '_id', type: 'token' },
    { name: 'patient', type: 'reference' },
    { name: 'subject', type: 'reference' },
    { name: 'category', type: 'token' },
    { name: 'code', type: 'token' },
    { name: 'date', type: 'date' },
    { name: 'status', type: 'token' },
  ];
  return statement(
    options,
    [...types].map((type) => ({
      type,
      interaction: [{ code: 'read' }, { code: 'search-type' }],
      searchRevInclude: ['Provenance:target'],
      searchParam: type === 'Patient' ? patientParameters : common,
    })),
  );
}

const patientParameters = [
  { name: '_id', type: 'token' },
  { name: 'birthdate', type: 'date' },
  { name: 'family', type: 'string' },
  { name: 'gender', type: 'token' },
  { name: 'given', type: 'string' },
  { name: 'identifier', type: 'token' },
  { name: 'name', type: 'string' },
];

/** Required before optional, each by name, method after method: the order HAPI prints. */
function parametersOf(rule: TypeRules): readonly string[] {
  return [...new Set(rule.searches.flatMap(({ required, optional }) => [...required, ...optional]))];
}

/** NextGen's declarations give references and strings, and some codes, the type `reference`. */
function statedType(type: string, name: string): 'date' | 'reference' | 'token' {
  if (['authored', 'birthdate', 'date'].includes(name)) return 'date';
  if (['code', 'identifier', 'intent', 'status', 'type'].includes(name)) return 'token';
  return name === 'category' && ['DiagnosticReport', 'DocumentReference', 'Observation'].includes(type)
    ? 'token'
    : 'reference';
}

function profileUrl(profile: string): string {
  return profile.startsWith('http')
    ? profile
    : `http://hl7.org/fhir/us/core/StructureDefinition/us-core-${profile}`;
}

function statement(
  { base, now, identity, fhirVersion }: StatementOptions,
  resource: readonly object[],
): object {
  const uri = (url: string, valueUri: string): object => ({ url, valueUri });
  return {
    resourceType: 'CapabilityStatement',
    id: 'sandbox',
    name: 'RestServer',
    status: 'active',
    date: new Date(now).toISOString(),
    publisher: 'Not provided',
    kind: 'instance',
    instantiates: ['http://hl7.org/fhir/us/core/CapabilityStatement/us-core-server'],
    software: { name: 'HAPI FHIR Server', version: '5.7.0' },
    implementation: { description: 'A made-up look-alike: everyone in it is made up', url: base },
    fhirVersion,
    format: ['application/fhir+xml', 'xml', 'application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        security: {
          extension: [
            {
              extension: [
                uri('token', identity.tokenEndpoint),
                uri('authorize', identity.authorizationEndpoint),
                uri('revoke', identity.revocationEndpoint),
                ...(identity.introspectionEndpoint === undefined
                  ? []
                  : [uri('introspect', identity.introspectionEndpoint)]),
              ],
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
            },
          ],
          service: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                  code: 'SMART-on-FHIR',
                  display: 'SMART-on-FHIR',
                },
              ],
              text: 'See http://docs.smarthealthit.org/',
            },
          ],
        },
        resource,
      },
    ],
  };
}
