/** Devices, implanted ones with their UDI. FHIR R4 Device; US Core Implantable Device. */
import { readAnnotations, type Annotation } from './annotation.ts';
import { byCurrentThenNewest } from './clinical-order.ts';
import { standingOf, statusWords } from './clinical-status.ts';
import { readConcept, readConcepts, type Concept } from './concept.ts';
import { parseDateTime, type FhirDateTime } from './dates.ts';
import { readIdentifiers, type Identifier } from './identifiers.ts';
import { asObjects, asText, type FhirResource } from './json.ts';
import type { RecordKind } from './kind.ts';
import { readLink, type Link } from './link.ts';
import { phrase } from './phrase.ts';
import { chartRecord, type ChartRecord, type ReadContext } from './record.ts';

/** One Unique Device Identifier. */
export interface DeviceIdentifier {
  /** The fixed part (DI): labeller and model. */
  readonly deviceIdentifier: string | undefined;
  /** The whole barcode as people read it. */
  readonly humanReadable: string | undefined;
  /** The whole barcode as machines read it, base64 as sent. */
  readonly machineReadable: string | undefined;
  readonly issuer: string | undefined;
  readonly jurisdiction: string | undefined;
  /** barcode, rfid, manual, card, self-reported: as sent. */
  readonly entryType: string | undefined;
}

export interface DeviceRecord extends ChartRecord {
  readonly deviceType: Concept | undefined;
  readonly names: readonly { readonly name: string; readonly use: string | undefined }[];
  readonly udi: readonly DeviceIdentifier[];
  readonly distinctIdentifier: string | undefined;
  readonly manufacturer: string | undefined;
  readonly manufactureDate: FhirDateTime | undefined;
  readonly expirationDate: FhirDateTime | undefined;
  readonly lotNumber: string | undefined;
  readonly serialNumber: string | undefined;
  readonly modelNumber: string | undefined;
  readonly partNumber: string | undefined;
  readonly versions: readonly string[];
  readonly statusReasons: readonly Concept[];
  readonly safety: readonly Concept[];
  readonly identifiers: readonly Identifier[];
  readonly owner: Link | undefined;
  readonly location: Link | undefined;
  readonly parent: Link | undefined;
  readonly notes: readonly Annotation[];
}

function readR4(resource: FhirResource, context: ReadContext): DeviceRecord {
  const statusCode = asText(resource['status']);
  const deviceType = readConcept(resource['type']);
  const names = asObjects(resource['deviceName']).flatMap((entry) => {
    const name = asText(entry['name']);
    return name === undefined ? [] : [{ name, use: asText(entry['type']) }];
  });
  const manufacturer = asText(resource['manufacturer']);
  const modelNumber = asText(resource['modelNumber']);
  const named = names.find(({ use }) => use === 'user-friendly-name') ?? names[0];
  const made = [manufacturer, modelNumber].filter((part) => part !== undefined).join(' ');
  const number =
    asText(asObjects(resource['udiCarrier'])[0]?.['deviceIdentifier']) ?? asText(resource['serialNumber']);
  return {
    ...chartRecord(resource, {
      title: deviceType?.label ?? named?.name ?? (made || number) ?? phrase('title.device'),
      standing: standingOf(statusCode),
      status: statusWords(statusCode),
      // The dates of a device are those of its making; when it was implanted stands in a procedure.
      when: undefined,
      enteredInError: statusCode === 'entered-in-error',
    }),
    deviceType,
    names,
    udi: asObjects(resource['udiCarrier']).map((carrier): DeviceIdentifier => {
      return {
        deviceIdentifier: asText(carrier['deviceIdentifier']),
        humanReadable: asText(carrier['carrierHRF']),
        machineReadable: asText(carrier['carrierAIDC']),
        issuer: asText(carrier['issuer']),
        jurisdiction: asText(carrier['jurisdiction']),
        entryType: asText(carrier['entryType']),
      };
    }),
    distinctIdentifier: asText(resource['distinctIdentifier']),
    manufacturer,
    manufactureDate: parseDateTime(resource['manufactureDate']),
    expirationDate: parseDateTime(resource['expirationDate']),
    lotNumber: asText(resource['lotNumber']),
    serialNumber: asText(resource['serialNumber']),
    modelNumber,
    partNumber: asText(resource['partNumber']),
    versions: asObjects(resource['version']).flatMap((version) => asText(version['value']) ?? []),
    statusReasons: readConcepts(resource['statusReason']),
    safety: readConcepts(resource['safety']),
    identifiers: readIdentifiers(resource['identifier']),
    owner: readLink(resource['owner'], context, resource),
    location: readLink(resource['location'], context, resource),
    parent: readLink(resource['parent'], context, resource),
    notes: readAnnotations(resource['note']),
  };
}

export const devices: RecordKind<DeviceRecord> = {
  id: 'devices',
  read: readR4,
  compare: byCurrentThenNewest,
};
