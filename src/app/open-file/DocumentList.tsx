import { type ReactNode, useState } from 'react';
import { t } from '#i18n/translate.ts';
import type { ListedDocument } from './document-patient.ts';
import type { FileChart } from './file-chart.ts';
import { chartOfDocument } from './open-chart.ts';
import { dayOf } from './words.ts';

const faults = {
  'read-failed': 'open.document-read-failed',
  several: 'open.document-several',
} as const;

interface Props {
  readonly documents: readonly ListedDocument[];
  readonly show: (chart: FileChart) => void;
  /** Patients stand above. */
  readonly hasHeading: boolean;
}

/** C-CDA documents among the opened files: each is a chart of its own, of whom its header names. */
export function DocumentList({ documents, show, hasHeading }: Props): ReactNode {
  const [failed, setFailed] = useState<ListedDocument>();
  const open = async (document: ListedDocument): Promise<void> => {
    const chart = await chartOfDocument(document);
    if (chart === undefined) setFailed(document);
    else show(chart);
  };
  return (
    <section className="open-documents" aria-label={t('open.documents')}>
      {hasHeading && <h2>{t('open.documents')}</h2>}
      <p role="alert">{failed && t('open.unreadable')}</p>
      <div className="open-scroll">
        <table className="open-table">
          <thead>
            <tr>
              <th scope="col">{t('open.document')}</th>
              <th scope="col">{t('open.document-of')}</th>
              <th scope="col">{t('open.born')}</th>
            </tr>
          </thead>
          <tbody>
            {documents.map((document) => (
              <tr key={document.source.path}>
                <th scope="row">
                  {document.fault === undefined ? (
                    <button type="button" className="link-button" onClick={() => void open(document)}>
                      {document.title}
                    </button>
                  ) : (
                    <>
                      <span>{document.title}</span>
                      <span className="open-marks">{t(faults[document.fault])}</span>
                    </>
                  )}
                  <span className="open-marks">{document.source.path}</span>
                </th>
                <td>{document.patient ?? t('banner.name-missing')}</td>
                <td>{document.birthDate === undefined ? '' : dayOf(document.birthDate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
