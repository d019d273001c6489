import { type ElementType, type ReactElement, type ReactNode, createElement, isValidElement } from 'react';
import { clinically } from '#i18n/translate.ts';

type View<P> = (props: P) => ReactNode;

// What a view needs is its own affair here.
// oxlint-disable-next-line typescript/no-explicit-any
type AnyView = View<any>;

/** One and the same for a view, so that it keeps its state from one drawing to the next. */
const clinicalOf = new WeakMap<AnyView, AnyView>();
const asRead = new WeakSet<AnyView>();

/**
 * A view in clinicians' words, whatever the reader's are, with all the views within it: paper is read by others. Plain
 * names may stand beside (`inReadersWords`).
 */
export function clinical<P>(view: View<P>): View<P> {
  const known = clinicalOf.get(view);
  if (known !== undefined) return known;
  const made: View<P> = (props) => throughout(clinically(() => view(props)));
  clinicalOf.set(view, made);
  asRead.add(made);
  return made;
}

/** A view that keeps the reader's words even there. */
export function inReadersWords<P>(view: View<P>): View<P> {
  asRead.add(view);
  return view;
}

/** The same elements, each view among them made clinical; a view that is drawn later draws its own words. */
function throughout(node: ReactNode): ReactNode {
  if (Array.isArray(node)) return node.map(throughout);
  if (!isValidElement(node)) return node;
  const { type, key, props } = node as ReactElement<{ readonly children?: ReactNode }, ElementType>;
  const isView = typeof type === 'function' && type.prototype?.isReactComponent === undefined;
  const drawn = isView && !asRead.has(type as AnyView) ? clinical(type as AnyView) : type;
  const { children, ...rest } = props;
  // Children of a view are drawn where it places them: it is made clinical itself, and they with it.
  const within = isView ? children : throughout(children);
  return createElement(
    drawn,
    key === null ? rest : { ...rest, key },
    ...(Array.isArray(within) ? (within as ReactNode[]) : within === undefined ? [] : [within]),
  );
}
