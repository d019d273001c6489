/** Which FHIR datatype an object is, told from its element's name and its members (there is no schema in the page). */
import { asText, type JsonObject } from './json.ts';

export type Shape =
  | 'concept'
  | 'coding'
  | 'quantity'
  | 'range'
  | 'ratio'
  | 'period'
  | 'reference'
  | 'identifier'
  | 'name'
  | 'address'
  | 'telecom'
  | 'annotation'
  | 'attachment'
  | 'narrative';

interface Rule {
  readonly shape: Shape;
  /** The object has no other members (but `id`, `extension` and `_x`). */
  readonly members: readonly string[];
  /** … and one of these, */
  readonly oneOf: readonly string[];
  /** … and this holds. */
  readonly when?: (object: JsonObject, name: string) => boolean;
}

const contactSystems: readonly unknown[] = ['phone', 'fax', 'email', 'pager', 'url', 'sms', 'other'];
const attachmentNames = /^(attachment|photo|image|presentedForm|content|valueAttachment|contentAttachment)$/;

/** The first rule that fits decides; narrower shapes stand before wider ones. */
const rules: readonly Rule[] = [
  { shape: 'narrative', members: ['status', 'div'], oneOf: ['div'], when: (_, name) => name === 'text' },
  {
    shape: 'annotation',
    members: ['text', 'time', 'authorString', 'authorReference'],
    oneOf: ['text'],
    when: (object, name) => name === 'note' || Object.keys(object).length > 1,
  },
  { shape: 'concept', members: ['coding', 'text'], oneOf: ['coding', 'text'] },
  { shape: 'range', members: ['low', 'high'], oneOf: ['low', 'high'] },
  { shape: 'ratio', members: ['numerator', 'denominator'], oneOf: ['numerator', 'denominator'] },
  { shape: 'period', members: ['start', 'end'], oneOf: ['start', 'end'] },
  {
    shape: 'telecom',
    members: ['system', 'value', 'use', 'rank', 'period'],
    oneOf: ['value'],
    when: (object, name) => name === 'telecom' || contactSystems.includes(object['system']),
  },
  {
    shape: 'quantity',
    members: ['value', 'comparator', 'unit', 'system', 'code', 'currency'],
    oneOf: ['value'],
    when: (object) =>
      typeof object['value'] !== 'string' || asText(object['unit'] ?? object['code']) !== undefined,
  },
  {
    shape: 'identifier',
    members: ['use', 'type', 'system', 'value', 'period', 'assigner'],
    oneOf: ['value', 'system', 'assigner'],
  },
  { shape: 'coding', members: ['system', 'version', 'code', 'display', 'userSelected'], oneOf: ['code'] },
  {
    shape: 'reference',
    members: ['reference', 'type', 'identifier', 'display'],
    oneOf: ['reference', 'identifier', 'display'],
  },
  {
    shape: 'name',
    members: ['use', 'text', 'family', 'given', 'prefix', 'suffix', 'period'],
    oneOf: ['family', 'given'],
  },
  {
    shape: 'address',
    members: ['use', 'type', 'text', 'line', 'city', 'district', 'state', 'postalCode', 'country', 'period'],
    oneOf: ['line', 'city', 'state', 'postalCode', 'country'],
  },
  {
    shape: 'attachment',
    members: ['contentType', 'language', 'data', 'url', 'size', 'hash', 'title', 'creation'],
    oneOf: ['contentType', 'data', 'url', 'title'],
    when: (object, name) => 'contentType' in object || attachmentNames.test(name),
  },
];

/** The datatype an object looks like; undefined for a group of elements of its own. */
export function shapeOf(object: JsonObject, name: string): Shape | undefined {
  const members = Object.keys(object).filter(
    (key) => key !== 'id' && key !== 'extension' && !key.startsWith('_'),
  );
  const fits = (rule: Rule) =>
    members.every((key) => rule.members.includes(key)) &&
    rule.oneOf.some((key) => members.includes(key)) &&
    rule.when?.(object, name) !== false;
  return rules.find(fits)?.shape;
}
