/**
 * A record as one FHIR Bundle of type collection (FHIR R4 §2.36, and the same in STU3 and DSTU2): the resources as they
 * came, a Provenance that says where and when they were read, an OperationOutcome for what could not be.
 */
import type { FhirResource, JsonObject } from '#fhir/json.ts';
import { keyOf } from '#fhir/record.ts';
import type { FhirVersion } from '#fhir/version.ts';
import { t } from '#i18n/translate.ts';
import type { Received } from './received.ts';

export interface BundleSource {
  readonly fhirBase: string;
  readonly fhirVersion: FhirVersion;
  /** What people call the system. */
  readonly system: string;
  /** What could not be read, was not shared or is not in the file, in sentences; with the references meant, where known. */
  readonly missing: readonly (string | Lack)[];
}

/** Something the file does not hold, and by which references its records point at it. */
export interface Lack {
  readonly text: string;
  readonly of: readonly string[];
}

export interface BundleEntry {
  readonly fullUrl: string;
  readonly resource: JsonObject;
}

/** Its address on its server; for a resource that came without a usable id, a name of its own. */
export function fullUrlOf(resource: FhirResource, fhirBase: string): string {
  const id: unknown = resource.id;
  return typeof id === 'string' && /^[A-Za-z0-9\-.]{1,128}$/.test(id) && /^\w+$/.test(resource.resourceType)
    ? `${fhirBase}/${resource.resourceType}/${id}`
    : `urn:uuid:${crypto.randomUUID()}`;
}

/** @param now the moment the file is made */
export function recordBundle({ resources, readAt }: Received, source: BundleSource, now: Date): JsonObject {
  const entries = resources.map((resource): BundleEntry => {
    return { fullUrl: fullUrlOf(resource, source.fhirBase), resource };
  });
  const targets = entries.map(({ fullUrl, resource }) => ({
    reference: fullUrl.startsWith('urn:') ? fullUrl : keyOf(resource as FhirResource),
  }));
  const made: readonly JsonObject[] = [
    ...(targets.length === 0 ? [] : [provenance(targets, readAt, source, now)]),
    ...(source.missing.length === 0 ? [] : [outcome(source.missing)]),
  ];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    // Before R4 a Bundle has no time of its own; the Provenance in it says when.
    ...(source.fhirVersion === 'R4' && {
      identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${crypto.randomUUID()}` },
      timestamp: now.toISOString(),
    }),
    entry: [
      ...entries,
      ...made.map((resource) => ({ fullUrl: `urn:uuid:${crypto.randomUUID()}`, resource })),
    ],
  };
}

/** Who put the file together, out of what, read when. Each version of FHIR has a shape of its own for it. */
function provenance(
  target: readonly JsonObject[],
  readAt: Received['readAt'],
  { fhirVersion, fhirBase, system }: BundleSource,
  now: Date,
): JsonObject {
  const recorded = now.toISOString();
  const period = readAt && {
    start: new Date(readAt.first).toISOString(),
    end: new Date(readAt.last).toISOString(),
  };
  const app = { display: t('bundle.app') };
  const base = { resourceType: 'Provenance', target, recorded };
  if (fhirVersion === 'DSTU2') {
    const role = { system: 'http://hl7.org/fhir/provenance-participant-role', code: 'assembler' };
    return {
      ...base,
      ...(period && { period }),
      agent: [{ role, userId: { value: app.display } }],
      entity: [
        {
          role: 'source',
          type: { system: 'http://hl7.org/fhir/provenance-entity-role', code: 'source' },
          reference: fhirBase,
          display: system,
        },
      ],
    };
  }
  const role = fhirVersion === 'STU3' ? 'provenance-participant-role' : 'provenance-participant-type';
  const code = {
    coding: [
      {
        system:
          fhirVersion === 'STU3'
            ? `http://hl7.org/fhir/${role}`
            : `http://terminology.hl7.org/CodeSystem/${role}`,
        code: 'assembler',
      },
    ],
  };
  const what = { display: system, identifier: { system: 'urn:ietf:rfc:3986', value: fhirBase } };
  return fhirVersion === 'STU3'
    ? {
        ...base,
        ...(period && { period }),
        agent: [{ role: [code], whoReference: app }],
        entity: [{ role: 'source', whatReference: what }],
      }
    : {
        ...base,
        ...(period && { occurredPeriod: period }),
        agent: [{ type: code, who: app }],
        entity: [{ role: 'source', what }],
      };
}

function outcome(missing: BundleSource['missing']): JsonObject {
  return {
    resourceType: 'OperationOutcome',
    issue: missing.map((one) => {
      const { text, of } = typeof one === 'string' ? { text: one, of: [] } : one;
      return {
        severity: 'warning',
        code: 'incomplete',
        details: { text },
        ...(of.length > 0 && { diagnostics: of.join(' ') }),
      };
    }),
  };
}

/** A Bundle as text, an entry at a time: a record of many thousand entries makes no single string. */
export function bundleParts(bundle: JsonObject): string[] {
  const { entry, ...envelope } = bundle;
  const entries = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
  const head = JSON.stringify(envelope, undefined, 2).replace(/\n\}$/, '');
  const rows = entries.map((one, at) => `${at === 0 ? '' : ','}\n${JSON.stringify(one, undefined, 2)}`);
  return [`${head},\n  "entry": [`, ...rows, '\n  ]\n}\n'];
}
