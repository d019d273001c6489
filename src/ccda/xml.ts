/** Reading elements of a C-CDA document by their names, whatever prefix or namespace they came with. */

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

/** Child elements in the order they came; of one name where it is given. */
export function children(parent: Element | undefined, ...names: readonly string[]): readonly Element[] {
  const found: Element[] = [];
  for (let one = parent?.firstElementChild ?? null; one !== null; one = one.nextElementSibling) {
    if (names.length === 0 || names.includes(one.localName)) found.push(one);
  }
  return found;
}

/** The first element at a path of names. */
export function at(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  let found = parent;
  for (const name of path) {
    let one = found?.firstElementChild ?? null;
    while (one !== null && one.localName !== name) one = one.nextElementSibling;
    if (one === null) return undefined;
    found = one;
  }
  return found;
}

/** An attribute's value; undefined where it is absent or blank. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const value = element?.getAttribute(name)?.trim();
  return value === '' ? undefined : (value ?? undefined);
}

/** Why an element that says nothing does not (HL7 NullFlavor): its own reason, else that of the first part with one. */
export function whyNothing(element: Element | undefined): string | undefined {
  const parts = [element, ...children(element)];
  return parts.map((part) => attribute(part, 'nullFlavor')).find((why) => why !== undefined);
}

/** `xsi:type` without its prefix: "PQ", "CD". */
export function typeOf(element: Element): string | undefined {
  const value = element.getAttributeNS(instance, 'type') ?? element.getAttribute('xsi:type');
  return value?.trim().replace(/^.*:/, '') || undefined;
}

/** What an element says, blanks made one; undefined where it says nothing. */
export function words(element: Element | undefined): string | undefined {
  const text = element?.textContent.replaceAll(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** What several elements say, those that say nothing left out. */
export function allWords(elements: readonly Element[]): readonly string[] {
  return elements.map(words).filter((text) => text !== undefined);
}
