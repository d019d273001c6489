import type { IdentityEndpoints } from '#sandbox/fhir/smart-configuration.ts';
import type { EnterpriseType } from './enterprise-rules.ts';

/** The version that the captured statement and the answers of that day name. */
export const enterpriseVersion = '5.0.1.698';

const kinds: Readonly<Record<string, string>> = {
  patient: 'reference',
  date: 'date',
  _lastUpdated: 'date',
  'onset-date': 'date',
  'target-date': 'date',
  authoredon: 'date',
  authored: 'date',
  birthdate: 'date',
  _maxresults: 'number',
  name: 'string',
  given: 'string',
  family: 'string',
  address: 'string',
  'address-city': 'string',
  'address-state': 'string',
  'address-postalcode': 'string',
  'address-country': 'string',
  'practitioner.identifier': 'string',
  'practitioner.name': 'string',
};

/**
 * NextGen Enterprise R4's CapabilityStatement as captured, moved to the sandbox. `self`: the server's name for its base;
 * `rules`: the types it has.
 */
export function enterpriseStatement(
  self: string,
  now: number,
  identity: IdentityEndpoints,
  rules: readonly EnterpriseType[],
): object {
  const uri = (url: string, valueUri: string): object => ({ url, valueUri });
  return {
    resourceType: 'CapabilityStatement',
    version: enterpriseVersion,
    name: 'NextGen.Fhir',
    status: 'active',
    date: new Date(now).toISOString().slice(0, 10),
    publisher: 'NextGen',
    description: "This FHIR SERVER is a Nextgen's implementation of US Core Profile",
    kind: 'instance',
    instantiates: ['http://hl7.org/fhir/us/core/CapabilityStatement/us-core-server'],
    software: { name: 'Nextgen FHIR Server', version: enterpriseVersion },
    implementation: { description: 'A made-up look-alike: everyone in it is made up', url: self },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: {
          extension: [
            {
              extension: [
                uri('authorize', identity.authorizationEndpoint),
                uri('token', identity.tokenEndpoint),
                uri('revoke', identity.revocationEndpoint),
              ],
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
            },
          ],
          cors: true,
          service: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                  code: 'SMART-on-FHIR',
                },
              ],
            },
          ],
        },
        resource: rules.map(stated),
      },
    ],
  };
}

function stated(rule: EnterpriseType): object {
  return {
    type: rule.type,
    supportedProfile: rule.profiles.map(profileUrl),
    interaction: [{ code: 'read' }, { code: 'search-type' }],
    versioning: 'no-version',
    readHistory: false,
    updateCreate: rule.updateCreate,
    ...(rule.provenance ? { searchRevInclude: ['Provenance:target'] } : {}),
    ...(rule.parameters.length > 0
      ? { searchParam: rule.parameters.map((name) => ({ name, type: kinds[name] ?? 'token' })) }
      : {}),
  };
}

function profileUrl(name: string): string {
  const last = name.startsWith('!') ? name.slice(1) : `us-core-${name}`;
  return `http://hl7.org/fhir/us/core/StructureDefinition/${last}`;
}
