import type { ReactNode } from 'react';
import { csvText } from '#fhir/csv.ts';
import { t } from '#i18n/translate.ts';
import { saveFile } from '#ui/save-file.ts';
import { A1c } from './A1cPart.tsx';
import type { CountedKind } from './count-years.ts';
import type { ShowPatients } from './Part.tsx';
import type { Population } from './population.ts';
import { populationRows } from './population-rows.ts';
import { Ages, LeftOutNotes, Problems, Types } from './PopulationParts.tsx';
import { Years } from './YearsPart.tsx';
import './Population.css';

interface Props {
  readonly population: Population;
  /** "From a file, exported on Nov 20, 2025" */
  readonly source: string;
  readonly show: ShowPatients;
  /** Whose years are shown. */
  readonly kind: CountedKind;
  readonly onKind: (kind: CountedKind) => void;
}

/** Who is in an export and what is in it, in counts; every count of people leads to them. */
export function PopulationView({ population, source, show, kind, onKind }: Props): ReactNode {
  const { patients, groups, types, years, problems, a1c, day, leftOut } = population;
  const save = (): void => {
    const date = new Date(day).toISOString().slice(0, 10);
    saveFile(`population ${date}.csv`, 'text/csv;charset=utf-8', [
      csvText(populationRows(population, source)),
    ]);
  };
  return (
    <div className="population">
      <p className="population-take">
        <button type="button" className="link-button" onClick={() => window.print()}>
          {t('population.print')}
        </button>
        <button type="button" className="link-button" onClick={save}>
          {t('population.save')}
        </button>
      </p>
      <LeftOutNotes leftOut={leftOut} />
      <Ages groups={groups} show={show} />
      <Problems problems={problems} patients={patients} show={show} />
      <A1c a1c={a1c} patients={patients} show={show} />
      <Types types={types} />
      <Years years={years} kind={kind} onKind={onKind} show={show} />
    </div>
  );
}
