import type { System } from './registry.ts';

/**
 * Whether an entry still waits for its registration: its client id begins with `REPLACE-`, or its base lies on a host
 * that can never be (`.invalid`, RFC 2606 §2). Nobody is sent there.
 */
export function isPlaceholder({ clientId, fhirBase }: Pick<System, 'clientId' | 'fhirBase'>): boolean {
  return clientId.startsWith('REPLACE-') || new URL(fhirBase).hostname.endsWith('.invalid');
}
