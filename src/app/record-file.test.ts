import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SearchState } from '#fhir/reading.ts';
import { whenAsked } from './record-file.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A reading whose patient is in a state that the test chooses. */
function fakeReading(first: SearchState['state']) {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    stateOf: () => ({ state }) as SearchState,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    become(next: SearchState['state']) {
      state = next;
      for (const listener of listeners) listener();
    },
    listeners,
  };
}

test('what takes a while runs once, after the patient has been asked for', () => {
  const reading = fakeReading('waiting');
  const run = vi.fn<() => void>();
  whenAsked(reading, run);
  vi.runAllTimers();
  expect(run).not.toHaveBeenCalled();

  reading.become('waiting');
  reading.become('reading');
  // Not in the same turn: the request has yet to leave in it.
  expect(run).not.toHaveBeenCalled();
  reading.become('read');
  vi.runAllTimers();
  expect(run).toHaveBeenCalledTimes(1);
  expect(reading.listeners.size).toBe(0);
});

test('a patient who was asked for already, or never will be, holds nothing up', () => {
  for (const state of ['reading', 'not-shared'] as const) {
    const run = vi.fn<() => void>();
    whenAsked(fakeReading(state), run);
    vi.runAllTimers();
    expect(run).toHaveBeenCalledTimes(1);
  }
});
