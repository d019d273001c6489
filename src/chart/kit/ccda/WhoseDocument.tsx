import type { ReactNode } from 'react';
import type { DocumentPatient } from '#ccda/header.ts';
import { sexWords } from '#fhir/demographics.ts';
import { patient } from '#fhir/patient.ts';
import { t } from '#i18n/translate.ts';
import { joined, said } from '#chart/kit/fact-words.ts';
import { formatDate } from '#chart/kit/format.ts';
import { Marks } from '#chart/kit/Marks.tsx';
import { useRecords } from '#chart/kit/use-records.ts';
import { codedWords, daySentWords } from './cda-words.ts';
import { samePerson } from './same-person.ts';

/** Whom the document is about, in one line; above it a warning where that is not, or may not be, the open chart's person. */
export function WhoseDocument({ patients }: { patients: readonly DocumentPatient[] }): ReactNode {
  const inChart = useRecords(patient).records[0];
  const [first] = patients;
  const sameness = first && inChart && samePerson(first, inChart);
  const warning =
    first === undefined
      ? t('ccda.no-person')
      : sameness === 'other'
        ? t('ccda.other-person')
        : sameness === 'unsure'
          ? t('ccda.unsure-person')
          : patients.length > 1
            ? t('ccda.several-people')
            : undefined;
  return (
    <>
      {warning !== undefined && (
        <div className="cda-warning" role="alert" data-other={sameness === 'other' || undefined}>
          <p>
            <Marks marks={[{ phrase: warning, tone: sameness === 'other' ? 'critical' : 'warning' }]} />
          </p>
          {inChart !== undefined && (
            <dl>
              {patients.map((one, at) => (
                // Patients of a document have no key of their own, and their order never changes.
                // oxlint-disable-next-line react/no-array-index-key
                <div key={at}>
                  <dt>{t('ccda.in-document')}</dt>
                  <dd>{patientLine(one)}</dd>
                </div>
              ))}
              <div>
                <dt>{t('ccda.in-chart')}</dt>
                <dd>
                  {joined([
                    said(inChart.title),
                    inChart.birthDate && t('ccda.born', { date: formatDate(inChart.birthDate) }),
                    said(inChart.gender),
                  ])}
                </dd>
              </div>
            </dl>
          )}
        </div>
      )}
      {warning === undefined && first !== undefined && <p className="cda-whose">{patientLine(first)}</p>}
    </>
  );
}

/** A bare "M" in words; what is more than a code as it was sent. */
function sexOf(sex: DocumentPatient['sex']): string {
  if (sex?.code === undefined || sex.label !== sex.code) return codedWords(sex);
  return said(sexWords({ coding: [{ code: sex.code }] }));
}

/** "Isabella Jones, born May 1, 1947, Female" */
export function patientLine(person: DocumentPatient): string {
  const birth = daySentWords(person.birth, 'day');
  const isDead = person.isDeceased || person.deceased !== undefined;
  return joined([
    person.names[0]?.text ?? t('ccda.unnamed'),
    birth !== '' && t('ccda.born', { date: birth }),
    sexOf(person.sex),
    isDead && t('ccda.deceased', { date: daySentWords(person.deceased, 'day') }),
  ]);
}
