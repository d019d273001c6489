/** What US Core and HL7 extensions say about a person: race, ethnicity, tribes, sex, gender, pronouns, interpreter. */
import { type Coding, codeOf, readCoding, readConcept } from './concept.ts';
import { extensionUrl, snomed } from './code-systems.ts';
import { extensionsOf, extensionValue, firstExtensionValue } from './extensions.ts';
import { asBoolean, asText, type JsonObject, ownRow } from './json.ts';
import { phrase, type Words } from './phrase.ts';
import type { AdministrativePhrase } from './phrase-administrative.ts';

/** Race or ethnicity: the broad categories, the detailed ones, and the person's own words. */
export interface Heritage {
  readonly text: string | undefined;
  readonly categories: readonly Coding[];
  readonly detailed: readonly Coding[];
  /** Text, else what the codes are called. */
  readonly label: string;
}

export interface Demographics {
  readonly race: Heritage | undefined;
  readonly ethnicity: Heritage | undefined;
  readonly tribes: readonly string[];
  readonly birthSex: Words | undefined;
  /** `us-core-sex` and the HL7 extension that followed it. */
  readonly sex: Words | undefined;
  readonly genderIdentities: readonly string[];
  readonly pronouns: readonly string[];
  readonly interpreter: 'needed' | 'not-needed' | undefined;
  readonly interpreterWords: Words | undefined;
  readonly birthPlace: unknown;
}

/** Reads the extensions of a Patient. Nothing sent means undefined, never "unknown". */
export function readDemographics(patient: JsonObject): Demographics {
  const interpreter = readInterpreter(patient);
  return {
    race: readHeritage(patient, extensionUrl.race),
    ethnicity: readHeritage(patient, extensionUrl.ethnicity),
    tribes: labelsOf(patient, [extensionUrl.tribalAffiliation], 'tribalAffiliation'),
    birthSex: sexWords(firstExtensionValue(patient, extensionUrl.birthSex)),
    sex:
      sexWords(firstExtensionValue(patient, extensionUrl.sex)) ??
      sexWords(firstExtensionValue(patient, extensionUrl.individualSex)),
    genderIdentities: labelsOf(patient, identityUrls, 'value'),
    pronouns: labelsOf(patient, [extensionUrl.individualPronouns], 'value'),
    interpreter,
    interpreterWords:
      interpreter === undefined
        ? readConcept(firstExtensionValue(patient, extensionUrl.interpreterNeeded))?.label
        : phrase(`patient.interpreter-${interpreter}`),
    birthPlace: firstExtensionValue(patient, extensionUrl.birthPlace),
  };
}

const identityUrls = [
  extensionUrl.usCoreGenderIdentity,
  extensionUrl.individualGenderIdentity,
  extensionUrl.genderIdentity,
];

function readHeritage(patient: JsonObject, url: string): Heritage | undefined {
  const parts = extensionsOf(patient, url);
  const codings = (name: string) =>
    parts
      .flatMap((part) => extensionsOf(part, name))
      .map((extension) => readCoding(extensionValue(extension)))
      .filter((coding) => coding !== undefined);
  const texts = parts
    .flatMap((part) => extensionsOf(part, 'text'))
    .map((extension) => asText(extensionValue(extension)));
  const text = texts.find((one) => one !== undefined);
  const [categories, detailed] = [codings('ombCategory'), codings('detailed')];
  const names = [...categories, ...detailed].map((coding) => coding.display ?? coding.code);
  const label = text ?? names.filter((name) => name !== undefined).join(', ');
  return label === '' ? undefined : { text, categories, detailed, label };
}

/** Labels of extensions that hold a concept, plainly or in a part of this name. */
function labelsOf(patient: JsonObject, urls: readonly string[], part: string): readonly string[] {
  return urls
    .flatMap((url) => extensionsOf(patient, url))
    .map((extension) => extensionValue(extension) ?? firstExtensionValue(extension, part))
    .map((value) => readConcept(value)?.label)
    .filter((label) => label !== undefined);
}

const sexPhrases: Readonly<Record<string, AdministrativePhrase>> = {
  male: 'sex.male',
  female: 'sex.female',
  other: 'sex.other',
  unknown: 'sex.unknown',
  M: 'sex.male',
  F: 'sex.female',
  OTH: 'sex.other',
  UNK: 'sex.unknown',
  ASKU: 'sex.declined',
  'asked-declined': 'sex.declined',
  '248153007': 'sex.male',
  '248152002': 'sex.female',
};

/** A gender or sex code in words; what is not known here, and any text sent with it, stays as sent. */
export function sexWords(value: unknown): Words | undefined {
  const concept = readConcept(value);
  const known = ownRow(sexPhrases, codeOf(concept));
  return known === undefined ? concept?.label : phrase(known);
}

function readInterpreter(patient: JsonObject): Demographics['interpreter'] {
  const flag = asBoolean(firstExtensionValue(patient, extensionUrl.interpreterRequired));
  if (flag !== undefined) return flag ? 'needed' : 'not-needed';
  const answer = readConcept(firstExtensionValue(patient, extensionUrl.interpreterNeeded));
  const code = answer?.codings.find(
    (coding) => coding.system === undefined || coding.system === snomed,
  )?.code;
  if (code === '373066001') return 'needed';
  return code === '373067005' ? 'not-needed' : undefined;
}
