/** The bytes of an attachment that came inline. Never throws; bounded, so that no record can fill the memory. */
import type { Attachment } from './attachment.ts';

export type AttachmentBytes =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  /** `none`: nothing inline (there may be an address); `not-base64`: what came cannot be decoded. */
  | { readonly fault: 'none' | 'not-base64' | 'too-large' };

/** 32 MB: above what NextGen Office's documents and scanned letters hold. */
export const largestAttachment = 32 * 1024 * 1024;

/**
 * Decodes `Attachment.data`: base64, line breaks and a missing padding tolerated, the URL alphabet as well (both are
 * sent in the field).
 */
export function attachmentBytes(
  attachment: Pick<Attachment, 'data'>,
  limit: number = largestAttachment,
): AttachmentBytes {
  const { data } = attachment;
  if (data === undefined) return { fault: 'none' };
  if (base64Bytes(data.length) > limit * 1.1) return { fault: 'too-large' };
  const plain = data.replaceAll(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (base64Bytes(plain.length) > limit) return { fault: 'too-large' };
  if (plain === '' || plain.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(plain)) return { fault: 'not-base64' };
  try {
    return { bytes: Uint8Array.from(atob(plain), (char) => char.charCodeAt(0)) };
  } catch {
    return { fault: 'not-base64' };
  }
}

/** The size of what is inline, in bytes, without decoding it; `size` where the server says nothing else. */
export function attachmentSize(attachment: Pick<Attachment, 'data' | 'size'>): number | undefined {
  if (attachment.data === undefined) return attachment.size;
  return base64Bytes(attachment.data.replaceAll(/[\s=]+/g, '').length);
}

function base64Bytes(characters: number): number {
  return Math.floor((characters * 3) / 4);
}
