/** Device, Coverage and Provenance as DSTU2 and STU3 write them. */
import { common, inNotes } from './datatypes.ts';
import {
  as,
  codeOf,
  coded,
  each,
  element,
  isJson,
  type Json,
  leftOut,
  listOf,
  only,
  restated,
  type Rule,
  type Rules,
  same,
  shape,
} from './shape.ts';

/** Neither version has the serial number but as an identifier. */
const serialNumber = restated('an identifier', (value) => ({
  identifier: [{ type: { coding: [{ system: 'http://hl7.org/fhir/identifier-type', code: 'SNO' }] }, value }],
}));

const device: Rules = {
  ...common,
  type: same,
  manufacturer: same,
  manufactureDate: same,
  lotNumber: same,
  serialNumber,
  modelNumber: as('model'),
  patient: same,
  note: same,
  distinctIdentifier: leftOut('the UDI holds it'),
  statusReason: leftOut('a status has no reason'),
};

export const deviceAsStu3 = shape('Device', {
  ...device,
  status: same,
  expirationDate: same,
  udiCarrier: only('udi'),
  deviceName: restated('the name in the UDI', (value) => {
    const [one] = listOf(value);
    return isJson(one) ? { udi: { name: one['name'] } } : {};
  }),
  safety: same,
});

export const deviceAsDstu2 = shape('Device', {
  ...device,
  status: coded({ active: 'available', inactive: 'not-available' }, 'words of its own'),
  expirationDate: as('expiry'),
  udiCarrier: restated('the text on the label, which holds the rest', (value) => {
    const [one] = listOf(value);
    return isJson(one) ? element('udi', one['carrierHRF'] ?? one['deviceIdentifier']) : {};
  }),
  deviceName: leftOut('a device has a type and a model'),
  safety: inNotes('Safety'),
});

const coverage: Rules = { ...common, identifier: same, period: same };

/** `class` by the elements that the versions have for the usual kinds. */
function classes(named: boolean): Rule {
  return (value) =>
    Object.assign(
      {},
      ...listOf(value)
        .filter(isJson)
        .map(({ type, value: id, name }) => ({
          [codeOf(type) ?? 'class']: id,
          ...(named && element(`${codeOf(type)}Display`, name)),
        })),
    ) as Readonly<Record<string, unknown>>;
}

export const coverageAsStu3 = shape('Coverage', {
  ...coverage,
  status: same,
  type: same,
  subscriber: same,
  subscriberId: same,
  beneficiary: same,
  relationship: same,
  payor: same,
  class: restated('a group of elements', (value, name, whole) => ({
    grouping: classes(true)(value, name, whole),
  })),
});

/** Whether who is covered holds the cover: DSTU2 names the holder and nobody else. */
export function isOwnCover(record: Json): boolean {
  return codeOf(record['relationship']) === 'self';
}

export const coverageAsDstu2 = shape('Coverage', {
  ...coverage,
  status: leftOut('a cover has no status'),
  type: restated('a coding', (value) => ({ type: isJson(value) ? listOf(value['coding'])[0] : undefined })),
  subscriberId: restated('an identifier', (value) => ({ subscriberId: { value } })),
  subscriber: leftOut('who is covered is the subscriber'),
  // A cover of DSTU2 names its subscriber alone: only one's own is sent ("isOwnCover").
  beneficiary: as('subscriber'),
  relationship: restated('who is covered is the subscriber', () => ({})),
  payor: only('issuer'),
  class: Object.assign(((value, name, whole) => classes(false)(value, name, whole)) satisfies Rule, {
    losses: [
      { element: '.type', how: 'restated', why: 'elements of their own' } as const,
      { element: '.name', how: 'left out', why: 'groups and plans have no names' } as const,
    ],
  }),
});

const provenance: Rules = { ...common, target: same, recorded: same };

export const provenanceAsStu3 = shape('Provenance', {
  ...provenance,
  agent: each(
    shape('agent', {
      type: (value) => ({ role: [value] }),
      who: as('whoReference'),
      onBehalfOf: as('onBehalfOfReference'),
    }),
  ),
});

export const provenanceAsDstu2 = shape('Provenance', {
  ...provenance,
  agent: each(
    shape('agent', {
      type: restated('a coding', (value) => ({
        role: isJson(value) ? listOf(value['coding'])[0] : undefined,
      })),
      who: as('actor'),
      onBehalfOf: leftOut('an agent acts for nobody'),
    }),
  ),
});
