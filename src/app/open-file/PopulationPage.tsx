import { type ReactNode, Suspense, lazy, useMemo, useState } from 'react';
import type { OpenedFiles } from '#file/gathering.ts';
import { t } from '#i18n/translate.ts';
import type { Counted } from '#population/count-records.ts';
import type { CountedKind } from '#population/count-years.ts';
import type { People } from '#population/people.ts';
import { populationOf } from '#population/population.ts';
import { Link } from '#ui/Link.tsx';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import { paths } from '#app/paths.ts';
import { OpenFileFrame } from './OpenFileFrame.tsx';
import { exportedWords } from './words.ts';

/** Below the page of opened files. */
export const populationPath = '/population';

/** The people behind a number. */
export interface Only {
  readonly title: string;
  readonly ids: People;
}

/** The drawings come with the page that has them. */
const PopulationView = lazy(async () => ({
  default: (await import('#population/PopulationView.tsx')).PopulationView,
}));

interface Props {
  readonly files: OpenedFiles;
  readonly counted: Counted;
  readonly show: (only: Only | undefined) => void;
  /** Whose years are shown: kept while people are looked at. */
  readonly kind: CountedKind;
  readonly onKind: (kind: CountedKind) => void;
}

/** The whole of an export that `npm run open` serves. */
export function PopulationPage({ files, counted, show, kind, onKind }: Props): ReactNode {
  const { patients, types, exported } = files;
  const [today] = useState(Date.now);
  // Ages are those of the export: years later people are older, and the file is not.
  const population = useMemo(
    () => populationOf(files, counted, exported?.at ?? today),
    [files, counted, exported, today],
  );
  const source = t('open.from-file', { exported: exportedWords(exported) });
  const n = [...types.values()].reduce((sum, each) => sum + each, 0);
  return (
    <OpenFileFrame heading={t('population.title')}>
      <p className="muted">{`${source}. ${t('open.summary', { patients: patients.length, n, version: files.version })}.`}</p>
      <p className="open-not-printed">
        <Link to={paths.home}>{t('population.back')}</Link>
      </p>
      <Suspense fallback={<SkeletonRows rows={12} />}>
        <PopulationView
          population={population}
          source={source}
          show={(title, ids) => show({ title, ids })}
          kind={kind}
          onKind={onKind}
        />
      </Suspense>
    </OpenFileFrame>
  );
}
