import { type ReactNode, useId, useState } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { type Outcome, outcomeWords } from '#chart/kit/take/outcome.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { t } from '#i18n/translate.ts';
import { ReadReferred } from './ReadReferred.tsx';
import type { ListsOf } from '#chart/kit/take/chart-lists.ts';

interface Props {
  readonly sections: readonly SectionDefinition[];
  readonly listsOf: ListsOf;
}

/** The files that can be made of the record, each with what is in it and a button that makes it. */
export function Files({ sections, listsOf }: Props): ReactNode {
  const chart = useChart();
  const select = useId();
  const listed = sections.filter(({ kind }) => kind !== undefined && kind !== 'patient');
  const [section, setSection] = useState<SectionId>(listed[0]?.id ?? 'allergies');
  return (
    <section className="take-files" aria-labelledby="take-files">
      <h2 id="take-files">{t('take.files-heading')}</h2>
      <FileOffer
        title={t('take.bundle')}
        what={t('take.bundle-what')}
        save={t('take.save-bundle')}
        make={async () => (await import('./make-files.ts')).saveRecordBundle(sections, chart)}
      >
        <ReadReferred />
      </FileOffer>
      <FileOffer
        title={t('take.ips')}
        what={t('take.ips-what')}
        save={t('take.save-ips')}
        make={async () => (await import('./make-files.ts')).saveIps(chart, listsOf)}
      />
      <FileOffer
        title={t('take.csv')}
        what={t('take.csv-what')}
        save={t('take.save-table')}
        make={async () => (await import('./make-files.ts')).saveTable(section, chart, listsOf)}
      >
        <label htmlFor={select}>{t('take.csv-section')}</label>{' '}
        <select id={select} value={section} onChange={(event) => setSection(event.target.value as SectionId)}>
          {listed.map(({ id }) => (
            <option key={id} value={id}>
              {t(`section.${id}`)}
            </option>
          ))}
        </select>
      </FileOffer>
      <p className="muted small">{t('take.elsewhere')}</p>
    </section>
  );
}

interface OfferProps {
  readonly title: string;
  readonly what: string;
  readonly save: string;
  readonly make: () => Promise<Outcome>;
  readonly children?: ReactNode;
}

function FileOffer({ title, what, save, make, children }: OfferProps): ReactNode {
  const [outcome, setOutcome] = useState<Outcome>();
  return (
    <div className="take-file">
      <h3>{title}</h3>
      <p className="muted">{what}</p>
      {children !== undefined && <p>{children}</p>}
      <p>
        <button
          type="button"
          className="take-button"
          onClick={() => void make().then(setOutcome, () => setOutcome({ kind: 'failed' }))}
        >
          {save}
        </button>
      </p>
      <output className="small">{outcomeWords(outcome)}</output>
    </div>
  );
}
