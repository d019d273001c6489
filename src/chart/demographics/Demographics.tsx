import { Fragment, type ReactNode, Suspense, lazy } from 'react';
import { FactList } from '#chart/kit/FactList.tsx';
import type { Fact } from '#chart/kit/list.ts';
import { Marks } from '#chart/kit/Marks.tsx';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { useMissingNames } from '#chart/kit/use-missing-names.ts';
import { useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import { type PatientRecord, patient } from '#fhir/patient.ts';
import { t } from '#i18n/translate.ts';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { useNow } from '#ui/use-now.ts';
import { careFacts, contactFacts, identityFacts, personFacts } from './demographic-facts.ts';
import './Demographics.css';

const RecordDetails = lazy(async () => ({
  default: (await import('#chart/kit/RecordDetails.tsx')).RecordDetails,
}));

/** Who the person is: every name, number and address the record holds, and how they want to be spoken to. */
export function Demographics(): ReactNode {
  const records = useRecords(patient);
  return (
    <SectionFrame section="demographics" records={records}>
      {([record]) => record && <Person record={record} />}
    </SectionFrame>
  );
}

function Person({ record }: { record: PatientRecord }): ReactNode {
  const now = useNow();
  useMissingNames(record);
  const groups = [
    { title: t('demographics.identity'), facts: identityFacts(record) },
    { title: t('demographics.person'), facts: personFacts(record) },
    { title: t('demographics.contact'), facts: contactFacts(record, now) },
    { title: t('demographics.care'), facts: careFacts(record) },
  ];
  return (
    <>
      {record.marks.length > 0 && (
        <p className="demographics-marks">
          <Marks marks={record.marks} />
        </p>
      )}
      <div className="demographics">
        {groups.map(({ title, facts }) => (
          <Group key={title} title={title} facts={facts} />
        ))}
        {record.contacts.length > 0 && <Contacts record={record} />}
      </div>
      <Suspense fallback={<SkeletonRows rows={4} />}>
        <RecordDetails record={record} facts={[]} />
      </Suspense>
    </>
  );
}

function Group({ title, facts }: { title: string; facts: readonly Fact[] }): ReactNode {
  if (facts.every(({ value }) => value === undefined || value === '')) return null;
  return (
    <section className="demographics-group">
      <h2>{title}</h2>
      <FactList facts={facts} />
    </section>
  );
}

function Contacts({ record }: { record: PatientRecord }): ReactNode {
  return (
    <section className="demographics-group">
      <h2>{t('demographics.contacts')}</h2>
      {record.contacts.map((contact, at) => {
        const name = contact.name?.label ?? contact.organization ?? t('record.untitled');
        const lines = [
          contact.relationships.map(({ label }) => label).join(', '),
          contact.gender === undefined ? '' : words(contact.gender),
          ...contact.telecoms.map(({ value, system, use }) =>
            [value, system, use].filter(Boolean).join(', '),
          ),
          ...(contact.address?.lines ?? []),
        ].filter((line) => line !== '');
        return (
          // Contacts have no key of their own, and their order never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={at}>
            <FactList facts={[{ label: name, value: lines.join('\n') }]} />
          </Fragment>
        );
      })}
    </section>
  );
}
