/**
 * Which tab of a session keeps the refresh token: one alone, whoever holds the Web Lock of that name
 * (docs/decisions/010-who-keeps-the-refresh-token.md). With the broker no tab has one.
 */
import type { Peers } from './peers.ts';

export interface Keeper {
  /** Whether this tab is the one. */
  keeps(): boolean;
  /** This tab has a refresh token: it keeps it from when nobody else does. */
  claim(): void;
  /** Another tab keeps it: this one stands back. */
  yield(): void;
}

/** `onGranted`: from now on this tab keeps what it has. */
export function joinKeepers(peers: Pick<Peers, 'keep'>, onGranted: () => void): Keeper {
  let giveUp: (() => void) | undefined;
  let granted = false;
  return {
    keeps: () => granted,
    claim() {
      giveUp ??= peers.keep(() => {
        granted = true;
        onGranted();
      });
    },
    yield() {
      giveUp?.();
      giveUp = undefined;
      granted = false;
    },
  };
}
