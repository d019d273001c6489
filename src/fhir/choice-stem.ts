/** FHIR's choice elements (`value[x]`): the name without the type (FHIR R4 §2.6.1.4). */

const stems = [
  'value',
  'effective',
  'onset',
  'abatement',
  'performed',
  'occurrence',
  'occurred',
  'medication',
  'deceased',
  'multipleBirth',
  'timing',
  'asNeeded',
  'dose',
  'rate',
  'reported',
  'product',
  'item',
  'due',
  'detail',
  'scheduled',
  'collected',
  'doseNumber',
  'seriesDoses',
  'fastingStatus',
  'quantity',
  'allowed',
  'time',
  'start',
  'bounds',
  'age',
  'born',
  'content',
  'identified',
  'author',
  'statusReason',
  'additive',
  'serviced',
  'diagnosis',
  'procedure',
  'location',
  'substance',
  'target',
  'used',
] as const;

const types =
  'DateTime|Date|Instant|Period|Age|Range|Quantity|String|Timing|CodeableConcept|Coding|Code|Reference|Boolean|' +
  'Integer|PositiveInt|UnsignedInt|Decimal|Ratio|SampledData|Time|Uri|Url|Canonical|Attachment|Identifier|Duration|' +
  'Money|Annotation|HumanName|Address|ContactPoint|Markdown|Base64Binary|Oid|Uuid|Id|Signature|Dosage|Expression|Meta';

const choice = new RegExp(`^(${stems.join('|')})(${types})$`);

/** `onsetDateTime` → `onset`; any other name unchanged. */
export function choiceStem(name: string): string {
  return choice.exec(name)?.[1] ?? name;
}
