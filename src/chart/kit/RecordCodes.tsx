import type { ReactNode } from 'react';
import type { FhirResource } from '#fhir/json.ts';
import { t } from '#i18n/translate.ts';
import { codingsOf, systemName } from './codings-of.ts';
import './RecordCodes.css';

/** All codings of a record: what each says, in which system, under which code. */
export function RecordCodes({ resource }: { resource: FhirResource }): ReactNode {
  const codings = codingsOf(resource);
  if (codings.length === 0) return <p className="muted">{t('record.no-codes')}</p>;
  return (
    <ul className="codes">
      {codings.map(({ display, system, code }) => (
        <li key={`${system}|${code}|${display ?? ''}`}>
          {display !== undefined && <span>{display}</span>}
          <span className="muted small">{`${systemName(system)} ${code}`}</span>
        </li>
      ))}
    </ul>
  );
}
