import { type ReactNode, useId } from 'react';
import { t } from '#i18n/translate.ts';
import { BarChart, type BarGroup } from './BarChart.tsx';
import type { CountedKind, KindYears, YearCount } from './count-years.ts';
import { Part, PeopleCount, type ShowPatients } from './Part.tsx';
import { kindInYear, kindWords, yearWords } from './population-rows.ts';

interface Props {
  /** All records first. */
  readonly years: readonly KindYears[];
  readonly kind: CountedKind;
  readonly onKind: (kind: CountedKind) => void;
  readonly show: ShowPatients;
}

/** Records by year, and the people who have one: of all kinds, or of one of those that are there. */
export function Years({ years, kind, onKind, show }: Props): ReactNode {
  const shown = years.find((one) => one.kind === kind) ?? years[0];
  if (shown === undefined) return null;
  const words = kindWords(shown.kind);
  const records = barsOf(shown.years, ({ n }) => n);
  return (
    <Part id="years">
      <KindChoice years={years} kind={shown.kind} onKind={onKind} />
      {records.length > 0 && (
        <>
          <h3>{t('population.records-of', { kind: words })}</h3>
          <BarChart groups={records} label={t('population.years-chart', { kind: words })} />
          <h3>{t('population.patients-of', { kind: words })}</h3>
          <BarChart
            groups={barsOf(shown.years, ({ patients }) => patients.size)}
            label={t('population.year-patients-chart', { kind: words })}
          />
        </>
      )}
      <YearsTable shown={shown} show={show} />
      <p className="muted">{t('population.years-what')}</p>
    </Part>
  );
}

function KindChoice({ years, kind, onKind }: Pick<Props, 'years' | 'kind' | 'onKind'>): ReactNode {
  const id = useId();
  return (
    <p className="population-kind">
      <label htmlFor={id}>{t('population.kind')}</label>
      <select
        id={id}
        value={kind}
        onChange={({ target: { value } }) => onKind(years.find((one) => one.kind === value)?.kind ?? 'all')}
      >
        {years.map((one) => (
          <option key={one.kind} value={one.kind}>
            {kindWords(one.kind)}
          </option>
        ))}
      </select>
    </p>
  );
}

function YearsTable({ shown, show }: { shown: KindYears; show: ShowPatients }): ReactNode {
  const dated = shown.years.filter(({ year }) => year !== undefined);
  const undated = shown.years.filter(({ year }) => year === undefined);
  return (
    <div className="population-scroll">
      <table className="open-table">
        <thead>
          <tr>
            <th scope="col">{t('population.year')}</th>
            <th scope="col" data-numeric="">
              {t('population.records')}
            </th>
            <th scope="col" data-numeric="">
              {t('population.patients')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...dated.toReversed(), ...undated].map(({ year, n, patients }) => (
            <tr key={year ?? 'undated'}>
              <th scope="row">{yearWords(year)}</th>
              <td data-numeric="">{n}</td>
              <td data-numeric="">
                <PeopleCount title={kindInYear(shown.kind, year)} ids={patients} show={show} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A bar for each year from the first to the last, those without records included. */
function barsOf(years: readonly YearCount[], of: (count: YearCount) => number): readonly BarGroup[] {
  const known = new Map(years.map((count) => [count.year, of(count)]));
  const dated = years.map(({ year }) => year).filter((year) => year !== undefined);
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    name: String(first + at),
    values: [known.get(first + at) ?? 0],
  }));
}
