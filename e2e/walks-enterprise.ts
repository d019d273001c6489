/** David's chart at NextGen Enterprise R4: the facts of Office's, and what this system has beside. */
import { walks, type Section, type Walk } from './walks.ts';

const [[, , office]] = walks as readonly [(typeof walks)[number]];

type Rows = Exclude<Section, string | RegExp>;
const withMore = (name: string, ...more: Rows): Rows => [...(office[name] as Rows), ...more];

/** @param system the door's name, as sentences of absence have it */
export function davidAtEnterprise(system: string): Walk {
  return {
    ...office,
    Medications: withMore('Medications', [
      /^Magnesium 250 mg, bought without a prescription/,
      { Name: 'Reported by the patient', Status: 'Active', Date: 'Aug 2026' },
    ]),
    'Notes, documents': withMore('Notes, documents', [/^Continuity of Care Document/]),
    Devices: `No devices are recorded in ${system}.`,
    'Social history': withMore('Social history', [
      /^Questionnaire Reported by the patient/,
      { Answer: '3 answers', Date: 'Nov 21, 2026' },
    ]),
    'Other records': [
      [/^Professional/, { Kind: 'Explanation of benefit', Status: 'Active', Date: 'Jan 12, 2027' }],
      [/^Pharmacy/, { Kind: 'Explanation of benefit', Date: 'Nov 1, 2026 – Nov 12, 2026' }],
    ],
  };
}
