import type { ReactNode } from 'react';
import { limitOf, limitWords } from './limit-words.ts';

interface Props {
  readonly written: string;
  /** What is said with it: "from 5.0". */
  readonly say?: (value: string) => string;
}

/** A value as it is written; a bound is heard as words: ">60" for the eye, "above 60" for the ear. */
export function LimitedValue({ written, say = (value) => value }: Props): ReactNode {
  if (limitOf(written) === undefined) return say(written);
  return (
    <>
      <span aria-hidden="true">{say(written)}</span>
      <span className="unseen limit-word">{say(limitWords(written))}</span>
    </>
  );
}
