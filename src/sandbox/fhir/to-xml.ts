import { isObject, isResource } from './resource.ts';

/**
 * A resource's JSON text as FHIR XML (R4 §2.6.1 from §2.6.2). Elements come in the order of the JSON, which is the
 * definition's order wherever the data was written in it; nothing here knows the definitions.
 */
export function toXml(text: string): string {
  // Decimals keep the form they were written in: the reviver sees each number's own text.
  const value: unknown = JSON.parse(text, (_key, item: unknown, context?: { readonly source?: string }) =>
    typeof item === 'number' ? (context?.source ?? String(item)) : item,
  );
  if (!isResource(value)) throw new Error('Only a resource can be written as XML');
  return `<?xml version="1.0" encoding="UTF-8"?>${resourceXml(value, true)}`;
}

function resourceXml(resource: Readonly<Record<string, unknown>>, root: boolean): string {
  const name = String(resource['resourceType']);
  return `<${name}${root ? ' xmlns="http://hl7.org/fhir"' : ''}>${childrenXml(resource, true)}</${name}>`;
}

/** `ofResource`: `id` is a child element of a resource, and an attribute everywhere else. */
function childrenXml(object: Readonly<Record<string, unknown>>, ofResource: boolean): string {
  const names = new Set(Object.keys(object).map((key) => key.replace(/^_/, '')));
  let xml = '';
  for (const name of names) {
    if (name === 'resourceType' || (!ofResource && name === 'id')) continue;
    const values = listOf(object[name]);
    const others = listOf(object[`_${name}`]);
    for (let index = 0; index < Math.max(values.length, others.length); index++)
      xml += elementXml(name, values[index], others[index]);
  }
  return xml;
}

function elementXml(name: string, value: unknown, sibling: unknown): string {
  if (name === 'div' && typeof value === 'string') return value;
  if (isResource(value)) return `<${name}>${resourceXml(value, false)}</${name}>`;
  if (isObject(value)) {
    const extension = name === 'extension' || name === 'modifierExtension';
    const { url, ...rest } = value;
    const attributes = idAttribute(value) + (extension ? attribute('url', url) : '');
    return `<${name}${attributes}>${childrenXml(extension ? rest : value, false)}</${name}>`;
  }
  const side = isObject(sibling) ? sibling : {};
  if (value === undefined && sibling === undefined) return '';
  const attributes = idAttribute(side) + (value === null ? '' : attribute('value', value));
  const inner = childrenXml(side, false);
  return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;
}

function idAttribute(object: Readonly<Record<string, unknown>>): string {
  return attribute('id', object['id']);
}

function attribute(name: string, value: unknown): string {
  const text =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;
  return text === undefined ? '' : ` ${name}="${escapeXml(text)}"`;
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

const references: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text for XML content and attributes; control characters, which XML 1.0 cannot hold, become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(/["&<>\n\r\t]/g, (character) => references[character] ?? character);
}
