import { type ReactNode, useId } from 'react';
import { countOf } from '#chart/kit/counted.ts';
import { formatCount } from '#chart/kit/format.ts';
import { kindById } from '#chart/kit/kinds.ts';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { type PrintChoices as Choices, usualSections } from '#chart/kit/take/print-only.ts';
import { useNoteReports, useResultsInReports } from '#chart/kit/use-note-count.ts';
import { useRecords } from '#chart/kit/use-records.ts';
import { calendarDay } from '#fhir/dates.ts';
import type { KindId } from '#fhir/plan.ts';
import { t } from '#i18n/translate.ts';

interface Props {
  readonly sections: readonly SectionDefinition[];
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
}

/** What goes on paper: which sections, which dates, current records or all. */
export function PrintChoices({ sections, choices, onChoices }: Props): ReactNode {
  const listed = sections.filter(({ kind }) => kind !== undefined);
  const name = useId();
  const choose = (next: Partial<Choices>): void => onChoices({ ...choices, ...next });
  return (
    <>
      <fieldset className="take-set">
        <legend>{t('take.which')}</legend>
        {(['current', 'all'] as const).map((standing) => (
          <label key={standing} className="take-option">
            <input
              type="radio"
              name={name}
              checked={choices.standing === standing}
              onChange={() => choose({ standing })}
            />
            {t(standing === 'current' ? 'take.current' : 'take.current-and-past')}
          </label>
        ))}
      </fieldset>
      <Range choices={choices} choose={choose} />
      <fieldset className="take-set">
        <legend>{t('take.sections')}</legend>
        <p className="take-quick">
          <Quick label={t('take.usual')} onClick={() => choose({ sections: usualSections })} />
          <Quick label={t('take.all')} onClick={() => choose({ sections: listed.map(({ id }) => id) })} />
          <Quick label={t('take.none')} onClick={() => choose({ sections: [] })} />
        </p>
        <div className="take-sections">
          {listed.map(({ id, kind }) => (
            <label key={id} className="take-option">
              <input
                type="checkbox"
                checked={choices.sections.includes(id)}
                onChange={(event) =>
                  choose({
                    sections: event.target.checked
                      ? [...choices.sections, id]
                      : choices.sections.filter((one) => one !== id),
                  })
                }
              />
              <span>{t(`section.${id}`)}</span>
              {kind !== undefined && kind !== 'patient' && <CountOf kind={kind} />}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

function Quick({ label, onClick }: { label: string; onClick: () => void }): ReactNode {
  return (
    <button type="button" className="link-button" onClick={onClick}>
      {label}
    </button>
  );
}

/** As many as are printed: reports that are notes among the notes, results that came inside reports among the results. */
function CountOf({ kind }: { kind: KindId }): ReactNode {
  const [notes, results] = [useNoteReports(), useResultsInReports()];
  return <Count kind={kind} also={kind === 'documents' ? notes : kind === 'laboratory' ? results : 0} />;
}

function Count({ kind, also = 0 }: { kind: KindId; also?: number }): ReactNode {
  const { records, face } = useRecords(kindById(kind));
  const n = (face === 'records' ? countOf(records) : 0) + also;
  return <span className="muted small">{n > 0 || face === 'records' ? formatCount(n) : ''}</span>;
}

function Range({
  choices,
  choose,
}: {
  choices: Choices;
  choose: (next: Partial<Choices>) => void;
}): ReactNode {
  const { from, to } = choices;
  const hint = useId();
  const wrong = from !== '' && to !== '' && from > to;
  const bound = (key: 'from' | 'to', label: string): ReactNode => (
    <label className="take-date">
      {label}
      <input
        type="date"
        value={choices[key]}
        autoComplete="off"
        aria-describedby={hint}
        aria-invalid={wrong || undefined}
        onChange={(event) => choose({ [key]: event.target.value })}
      />
    </label>
  );
  return (
    <fieldset className="take-set">
      <legend>{t('take.range')}</legend>
      <p className="take-quick">
        <Quick label={t('take.range-any')} onClick={() => choose({ from: '', to: '' })} />
        <Quick label={t('take.range-year')} onClick={() => choose({ from: aYearAgo(), to: '' })} />
      </p>
      <div className="take-dates">
        {bound('from', t('take.range-from'))}
        {bound('to', t('take.range-to'))}
      </div>
      <p className="muted small" id={hint}>
        {wrong ? t('take.range-wrong') : t('take.range-hint')}
      </p>
    </fieldset>
  );
}

function aYearAgo(): string {
  const now = new Date();
  return calendarDay(new Date(now.getFullYear() - 1, now.getMonth(), now.getDate())).sent;
}
