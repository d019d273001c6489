import { type ReactNode, useState } from 'react';
import { t } from '#i18n/translate.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { Absence } from './Absence.tsx';
import { SectionTitle } from './plain/SectionTitle.tsx';
import { SectionNotes } from './SectionNotes.tsx';
import { StatementNote } from './StatementNote.tsx';
import type { Records } from './use-records.ts';
import './SectionFrame.css';

interface Props<R extends ChartRecord> {
  readonly section: SectionId;
  readonly records: Records<R>;
  /** Above the list, whatever its state: statements such as "No known allergies". */
  readonly statement?: ReactNode;
  /** Below the sentence that stands for the list: what can be read without it. */
  readonly instead?: ReactNode;
  /** The list itself. `shown` holds the entered-in-error ones too when the reader asked for them. */
  readonly children: (shown: readonly R[]) => ReactNode;
}

/** A section's page: its title, what is missing, and its list or the sentence that stands for it. */
export function SectionFrame<R extends ChartRecord>({
  section,
  records,
  statement,
  instead,
  children,
}: Props<R>): ReactNode {
  const [errorsShown, setErrorsShown] = useState(false);
  const { enteredInError, face } = records;
  const shown = errorsShown ? [...records.records, ...enteredInError] : records.records;
  return (
    <section className="section" aria-labelledby="section-title">
      <SectionTitle section={section} />
      {(face === 'records' || records.availability.older) && <SectionNotes records={records} />}
      <ErrorBoundary
        resetKey={records.availability.run}
        fallback={(again) => (
          <p className="absence">
            {t('absence.view-broken')}{' '}
            <button type="button" className="link-button" onClick={again}>
              {t('absence.again')}
            </button>
          </p>
        )}
      >
        {statement}
        {face === 'records' ? (
          shown.length > 0 && children(shown)
        ) : (
          <Absence section={section} records={records} rows={8} />
        )}
        {face !== 'records' && instead}
      </ErrorBoundary>
      <StatementNote kind={records.kind} />
      {enteredInError.length > 0 && (
        <p className="section-errors">
          {records.records.length === 0 && `${t('absence.only-in-error')} `}
          {t(errorsShown ? 'absence.in-error-shown' : 'absence.in-error', { n: enteredInError.length })}{' '}
          <button
            type="button"
            className="link-button"
            aria-pressed={errorsShown}
            onClick={() => setErrorsShown(!errorsShown)}
          >
            {t(errorsShown ? 'absence.in-error-hide' : 'absence.in-error-show')}
          </button>
        </p>
      )}
    </section>
  );
}
