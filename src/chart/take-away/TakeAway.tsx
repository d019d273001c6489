import { SectionTitle } from '#chart/kit/plain/SectionTitle.tsx';
import { useWorded } from '#ui/use-worded.ts';
import { type ReactNode, useDeferredValue } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { readContext } from '#chart/kit/read-context.ts';
import type { SectionViewProps } from '#chart/kit/section.ts';
import { firstChoices, type PrintChoices as Choices, printMemory } from '#chart/kit/take/print-only.ts';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import { useOpenKey } from '#chart/kit/use-open-key.ts';
import { useSnapshot } from '#chart/kit/use-snapshot.ts';
import { t } from '#i18n/translate.ts';
import { Link } from '#ui/Link.tsx';
import type { ListsOf } from '#chart/kit/take/chart-lists.ts';
import { Files } from './Files.tsx';
import { Paper } from './paper/Paper.tsx';
import { PrintChoices } from './PrintChoices.tsx';
import { useWhose } from './use-whose.ts';
import '#chart/kit/SectionFrame.css';
import './TakeAway.css';

interface Props extends SectionViewProps {
  readonly listsOf: ListsOf;
}

/** Print, PDF and files: what to take on the left, what it will look like on paper beside it. */
export function TakeAway({ sections, listsOf }: Props): ReactNode {
  const chart = useChart();
  const { reading, paths } = chart;
  const recordKey = useOpenKey();
  const whose = useWhose();
  const progress = useSnapshot(reading, () => reading.progress());
  const [choices, setChoices] = useKeptState<Choices>(printMemory, firstChoices);
  const shown = useDeferredValue(choices);
  const lists = useWorded(() => listsOf(readContext(chart)), [listsOf, chart]);
  const coming = progress.total - progress.done;
  const nothing = recordKey === undefined && choices.sections.length === 0;
  return (
    <section className="take" aria-labelledby="section-title">
      <div className="take-controls">
        <SectionTitle section="take-away" title={t('take.title')} />
        <p>{t('take.own-act')}</p>
        <section aria-labelledby="take-print">
          <h2 id="take-print">{t('take.print-heading')}</h2>
          {recordKey === undefined ? (
            <PrintChoices sections={sections} choices={choices} onChoices={setChoices} />
          ) : (
            <p>
              <Link to={paths.section('take-away')}>{t('take.whole-chart')}</Link>
            </p>
          )}
          <p>
            <button
              type="button"
              className="take-button"
              data-main="true"
              disabled={whose === undefined || nothing}
              onClick={() => window.print()}
            >
              {t('take.print')}
            </button>
          </p>
          {nothing && <p className="muted small">{t('take.print-nothing')}</p>}
          {coming > 0 && <p className="take-coming small">{t('take.still-reading', { n: coming })}</p>}
        </section>
        {recordKey === undefined && <Files sections={sections} listsOf={listsOf} />}
      </div>
      {/* A wide table scrolls sideways on a narrow screen: with the focus on it, by keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <section className="take-preview" aria-label={t('take.preview')} tabIndex={0}>
        {whose === undefined ? (
          <p className="absence">{t('take.no-patient')}</p>
        ) : (
          <Paper whose={whose} sections={sections} choices={shown} lists={lists} recordKey={recordKey} />
        )}
      </section>
    </section>
  );
}
