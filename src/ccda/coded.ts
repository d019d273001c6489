/** Coded values (CD, CE, CV, CS) and identifiers (II) of HL7 v3 data types, as they came. */
import { attribute, at, children, words } from './xml.ts';

export interface Coded {
  /** The document's own words, else the display name, else a translation's, else the code. Undefined where it says nothing. */
  readonly label: string | undefined;
  readonly originalText: string | undefined;
  readonly display: string | undefined;
  readonly code: string | undefined;
  readonly system: string | undefined;
  /** "LOINC", "SNOMED CT": as sent, else what the identifier of a well-known system stands for. */
  readonly systemName: string | undefined;
  readonly translations: readonly Coded[];
  /** Qualifiers such as laterality: "Laterality: Left". */
  readonly qualifiers: readonly { readonly name: Coded | undefined; readonly value: Coded | undefined }[];
  readonly nullFlavor: string | undefined;
}

/** The words that stand at an ID of the document's narratives. */
export type NarrativeWords = (id: string) => string | undefined;

const systems: Readonly<Record<string, string>> = {
  '2.16.840.1.113883.6.1': 'LOINC',
  '2.16.840.1.113883.6.96': 'SNOMED CT',
  '2.16.840.1.113883.6.88': 'RxNorm',
  '2.16.840.1.113883.6.90': 'ICD-10-CM',
  '2.16.840.1.113883.6.103': 'ICD-9-CM',
  '2.16.840.1.113883.6.4': 'ICD-10-PCS',
  '2.16.840.1.113883.6.12': 'CPT',
  '2.16.840.1.113883.6.69': 'NDC',
  '2.16.840.1.113883.6.59': 'CVX',
  '2.16.840.1.113883.12.292': 'CVX',
  '2.16.840.1.113883.6.238': 'CDC Race and Ethnicity',
  '2.16.840.1.113883.4.9': 'UNII',
  '2.16.840.1.113883.6.285': 'HCPCS',
  '2.16.840.1.113883.3.26.1.1': 'NCI Thesaurus',
  '2.16.840.1.113883.5.4': 'HL7 ActCode',
  '2.16.840.1.113883.5.6': 'HL7 ActClass',
  '2.16.840.1.113883.5.83': 'HL7 ObservationInterpretation',
  '2.16.840.1.113883.5.112': 'HL7 RouteOfAdministration',
  '2.16.840.1.113883.6.101': 'NUCC Provider Taxonomy',
};

/** How deep translations and qualifiers are followed: a document may nest them without end. */
const deepest = 8;

export function readCoded(
  element: Element | undefined,
  narrative: NarrativeWords = () => undefined,
  depth = 0,
): Coded | undefined {
  if (element === undefined || depth > deepest) return undefined;
  const original = at(element, 'originalText');
  const originalText = words(original) ?? referred(original, narrative);
  const [display, code] = [attribute(element, 'displayName'), attribute(element, 'code')];
  const [system, nullFlavor] = [attribute(element, 'codeSystem'), attribute(element, 'nullFlavor')];
  const inner = (one: Element | undefined): Coded | undefined => readCoded(one, narrative, depth + 1);
  const translations = children(element, 'translation')
    .map(inner)
    .filter((one) => one !== undefined);
  const qualifiers = children(element, 'qualifier').map((one) => ({
    name: inner(at(one, 'name')),
    value: inner(at(one, 'value')),
  }));
  const translated = translations.find(({ label }) => label !== undefined)?.label;
  const label = originalText ?? display ?? translated ?? code;
  if (label === undefined && nullFlavor === undefined) return undefined;
  return {
    label,
    originalText,
    display,
    code,
    system,
    systemName:
      attribute(element, 'codeSystemName') ?? (system === undefined ? undefined : systemName(system)),
    translations,
    qualifiers,
    nullFlavor,
  };
}

export function readCodes(elements: readonly Element[], narrative?: NarrativeWords): readonly Coded[] {
  return elements.map((one) => readCoded(one, narrative)).filter((one) => one !== undefined);
}

/** The words that `<reference value="#id"/>` points at. */
export function referred(element: Element | undefined, narrative: NarrativeWords): string | undefined {
  const id = referenceId(element);
  return id === undefined ? undefined : narrative(id);
}

/** The ID that `<reference value="#id"/>` names. Some systems leave the `#` out. */
export function referenceId(element: Element | undefined): string | undefined {
  const value = attribute(at(element, 'reference'), 'value');
  return value === undefined || /^\w+:/.test(value) ? undefined : value.replace(/^#/, '');
}

export interface InstanceId {
  readonly root: string | undefined;
  readonly extension: string | undefined;
  /** "1104152198", else the root alone; undefined where it is null, though it may say of which register. */
  readonly label: string | undefined;
  readonly assigner: string | undefined;
  readonly nullFlavor: string | undefined;
}

/** What an identifier's root stands for, of those that people know by name. */
const registers: Readonly<Record<string, string>> = {
  '2.16.840.1.113883.4.6': 'NPI',
  '2.16.840.1.113883.4.1': 'SSN',
  '2.16.840.1.113883.4.2': 'Tax ID',
};

export function readId(element: Element): InstanceId {
  const [root, extension] = [attribute(element, 'root'), attribute(element, 'extension')];
  const nullFlavor = attribute(element, 'nullFlavor');
  const known = root !== undefined && Object.hasOwn(registers, root) ? registers[root] : undefined;
  return {
    root,
    extension,
    label: extension ?? (nullFlavor === undefined ? root : undefined),
    assigner: attribute(element, 'assigningAuthorityName') ?? known,
    nullFlavor,
  };
}

function systemName(oid: string): string | undefined {
  return Object.hasOwn(systems, oid) ? systems[oid] : undefined;
}
