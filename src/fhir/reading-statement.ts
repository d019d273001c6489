/**
 * Reads a system's own statement of what it offers (CapabilityStatement; Conformance in DSTU2), once: to explain what
 * was refused, never to decide what is asked for. docs/decisions/016-a-systems-own-statement.md
 */
import type { Clock } from './budget-clock.ts';
import { type RateLimit, windowMs } from './budget.ts';
import { FhirError, failureOf } from './failure.ts';
import type { FhirResource } from './json.ts';
import { readStatement } from './read-statement.ts';
import type { StatementState } from './reading.ts';

export interface StatementOptions {
  readonly clock: Clock;
  readonly rateLimit: RateLimit | undefined;
  /** Asks for the statement behind everything else. Rejects with FhirError. */
  readonly ask: () => Promise<FhirResource>;
  readonly onChange: () => void;
}

export interface StatementReader {
  state(): StatementState;
  /** At a reader's press. */
  ask(): void;
  /**
   * The chart is complete, and something of it is to be explained: the statement is asked for without a word, once, in a
   * minute that nothing else needs where the system has a limit. What fails so is as if it had not been asked for.
   */
  explain(): void;
  stop(): void;
}

export function createStatementReader({
  clock,
  rateLimit,
  ask,
  onChange,
}: StatementOptions): StatementReader {
  let state: StatementState = { state: 'unasked' };
  let underWay: Promise<StatementState> | undefined;
  let isSettled = false;
  let callOff = (): void => undefined;

  const set = (next: StatementState): void => {
    state = next;
    onChange();
  };

  const fetchStatement = async (): Promise<StatementState> => {
    try {
      const resource = await ask();
      const statement = readStatement(resource);
      if (statement === undefined) throw new FhirError({ kind: 'broken', status: 200, reason: 'not-fhir' });
      return { state: 'read', statement };
    } catch (error) {
      return { state: 'failed', failure: failureOf(error) };
    } finally {
      underWay = undefined;
    }
  };
  /** One request, however many ask. */
  const once = (): Promise<StatementState> => (underWay ??= fetchStatement());

  return {
    state: () => state,
    ask() {
      if (state.state === 'asking' || state.state === 'read') return;
      set({ state: 'asking' });
      void once().then(set);
    },
    explain() {
      if (isSettled || state.state !== 'unasked') return;
      isSettled = true;
      callOff = clock.after(rateLimit === undefined ? 0 : windowMs, () => {
        if (state.state !== 'unasked') return;
        void once().then((answer) => {
          if (answer.state === 'read' && state.state === 'unasked') set(answer);
        });
      });
    },
    stop: () => callOff(),
  };
}
