import { clinical } from '#chart/kit/take/clinical.ts';
import type { ReactNode } from 'react';
import type { SectionDefinition } from '#chart/kit/section.ts';
import type { PrintChoices } from '#chart/kit/take/print-only.ts';
import type { Whose } from '#chart/kit/take/whose.ts';
import { FactList } from '#chart/kit/FactList.tsx';
import { formatDay, formatReadAt } from '#chart/kit/format.ts';
import { parseDateTime } from '#fhir/dates.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';
import { hasPageMargins } from './page-margins.ts';
import type { ChartLists } from '#chart/kit/take/chart-lists.ts';
import { PaperRecord } from './PaperRecord.tsx';
import { PaperSection } from './PaperSection.tsx';
import './paper.css';

interface Props {
  readonly whose: Whose;
  readonly sections: readonly SectionDefinition[];
  readonly choices: PrintChoices;
  readonly lists: ChartLists;
  /** One record alone. */
  readonly recordKey: string | undefined;
}

/** What is printed, as it is printed: light, in full, with whose it is and what is not on it. */
export function Paper(props: Props): ReactNode {
  const { whose } = props;
  // Where a browser cannot write into the margins, the head of one large table is repeated on every page.
  if (hasPageMargins()) return <Sheet {...props} />;
  return (
    <table className="paper paper-repeat">
      <thead>
        <tr>
          <td>
            <Repeated whose={whose} />
          </td>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <Sheet {...props} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** What the margins say elsewhere; the page's number no browser tells outside them. */
const Repeated = clinical(function Repeated({ whose }: Pick<Props, 'whose'>): ReactNode {
  const now = useNow();
  return (
    <>
      {whose.line}
      <div className="paper-source">
        {`${whose.source} · ${t('paper.printed', { time: formatReadAt(now, 0) })}`}
      </div>
    </>
  );
});

const Sheet = clinical(function Sheet({ whose, sections, choices, lists, recordKey }: Props): ReactNode {
  const now = useNow();
  const chosen = sections.filter(({ id }) => choices.sections.includes(id));
  return (
    <div className="paper">
      <header className="paper-head">
        <h1>{recordKey === undefined ? t('paper.title') : t('paper.record-title')}</h1>
        <p className="paper-who">{whose.name}</p>
        <FactList
          facts={[
            { label: t('paper.born'), value: whose.born },
            { label: t('paper.sex'), value: whose.sex },
            { label: t('paper.number'), value: whose.number },
            {
              label: t('paper.from'),
              value: `${whose.source}. ${t('paper.printed', { time: formatReadAt(now, 0) })}.`,
            },
            {
              label: t('paper.on-it'),
              value: recordKey === undefined ? choiceWords(sections, choices) : undefined,
            },
          ]}
        />
      </header>
      {recordKey === undefined
        ? chosen.map((section) => (
            <PaperSection key={section.id} section={section} lists={lists} choices={choices} />
          ))
        : sections
            .filter(({ kind }) => kind !== undefined)
            .map((section) => (
              <PaperRecord key={section.id} recordKey={recordKey} section={section} lists={lists} />
            ))}
    </div>
  );
});

/** Which records, of which dates; and what is not there because nobody chose it. */
function choiceWords(sections: readonly SectionDefinition[], choices: PrintChoices): string {
  const { standing, from, to } = choices;
  const missing = sections.filter(({ id, kind }) => kind !== undefined && !choices.sections.includes(id));
  const day = (text: string): string => {
    const date = parseDateTime(text);
    return date === undefined ? text : formatDay(date);
  };
  return [
    t(standing === 'all' ? 'paper.all' : 'paper.current'),
    from !== '' && to !== '' && t('paper.between', { from: day(from), to: day(to) }),
    from !== '' && to === '' && t('paper.since', { from: day(from) }),
    from === '' && to !== '' && t('paper.until', { to: day(to) }),
    missing.length > 0 &&
      t('paper.not-chosen', { names: missing.map(({ id }) => t(`section.${id}`)).join(', ') }),
  ]
    .filter((text) => typeof text === 'string')
    .join('\n');
}
