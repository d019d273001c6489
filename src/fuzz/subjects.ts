import { bundleSubject } from './bundle-subject.ts';
import { recordSubjects } from './record-subjects.tsx';
import { signInSubjects } from './sign-in-subjects.ts';
import { styleSubject } from './style-subject.ts';
import type { Subject } from './subject.ts';

/** Everything that strangers send us, in the order in which it arrives. */
export const subjects: readonly Subject[] = [
  ...signInSubjects,
  styleSubject,
  bundleSubject,
  ...recordSubjects,
];
