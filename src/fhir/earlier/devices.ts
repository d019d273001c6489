/** Device, Specimen, Coverage and Provenance of DSTU2 and STU3 in R4's elements. */
import { asList, asObject, asText, type FhirResource, type JsonObject, ownRow } from '#fhir/json.ts';
import { coded, completed, each, listOf, renamed, replaced, type Reshape } from './reshape.ts';

function versions(value: unknown): readonly unknown[] | undefined {
  const text = asText(value);
  return text === undefined ? listOf(value) : [{ value: text }];
}

/** DSTU2's words for whether a device is in use. */
const deviceStatuses: Readonly<Record<string, string>> = {
  available: 'active',
  'not-available': 'inactive',
};

export const deviceFromDstu2: Reshape = (resource) => {
  const udi = asText(resource['udi']);
  return replaced(
    completed(renamed(resource, { model: 'modelNumber', expiry: 'expirationDate' }), {
      udiCarrier: udi === undefined ? undefined : [{ carrierHRF: udi }],
    }),
    {
      version: versions(resource['version']),
      status: ownRow(deviceStatuses, asText(resource['status'])),
    },
  );
};

export const deviceFromStu3: Reshape = (resource) => {
  const udi = asObject(resource['udi']);
  const name = asText(udi?.['name']);
  return replaced(
    completed(renamed(resource, { model: 'modelNumber' }), {
      udiCarrier: udi && [udi],
      deviceName: name === undefined ? undefined : [{ name, type: 'udi-label-name' }],
    }),
    { version: versions(resource['version']) },
  );
};

const specimen: Reshape = (resource) => renamed(resource, { treatment: 'processing' });
export const specimenFromDstu2 = specimen;
export const specimenFromStu3 = specimen;

function classOf(type: string, value: unknown, name?: unknown): JsonObject[] {
  const text = asText(value);
  return text === undefined
    ? []
    : [{ type: coded('coverage-class', type), value: text, ...(asText(name) && { name: asText(name) }) }];
}

export const coverageFromDstu2: Reshape = (resource) => {
  const subscriberId = asObject(resource['subscriberId']);
  const type = asObject(resource['type']);
  const classes = [
    ...classOf('group', resource['group']),
    ...classOf('plan', resource['plan']),
    ...classOf('subplan', resource['subPlan']),
    ...classOf('rxbin', asObject(resource['bin'])?.['value']),
  ];
  return completed(
    replaced(renamed(resource, { issuer: 'payor' }), {
      payor: listOf(resource['payor'] ?? resource['issuer']),
      subscriberId: subscriberId && asText(subscriberId['value']),
      // A coding in DSTU2, a concept since.
      type: type !== undefined && type['coding'] === undefined ? { coding: [type] } : undefined,
    }),
    { class: listOf(classes) },
  );
};

export const coverageFromStu3: Reshape = (resource) => {
  const grouping = asObject(resource['grouping']) ?? {};
  const classes = ['group', 'subGroup', 'plan', 'subPlan', 'class', 'subClass'].flatMap((name) =>
    classOf(name.toLowerCase(), grouping[name], grouping[`${name}Display`]),
  );
  return completed(replaced(resource, { payor: listOf(resource['payor']) }), { class: listOf(classes) });
};

function agents(value: unknown, who: readonly string[]): readonly JsonObject[] | undefined {
  return each(value, (agent) => {
    const [named] = who.map((name) => agent[name]).filter((one) => one !== undefined);
    const reference = asText(named);
    const roles = asList(agent['role']).map((role) =>
      asObject(role)?.['coding'] === undefined ? { coding: [role] } : role,
    );
    return replaced(
      completed(agent, {
        who: reference === undefined ? named : { reference },
        onBehalfOf: agent['onBehalfOfReference'],
      }),
      { role: listOf(roles) },
    );
  });
}

export const provenanceFromDstu2: Reshape = (resource: FhirResource) =>
  replaced(renamed(resource, { period: 'occurredPeriod' }), {
    agent: agents(resource['agent'], ['actor', 'userId']),
  });

export const provenanceFromStu3: Reshape = (resource) =>
  replaced(renamed(resource, { period: 'occurredPeriod' }), {
    agent: agents(resource['agent'], ['whoReference', 'whoUri']),
  });
