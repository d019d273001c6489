import type { ReactNode } from 'react';
import { clinically } from '#i18n/translate.ts';

/**
 * A view in clinicians' words, whatever the reader's are: paper is read by others. What it says itself; plain names may
 * stand beside.
 */
export function clinical<P>(view: (props: P) => ReactNode): (props: P) => ReactNode {
  return (props) => clinically(() => view(props));
}
