/**
 * Every element of a resource as labelled values, so that nothing sent is out of reach: known datatypes as such, all
 * else as groups of what they hold, extensions by their address, contained resources in full. Only the bytes of
 * attachments and the HTML of the narrative are left to the views that can show them.
 */
import { type DetailValue, type Group, valueOf } from './detail-value.ts';
import { type ElementKey, elementKey } from './element-names.ts';
import { choiceStem } from './choice-stem.ts';
import { extensionName, humanised, lastPart } from './extension-names.ts';
import { asList, asObject, asText, type FhirResource, type JsonObject } from './json.ts';

export interface Detail {
  /** As sent: `onsetDateTime`; for an extension its address. */
  readonly element: string;
  /** A label of ours (`i18n/en/elements.ts`), or the element's own name made readable. */
  readonly label: { readonly key: ElementKey } | string;
  readonly values: readonly DetailValue[];
  /** A modifier extension: it may turn the record's meaning around. */
  readonly modifier: boolean;
}

export type { DetailValue };

/** Technical elements, in this order, after all others. */
const last: readonly string[] = ['contained', 'text', 'language', 'implicitRules', 'id', 'meta'];

/** All elements of a resource in the order they came, the technical ones at the end. Never throws. */
export function detailsOf(resource: FhirResource): readonly Detail[] {
  const details = detailsOfObject(resource, ['resourceType'], 0);
  return details.toSorted((a, b) => last.indexOf(a.element) - last.indexOf(b.element));
}

/** The elements of an object but for these; empty ones are left out. `depth` bounds hostile nesting. */
function detailsOfObject(object: JsonObject, except: readonly string[], depth: number): readonly Detail[] {
  const details: Detail[] = [];
  for (const key of Object.keys(object)) {
    if (except.includes(key)) continue;
    if (key === 'extension' || key === 'modifierExtension') {
      details.push(
        ...asList(object[key]).map((one) => extensionDetail(one, key === 'modifierExtension', depth)),
      );
      continue;
    }
    // `_birthDate` holds what JSON cannot attach to the plain `birthDate` (FHIR R4 §2.6.2): one element, one detail.
    const name = /^_(?!_|extension$|modifierExtension$)./.test(key) ? key.slice(1) : key;
    if (name !== key && Object.hasOwn(object, name) && !except.includes(name)) continue;
    const beside = name === key && !key.startsWith('_') ? ownValue(object, `_${key}`) : undefined;
    const sent = [object[key], beside];
    const values = sent
      .flatMap((value) => asList(value))
      .map((value) => valueOf(value, name, object, group(depth)));
    details.push(detail(name, values));
  }
  return details.filter((one) => one.values.length > 0);
}

function detail(element: string, values: readonly (DetailValue | undefined)[]): Detail {
  const key = elementKey(choiceStem(element));
  const label = key === undefined ? humanised(element) : { key };
  return { element, label, values: values.filter((value) => value !== undefined), modifier: false };
}

function extensionDetail(extension: unknown, modifier: boolean, depth: number): Detail {
  const object = asObject(extension);
  const url = asText(object?.['url']);
  if (object === undefined || url === undefined || typeof object['url'] !== 'string') {
    const name = modifier ? 'modifierExtension' : 'extension';
    return { ...detail(name, [valueOf(extension, name, {}, group(depth))]), modifier };
  }
  const valueKeys = Object.keys(object).filter((key) => /^value[A-Z]/.test(key));
  const values = valueKeys
    .flatMap((key) =>
      [object[key], ownValue(object, `_${key}`)].flatMap(asList).map((value) => ({ key, value })),
    )
    .map(({ key, value }) => valueOf(value, key, object, group(depth)));
  const consumed = ['url', ...valueKeys, ...valueKeys.map((key) => `_${key}`)];
  const rest = detailsOfObject(object, consumed, depth + 1);
  const name = extensionName(url);
  const key = name === undefined ? elementKey(url) : (`element.${name}` as const);
  const said: readonly DetailValue[] = [
    ...values.filter((value) => value !== undefined),
    ...(rest.length === 0 ? [] : [{ kind: 'group', details: rest } as const]),
  ];
  return {
    element: url,
    label: key === undefined ? humanised(lastPart(url)) : { key },
    // One that was sent empty still says by its address that it is there.
    values: said.length === 0 ? [{ kind: 'text', text: url }] : said,
    modifier,
  };
}

/** How a value of unknown shape is taken apart, one level further down. */
function group(depth: number): Group {
  return {
    depth,
    detailsOf: (object, except) => detailsOfObject(object, except, depth + 1),
    listOf: (list, name) => {
      const values = list.map((value) => valueOf(value, name, {}, group(depth + 1)));
      return [detail(name, values)].filter((one) => one.values.length > 0);
    },
  };
}

function ownValue(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
