/** David's chart in the versions before R4: the facts of R4, and what a version, or a door, says otherwise. */
import { walks, type Section, type Walk } from './walks.ts';

const [[, , r4]] = walks as readonly [(typeof walks)[number]];

/** Rows of R4's walk with other facts in place of some; a row that is not named stays as it is. */
function rowsOf(name: string, changes: Readonly<Record<string, Readonly<Record<string, string>>>>): Section {
  const rows = r4[name] as Exclude<Section, string | RegExp>;
  return rows.map(([row, facts = {}]) => [row, { ...facts, ...changes[String(row)] }] as const);
}

/** What somebody says they take is a statement of theirs, not a request that is marked as reported. */
const reported = { '/^Aspirin 81 mg tablet/': { Name: 'Reported by the patient' } };
/** No dispenses among Argonaut's types. */
const undispensed = {
  '/^Lisinopril 20 mg tablet/': { Name: '1 tablet by mouth once daily' },
  '/^Metformin 1,000 mg tablet/': { Name: '1 tablet by mouth twice daily with meals' },
};
/** One status for the two of R4: whether a goal was achieved so far is not said. */
const underWay = { '/^Blood pressure below 130\\/80/': { Progress: 'In progress' } };
/** No target in numbers before STU3. */
const untargeted = { '/^Hemoglobin A1c below 7 %/': { Name: 'by Feb 28, 2027' } };

/** @param system the door's name, as sentences of absence have it */
export function davidIn(version: 'STU3' | 'DSTU2', system: string): Walk {
  const none = (nouns: string): string => `No ${nouns} are recorded in ${system}.`;
  const notIn = (...types: readonly string[]): string =>
    `${system} does not offer part of this list to apps: ${types.join(', ')}.`;
  const notOffered = (nouns: string): string => `${system} does not offer ${nouns} to apps.`;
  if (version === 'STU3')
    return {
      ...r4,
      Medications: rowsOf('Medications', reported),
      Goals: rowsOf('Goals', underWay),
      Devices: none('devices'),
      // Its look-alike has none of the types that the server may have beside.
      'Other records': `${none('other records')} ${notIn('ExplanationOfBenefit', 'FamilyMemberHistory', 'ClinicalImpression', 'Flag', 'List')}`,
    };
  return {
    ...r4,
    Medications: rowsOf('Medications', { ...reported, ...undispensed }),
    Goals: rowsOf('Goals', { ...underWay, ...untargeted }),
    Devices: none('devices'),
    // What Argonaut's guide for DSTU2 has no type for.
    Specimens: notOffered('specimens'),
    Visits: notOffered('visits'),
    Orders: notOffered('orders'),
    Coverage: notOffered('coverage'),
    'Related people': notOffered('related people'),
    'Other records': notIn('FamilyMemberHistory', 'ClinicalImpression', 'Flag', 'List'),
  };
}
