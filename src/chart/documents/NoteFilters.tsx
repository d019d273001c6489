import { type ReactNode, useId, useMemo } from 'react';
import { whenText } from '#chart/kit/fact-words.ts';
import { formatDay } from '#chart/kit/format.ts';
import { readPeriod } from '#fhir/dates.ts';
import { t } from '#i18n/translate.ts';
import { type NoteChoices, type Option, chosenCount, noChoices, optionsOf } from './note-filters.ts';
import { type Note, typeOf } from './note.ts';
import './NoteFilters.css';

interface Props {
  readonly notes: readonly Note[];
  readonly choices: NoteChoices;
  readonly undated: number;
  readonly onChoices: (choices: NoteChoices) => void;
}

/** Narrowing by type, author, dates and visit; folded away until it is wanted, open while it is in use. */
export function NoteFilters({ notes, choices, undated, onChoices }: Props): ReactNode {
  const types = useMemo(() => optionsOf(notes, (note) => [same(typeOf(note))]), [notes]);
  const authors = useMemo(
    () => optionsOf(notes, (note) => note.authors.map(({ name }) => same(name))),
    [notes],
  );
  const visits = useMemo(() => optionsOf(notes, visitsOf), [notes]);
  const chosen = chosenCount(choices);
  const choose = (part: Partial<NoteChoices>): void => onChoices({ ...choices, ...part });
  return (
    <details className="note-filters" open={chosen > 0 || undefined}>
      <summary>{chosen === 0 ? t('documents.filters') : t('documents.filters-on', { n: chosen })}</summary>
      <div className="note-filter-fields">
        <Choice
          label={t('documents.filter-type')}
          value={choices.type}
          options={types}
          onChoose={(type) => choose({ type })}
        />
        <Choice
          label={t('documents.filter-author')}
          value={choices.author}
          options={authors}
          onChoose={(author) => choose({ author })}
        />
        <Choice
          label={t('documents.filter-visit')}
          value={choices.visit}
          options={visits}
          onChoose={(visit) => choose({ visit })}
        />
        <Day label={t('documents.filter-from')} value={choices.from} onChoose={(from) => choose({ from })} />
        <Day label={t('documents.filter-to')} value={choices.to} onChoose={(to) => choose({ to })} />
        {chosen > 0 && (
          <button type="button" className="link-button" onClick={() => onChoices(noChoices)}>
            {t('documents.filter-clear')}
          </button>
        )}
      </div>
      {undated > 0 && <p className="muted small">{t('documents.undated-left-out', { n: undated })}</p>}
    </details>
  );
}

const same = (name: string): { value: string; name: string } => ({ value: name, name });

/** A visit by what it is called; of several of one name, with the date of a note that tells them apart. */
function visitsOf(note: Note): readonly { readonly value: string; readonly name: string }[] {
  return note.encounters.map(({ key, name, target }) => {
    const start = readPeriod(target?.['period'])?.start;
    const day = start === undefined ? whenText(note.when, 'days') : formatDay(start);
    return { value: key ?? name, name: day === '' ? name : `${name}, ${day}` };
  });
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps): ReactNode {
  const id = useId();
  if (options.length < 2 && value === '') return null;
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('documents.filter-any')}</option>
        {options.map(({ value: one, name, n }) => (
          <option key={one} value={one}>
            {t('documents.filter-option', { name, n })}
          </option>
        ))}
      </select>
    </div>
  );
}

function Day({ label, value, onChoose }: Omit<ChoiceProps, 'options'>): ReactNode {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        autoComplete="off"
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      />
    </div>
  );
}
