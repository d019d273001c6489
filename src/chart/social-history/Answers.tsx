import type { ReactNode } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import { joined } from '#chart/kit/fact-words.ts';
import { words } from '#chart/kit/words.ts';
import { type ObservationValue, shownValue } from '#fhir/observation-value.ts';
import type { Answer } from '#fhir/questionnaire-response.ts';
import { t } from '#i18n/translate.ts';
import './Answers.css';

/** Deeper questions are indented no further: there would be no room left to read them. */
const deepest = 4;

/** Questions and answers as they were asked, what belongs together indented. */
export function Answers({ answers }: { answers: readonly Answer[] }): ReactNode {
  if (answers.length === 0) return null;
  return (
    <dl className="answers" aria-label={t('social.questions')}>
      {answers.map((answer, at) => (
        // Questions may repeat, and their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} data-depth={Math.min(answer.depth, deepest)} data-heading={answer.heading || undefined}>
          <dt>{words(answer.question)}</dt>
          {!answer.heading && (
            <dd>{answerWords(answer) || <span className="muted">{t('social.unanswered')}</span>}</dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Items that were answered; headings and questions without an answer are not. */
export function answeredCount(answers: readonly Answer[]): number {
  return answers.filter(({ values }) => values.length > 0).length;
}

/** All questions and answers as text, for finding. */
export function answersText(answers: readonly Answer[]): string {
  return answers.map((answer) => joined([words(answer.question), answerWords(answer)], ' ')).join(' ');
}

function answerWords({ values, absent }: Answer): string {
  return values.length > 0 ? joined(values.map(valueWords)) : absent === undefined ? '' : words(absent);
}

function valueWords(value: ObservationValue): string {
  if (value.kind === 'when') return formatWhen(value.when);
  const { text, unit } = shownValue(value);
  return joined([words(text), unit], ' ');
}
