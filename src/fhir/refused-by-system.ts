import type { SearchState } from './reading.ts';

/** Whether the system refused it, does not offer it, or did not understand it. */
export function isRefusedBySystem(state: SearchState): boolean {
  if (state.state === 'not-shared') return state.by !== 'scope';
  return state.state === 'not-offered' || (state.state === 'failed' && state.failure.kind === 'unsupported');
}
