import { type RefCallback, useCallback } from 'react';

/**
 * Gives an element the address of some bytes, under a type of ours, as long as it stands. A reference, so that the
 * address lives exactly as long as the element that shows it.
 */
export function useBlob(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  attribute: 'src' | 'href',
  /** What a viewer is told beside the address, from `#` on. */
  fragment = '',
): RefCallback<HTMLElement> {
  return useCallback(
    (element) => {
      if (element === null) return undefined;
      const url = URL.createObjectURL(new Blob([bytes], { type }));
      element.setAttribute(attribute, url + fragment);
      return () => URL.revokeObjectURL(url);
    },
    [bytes, type, attribute, fragment],
  );
}
