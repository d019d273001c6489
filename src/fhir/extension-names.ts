/** What extensions are called: names for the ones US Core and HL7 define, the address's last part for others. */
import { extensionUrl } from './code-systems.ts';
import { type ElementName } from './element-names.ts';
import { ownRow } from './json.ts';

const structure = 'http://hl7.org/fhir/StructureDefinition/';
const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/';

const names: Readonly<Record<string, ElementName>> = {
  [extensionUrl.race]: 'race',
  [extensionUrl.ethnicity]: 'ethnicity',
  [extensionUrl.tribalAffiliation]: 'tribalAffiliation',
  [extensionUrl.birthSex]: 'birthSex',
  [extensionUrl.sex]: 'sex',
  [extensionUrl.individualSex]: 'sex',
  [extensionUrl.usCoreGenderIdentity]: 'genderIdentity',
  [extensionUrl.individualGenderIdentity]: 'genderIdentity',
  [extensionUrl.genderIdentity]: 'genderIdentity',
  [extensionUrl.individualPronouns]: 'pronouns',
  [extensionUrl.interpreterRequired]: 'interpreterNeeded',
  [extensionUrl.interpreterNeeded]: 'interpreterNeeded',
  [extensionUrl.birthPlace]: 'birthPlace',
  [extensionUrl.birthTime]: 'birthTime',
  [extensionUrl.assertedDate]: 'assertedDate',
  [extensionUrl.dataAbsentReason]: 'dataAbsentReason',
  [extensionUrl.medicationAdherence]: 'medicationAdherence',
  [`${structure}patient-mothersMaidenName`]: 'mothersMaidenName',
  [`${structure}patient-religion`]: 'religion',
  [`${structure}patient-citizenship`]: 'citizenship',
  [`${structure}ordinalValue`]: 'ordinalValue',
  [`${structure}geolocation`]: 'geolocation',
  [`${structure}observation-bodyPosition`]: 'bodyPosition',
  [`${structure}workflow-supportingInfo`]: 'supportingInfo',
  [`${usCore}us-core-direct`]: 'directAddress',
  [`${usCore}us-core-authentication-time`]: 'authenticationTime',
  [`${usCore}us-core-jurisdiction`]: 'jurisdiction',
};

export function extensionName(url: string): ElementName | undefined {
  return ownRow(names, url);
}

/** `…/patient-eyeColor` → `eyeColor`; the whole address where it has no such part. */
export function lastPart(url: string): string {
  const part =
    url
      .slice(-200)
      .split(/[/#:]/)
      .findLast((piece) => piece !== '') ?? url;
  return part.replace(/^(us-core|patient|condition|observation|individual|extension)-(?=.)/, '');
}

/** `onsetDateTime` → "Onset date time": an element's own name, readable. */
export function humanised(name: string): string {
  const words = name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .trim();
  const lower = words.replace(
    /\b([A-Z])([a-z]+)/g,
    (_, first: string, rest: string) => first.toLowerCase() + rest,
  );
  return lower === '' ? name : (lower[0] ?? '').toUpperCase() + lower.slice(1);
}
