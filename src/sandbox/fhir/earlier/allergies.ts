/** AllergyIntolerance as DSTU2 (§4.1) and STU3 (§9.1) write it. */
import { choice, common, oneNote } from './datatypes.ts';
import { as, codeOf, coded, each, element, leftOut, only, restated, same, shape } from './shape.ts';

const reaction = {
  substance: same,
  manifestation: same,
  description: same,
  onset: same,
  severity: same,
  exposureRoute: same,
};

const shared = {
  ...common,
  identifier: same,
  type: same,
  patient: same,
  recorder: same,
  encounter: leftOut('an allergy names no encounter'),
};

export const allergyAsStu3 = shape('AllergyIntolerance', {
  ...shared,
  clinicalStatus: coded({}, 'a code'),
  verificationStatus: coded({}, 'a code'),
  category: same,
  criticality: same,
  code: same,
  ...choice('onset', 'DateTime'),
  recordedDate: as('assertedDate'),
  lastOccurrence: same,
  note: same,
  reaction: each(shape('reaction', { ...reaction, note: same })),
});

/** One status says what R4 says in two: the doubtful and the withdrawn before what is over. */
function oneStatus(clinical: string | undefined, verification: string | undefined): string | undefined {
  if (verification === 'entered-in-error' || verification === 'refuted') return verification;
  if (clinical === 'inactive' || clinical === 'resolved') return clinical;
  return verification ?? clinical;
}

const criticalities: Readonly<Record<string, string>> = {
  low: 'CRITL',
  high: 'CRITH',
  'unable-to-assess': 'CRITU',
};

export const allergyAsDstu2 = shape('AllergyIntolerance', {
  ...shared,
  clinicalStatus: restated('one status for two', (_value, _name, whole) =>
    element('status', oneStatus(codeOf(whole['clinicalStatus']), codeOf(whole['verificationStatus']))),
  ),
  verificationStatus: restated('one status for two', (_value, _name, whole) =>
    whole['clinicalStatus'] === undefined ? element('status', codeOf(whole['verificationStatus'])) : {},
  ),
  category: only(),
  criticality: coded(criticalities, 'codes of its own'),
  code: as('substance'),
  onsetDateTime: as('onset'),
  recordedDate: same,
  // Spelled so in DSTU2.
  lastOccurrence: as('lastOccurence'),
  note: oneNote,
  reaction: each(shape('reaction', { ...reaction, note: oneNote })),
});
