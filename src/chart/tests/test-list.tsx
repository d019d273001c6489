/** The list of tests as data: columns, filters, what an open one says. */
import { whenColumn } from '#chart/kit/columns.tsx';
import { joined, labels, said } from '#chart/kit/fact-words.ts';
import type { Fact, ListShape } from '#chart/kit/list.ts';
import { observationFacts } from '#chart/kit/observation/observation-facts.tsx';
import { ObservationLead } from '#chart/kit/observation/ObservationLead.tsx';
import { noteInstead } from '#chart/kit/observation/note-words.ts';
import { refs } from '#chart/kit/RecordRefs.tsx';
import { ResultValue } from '#chart/kit/ResultValue.tsx';
import { words } from '#chart/kit/words.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import type { ImagingSeries, ImagingStudyDetails, TestRecord } from '#fhir/tests.ts';
import { t } from '#i18n/translate.ts';

/** What came out: the values of a finding, how much there is of a study. */
function resultText({ observation, study }: TestRecord): string {
  if (study) return t('tests.images', { series: study.seriesCount, images: study.instanceCount });
  return observation === undefined
    ? ''
    : (noteInstead(observation) ??
        joined(
          shownObservation(observation).map(({ label, text, unit }) =>
            joined([label && words(label), words(text), unit], ' '),
          ),
        ));
}

function kindText({ observation, study }: TestRecord): string {
  return study ? t('tests.imaging') : labels(observation?.categories ?? []);
}

export function testList(onOpen: (key: string) => void): ListShape<TestRecord> {
  return {
    rule: 'rule.tests',
    subtitle: ({ study, title }) =>
      study?.description !== undefined && study.description !== title ? study.description : '',
    findText: ({ study }) => labels([...(study?.modalities ?? []), ...(study?.procedures ?? [])]),
    columns: [
      {
        id: 'result',
        header: 'column.result',
        cell: (record) =>
          record.observation ? <ResultValue record={record.observation} /> : resultText(record),
        text: resultText,
      },
      {
        id: 'kind',
        header: 'column.kind',
        cell: kindText,
        text: kindText,
        compare: (a, b) => kindText(a).localeCompare(kindText(b)),
      },
      whenColumn(),
    ],
    filters: [{ id: 'imaging', label: 'tests.filter-imaging', keep: isImaging }],
    lead: ({ observation, study }, all) =>
      observation ? (
        <ObservationLead
          record={observation}
          all={all.flatMap((one) => one.observation ?? [])}
          onOpen={onOpen}
        />
      ) : (
        study && <p className="muted">{t('tests.no-pictures')}</p>
      ),
    facts: (record) =>
      record.observation
        ? observationFacts(record.observation)
        : [
            { label: t('record.status'), value: said(record.status) },
            ...(record.study ? studyFacts(record.study) : []),
          ],
  };
}

function isImaging({ observation, study }: TestRecord): boolean {
  return (
    study !== undefined ||
    observation?.categories.some(({ codings }) => codings.some(({ code }) => code === 'imaging')) === true
  );
}

function studyFacts(study: ImagingStudyDetails): readonly Fact[] {
  return [
    {
      label: t('tests.pictures'),
      value: t('tests.images', { series: study.seriesCount, images: study.instanceCount }),
    },
    { label: t('tests.description'), value: study.description },
    { label: t('tests.modality'), value: labels(study.modalities) },
    { label: t('tests.procedure'), value: labels(study.procedures) },
    { label: t('tests.reason'), value: labels(study.reasons) },
    { label: t('tests.reason'), value: refs(study.reasonLinks) },
    ...study.series.map((series, at) => ({
      label: t('tests.series', { n: study.series.length === 1 ? 0 : at + 1 }),
      value: seriesText(series),
    })),
    { label: t('tests.interpreter'), value: refs(study.interpreters) },
    { label: t('tests.referrer'), value: refs([study.referrer]) },
    { label: t('tests.location'), value: refs([study.location]) },
    { label: t('observation.encounter'), value: refs([study.encounter]) },
    { label: t('observation.ordered'), value: refs(study.basedOn) },
  ];
}

function seriesText({ description, modality, bodySite, laterality, instances }: ImagingSeries): string {
  return joined([
    description,
    modality?.label,
    bodySite?.label,
    laterality?.label,
    t('tests.images-of', { n: instances }),
  ]);
}
