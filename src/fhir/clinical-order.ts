/** Marks and orders that the clinical kinds share. */
import type { Concept } from './concept.ts';
import { byNewest, inOrder } from './kind.ts';
import { phrase } from './phrase.ts';
import type { ChartRecord, Mark } from './record.ts';

/**
 * A coding that names something else than the shown name is shown beside it: of drugs, allergies and problems, where
 * it may harm. Of all others the details say it: long and short names of tests differ in every word.
 */
export function conflictMarks(concept: Concept | undefined): readonly Mark[] {
  return (concept?.conflicting ?? []).map((text) => ({
    phrase: phrase('mark.also-coded', { text }),
    tone: 'warning',
  }));
}

const statusMarks: Readonly<Record<string, Mark>> = {
  registered: { phrase: phrase('mark.no-result-yet'), tone: 'warning' },
  partial: { phrase: phrase('mark.partial'), tone: 'warning' },
  preliminary: { phrase: phrase('mark.preliminary'), tone: 'warning' },
  amended: { phrase: phrase('mark.amended'), tone: 'plain' },
  corrected: { phrase: phrase('mark.corrected'), tone: 'plain' },
  appended: { phrase: phrase('mark.appended'), tone: 'plain' },
  cancelled: { phrase: phrase('mark.cancelled'), tone: 'warning' },
};

/** A result or report that is not simply final says so beside its name. */
export function resultStatusMarks(status: string | undefined): readonly Mark[] {
  const mark = status !== undefined && Object.hasOwn(statusMarks, status) ? statusMarks[status] : undefined;
  return mark === undefined ? [] : [mark];
}

/** Entered in error last of all, past after current. Undated records last within each. */
export function byCurrentThenNewest(a: ChartRecord, b: ChartRecord): number {
  return inOrder<ChartRecord>(byError, byPast, byNewest)(a, b);
}

export function byError(a: ChartRecord, b: ChartRecord): number {
  return Number(a.enteredInError) - Number(b.enteredInError);
}

function byPast(a: ChartRecord, b: ChartRecord): number {
  return Number(a.standing === 'past') - Number(b.standing === 'past');
}
