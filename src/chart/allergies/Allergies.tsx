import { type ReactNode, useMemo } from 'react';
import { RecordList } from '#chart/kit/RecordList.tsx';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import { type AllergyRecord, allergies } from '#fhir/allergies.ts';
import { allergySummary } from '#fhir/allergy-summary.ts';
import { t } from '#i18n/translate.ts';
import { allergyList } from './allergy-list.tsx';
import './Allergies.css';

export function Allergies(): ReactNode {
  const records = useRecords(allergies);
  return (
    <SectionFrame section="allergies" records={records} statement={<Statements records={records} />}>
      {(shown) => <RecordList section="allergies" kind={allergies} shape={allergyList} records={shown} />}
    </SectionFrame>
  );
}

/** What the record says about the list as a whole: nothing known, or a contradiction that the reader must see. */
function Statements({ records }: { records: Records<AllergyRecord> }): ReactNode {
  const summary = useMemo(() => allergySummary(records.records), [records.records]);
  if (summary.statements.length === 0) return null;
  const said = [...new Set(summary.statements.map(({ title }) => words(title)))].join('; ');
  return (
    <p className="allergy-statement" data-conflict={summary.kind === 'conflict'}>
      {t(summary.kind === 'conflict' ? 'allergies.conflict' : 'allergies.says', { said })}
    </p>
  );
}
