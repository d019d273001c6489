import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { createPath, useHref, useLocation, useNavigate, useResolvedPath } from 'react-router';

interface Props extends Omit<ComponentPropsWithRef<'a'>, 'href' | 'target'> {
  /** An address of `app/paths.ts`. */
  readonly to: string;
}

/** A click that asks for this page: not for a new tab, a new window or a file. */
function isPlain({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !(metaKey || altKey || ctrlKey || shiftKey);
}

/**
 * A link within the app: an `a` that a plain click follows without loading the page, and everything else (new tab,
 * copy) is the browser's. React-router's own is held together with what prefetches the pages of a server that renders
 * them, which would stand before the banner (docs/decisions/012-router-parts.md).
 */
export function Link({ to, onClick, children, ...rest }: Props): ReactNode {
  const href = useHref(to);
  const here = createPath(useLocation());
  const there = createPath(useResolvedPath(to));
  const navigate = useNavigate();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isPlain(event)) return;
        event.preventDefault();
        // As a browser does: the address one is at already is no further step of the history.
        void navigate(to, { replace: here === there });
      }}
    >
      {children}
    </a>
  );
}
