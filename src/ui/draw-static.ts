import type { ReactElement, ReactNode } from 'react';

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

/** React's own mark on `<>…</>`; importing React for it would load what this file does without. */
const fragment = Symbol.for('react.fragment');

function isElement(node: object): node is ReactElement<Props> {
  return 'type' in node && 'props' in node;
}

function put(node: ReactNode, into: ParentNode & Node, page: Document): void {
  if (node === null || node === undefined || typeof node === 'boolean') return;
  if (typeof node !== 'object') into.append(String(node));
  else if (Array.isArray(node)) for (const one of node as readonly ReactNode[]) put(one, into, page);
  else if (isElement(node)) putElement(node, into, page);
  else throw new TypeError('Nothing that draws without React.');
}

function putElement({ type, props }: ReactElement<Props>, into: ParentNode & Node, page: Document): void {
  if (typeof type === 'function') {
    put((type as (props: Props) => ReactNode)(props), into, page);
  } else if (typeof type === 'string') {
    const element = page.createElement(type);
    for (const [name, value] of Object.entries(props)) setProperty(element, name, value);
    put(props.children, element, page);
    into.append(element);
  } else if ((type as unknown) === fragment) {
    put(props.children, into, page);
  } else {
    throw new TypeError('Nothing that draws without React.');
  }
}

function setProperty(element: HTMLElement, name: string, value: unknown): void {
  if (name === 'children' || name === 'ref' || value === undefined || value === null || value === false)
    return;
  if (name === 'onClick') return element.addEventListener('click', value as () => void);
  const attribute = name === 'className' ? 'class' : name;
  if (!/^(?:class|type|(?:aria|data)-.+)$/.test(attribute) || typeof value === 'object') {
    throw new TypeError(`${name} does not draw without React.`);
  }
  element.setAttribute(attribute, String(value as string | number | true));
}

/**
 * Draws components that only turn their properties into elements (no hooks, no state) as plain DOM, once, without
 * React: for the few things that must not wait for it. What they are made of stands in one place for both.
 * Text is set as text, never as markup. Throws TypeError for anything only React can draw.
 */
export function drawStatic(node: ReactNode, page: Document): DocumentFragment {
  const drawn = page.createDocumentFragment();
  put(node, drawn, page);
  return drawn;
}
