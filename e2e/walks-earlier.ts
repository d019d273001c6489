/** David's chart in the versions before R4: the facts of R4, and what a version, or a door, says otherwise. */
import { walks, type Walk } from './walks.ts';

const [[, , r4]] = walks as readonly [(typeof walks)[number]];

/** @param system the door's name, as sentences of absence have it */
export function davidIn(version: 'STU3' | 'DSTU2', system: string): Walk {
  const none = (nouns: string) => `No ${nouns} are recorded in ${system}.`;
  const notOffered = (nouns: string) => `${system} does not offer ${nouns} to apps.`;
  const both: Walk = { ...r4, Devices: none('devices'), 'Other records': none('other records') };
  if (version === 'STU3') return both;
  return {
    ...both,
    Specimens: notOffered('specimens'),
    Visits: notOffered('visits'),
    Orders: notOffered('orders'),
    Coverage: notOffered('coverage'),
    'Related people': notOffered('related people'),
    'Other records': notOffered('other records'),
  };
}
