/** Asks a system what it says it can do, when somebody wants to know. */
import { FhirError, failureOf } from './failure.ts';
import type { FhirResource } from './json.ts';
import type { StatementState } from './reading.ts';

export interface StatementReader {
  state(): StatementState;
  ask(): void;
}

/**
 * `request` brings the resource; `changed` is told of every new state. What reads it is loaded with the first question.
 * Asking never throws: a failure is a state.
 */
export function createStatementReader(
  request: () => Promise<FhirResource>,
  changed: () => void,
): StatementReader {
  let current: StatementState = { state: 'unasked' };
  const set = (next: StatementState): void => {
    current = next;
    changed();
  };
  const run = async (): Promise<void> => {
    try {
      const [{ readStatement }, resource] = await Promise.all([import('./server-statement.ts'), request()]);
      const statement = readStatement(resource);
      if (statement === undefined) throw new FhirError({ kind: 'broken', status: 200, reason: 'not-fhir' });
      set({ state: 'read', statement });
    } catch (error) {
      set({ state: 'failed', failure: failureOf(error) });
    }
  };
  return {
    state: () => current,
    ask() {
      if (current.state === 'asking' || current.state === 'read') return;
      set({ state: 'asking' });
      void run();
    },
  };
}
