import type { ReactNode } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import { EntrySays } from '#chart/kit/story/EntrySays.tsx';
import { words } from '#chart/kit/words.ts';
import { foundLine, marked } from '#fhir/find-index.ts';
import { t } from '#i18n/translate.ts';
import type { FindOption } from './find-options.ts';

interface Props {
  readonly option: FindOption;
  readonly current: boolean;
  readonly onTake: () => void;
}

/** One record that was found: its name, what it says, its date, and the line that was met where the name is not it. */
export function FindOptionView({ option, current, onTake }: Props): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus, jsx-a11y/prefer-tag-over-role -- the field above has the focus and its keys choose
    <div id={option.id} role="option" aria-selected={current} className="find-option" onClick={onTake}>
      {'rest' in option ? (
        <span className="find-rest">
          {option.next < option.rest
            ? t('find.rest-of', { n: option.next, rest: option.rest })
            : t('find.rest', { n: option.rest })}
        </span>
      ) : (
        <Found option={option} />
      )}
    </div>
  );
}

function Found({ option }: { option: Extract<FindOption, { hit: unknown }> }): ReactNode {
  const { hit, kind } = option;
  const { record, terms } = hit;
  const line = foundLine(hit);
  return (
    <>
      <span className="find-name" data-past={record.standing === 'past' || undefined}>
        <Met text={words(record.title)} terms={terms} />
      </span>
      <span className="find-says">{kind !== 'patient' && <EntrySays entry={{ kind, record }} />}</span>
      <span className="find-when">
        {record.when === undefined ? t('list.no-date') : formatWhen(record.when, 'days')}
      </span>
      {line !== undefined && (
        <span className="find-line">
          {line.page !== undefined && `${t('find.page', { at: line.page })} `}
          <Met text={line.text} terms={terms} />
        </span>
      )}
    </>
  );
}

function Met({ text, terms }: { text: string; terms: ReadonlySet<string> }): ReactNode {
  return marked(text, terms).map((piece, at) =>
    piece.met ? (
      // Pieces have their place and nothing else.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={at}>{piece.text}</mark>
    ) : (
      piece.text
    ),
  );
}
