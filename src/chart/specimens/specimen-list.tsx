/** The list of specimens as data. */
import { whenColumn } from '#chart/kit/columns.tsx';
import { dateText, identifierLines, joined, labels, said, whenText } from '#chart/kit/fact-words.ts';
import type { Fact, ListShape } from '#chart/kit/list.ts';
import { refs } from '#chart/kit/RecordRefs.tsx';
import { words } from '#chart/kit/words.ts';
import { shownValue } from '#fhir/observation-value.ts';
import { printedQuantity } from '#fhir/printed-quantity.ts';
import type { SpecimenContainer, SpecimenRecord } from '#fhir/specimens.ts';
import { t } from '#i18n/translate.ts';

const site = ({ bodySite }: SpecimenRecord): string => bodySite?.label ?? '';
const number = ({ accession, identifiers }: SpecimenRecord): string =>
  accession?.value ?? identifiers[0]?.value ?? '';

export const specimenList: ListShape<SpecimenRecord> = {
  rule: 'rule.current-newest',
  columns: [
    {
      id: 'site',
      header: 'column.site',
      cell: site,
      text: site,
      compare: (a, b) => site(a).localeCompare(site(b)),
    },
    { id: 'number', header: 'specimens.accession', cell: number, text: number },
    whenColumn('times'),
  ],
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    { label: t('specimens.collected'), value: whenText(record.collected) },
    { label: t('specimens.collector'), value: refs([record.collector]) },
    { label: t('specimens.site'), value: site(record) },
    { label: t('specimens.method'), value: record.method?.label },
    { label: t('specimens.quantity'), value: record.quantity && printedQuantity(record.quantity) },
    {
      label: t('specimens.fasting'),
      value: joined(
        record.fasting.map((value) => {
          const { text, unit } = shownValue(value);
          return joined([words(text), unit], ' ');
        }),
      ),
    },
    { label: t('specimens.received'), value: dateText(record.received) },
    { label: t('specimens.condition'), value: labels(record.conditions) },
    ...containerFacts(record.containers),
    {
      label: t('specimens.processing'),
      value: joined(
        record.processing.map(({ label, when }) => joined([label, whenText(when)])),
        '\n',
      ),
    },
    { label: t('specimens.requests'), value: refs(record.requests) },
    { label: t('specimens.parents'), value: refs(record.parents) },
    { label: t('specimens.accession'), value: record.accession && identifierLines([record.accession]) },
    { label: t('specimens.identifiers'), value: identifierLines(record.identifiers) },
  ],
};

function containerFacts(containers: readonly SpecimenContainer[]): readonly Fact[] {
  return containers.map(({ label, quantity, capacity }, at) => ({
    label: t('specimens.container', { n: containers.length === 1 ? 0 : at + 1 }),
    value: joined([
      label,
      quantity && printedQuantity(quantity),
      capacity && t('specimens.capacity', { capacity: printedQuantity(capacity) }),
    ]),
  }));
}
