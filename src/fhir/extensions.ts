import { asObjects, type JsonObject } from './json.ts';

/** The extensions of an element with this address, in the order they came. FHIR R4 §2.4. */
export function extensionsOf(element: unknown, url: string): readonly JsonObject[] {
  return asObjects(element)
    .flatMap((one) => asObjects(one['extension']))
    .filter((extension) => extension['url'] === url);
}

/** The `value[x]` of an extension, whatever its type. */
export function extensionValue(extension: JsonObject | undefined): unknown {
  if (extension === undefined) return undefined;
  for (const key of Object.keys(extension)) if (/^value[A-Z]/.test(key)) return extension[key];
  return undefined;
}

/** The value of the first extension with this address. */
export function firstExtensionValue(element: unknown, url: string): unknown {
  return extensionValue(extensionsOf(element, url)[0]);
}
