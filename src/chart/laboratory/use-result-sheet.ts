import { type DateChoice, rangeOf } from '#chart/kit/flowsheet/date-range.ts';
import { useWorded } from '#ui/use-worded.ts';
import { narrowSheet, type Sheet, sheetOrder, undatedIn, wholeSheet } from '#chart/kit/flowsheet/sheet.ts';
import type { SheetTools } from '#chart/kit/flowsheet/SheetTools.tsx';
import type { ListView } from '#chart/kit/list.ts';
import { useKeptState } from '#chart/kit/use-kept-state.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { GroupedResults } from '#fhir/result-groups.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';
import { resultSheet } from './result-sheet.ts';

export interface ResultSheet {
  readonly sheet: Sheet;
  /** Keys in reading order. */
  readonly order: readonly string[];
  readonly shown: number;
  readonly count: string;
  readonly none: { readonly words: string; readonly clear: () => void };
  readonly tools: Parameters<typeof SheetTools>[0];
}

/**
 * Results as a flowsheet, narrowed by what the reader chose: find, abnormal only, panel, dates. Undefined while they
 * stand in another way. What is narrowed are tests and dates, never single values of a test: an empty cell means that
 * nothing was measured.
 */
export function useResultSheet(
  wanted: boolean,
  grouped: GroupedResults,
  all: readonly ObservationRecord[],
  view: ListView,
): ResultSheet | undefined {
  const [part, setPart] = useKeptState<string | undefined>('results part', undefined);
  const [dates, setDates] = useKeptState<DateChoice>('results dates', { kind: 'all' });
  const now = useNow();
  const { standing, find } = view;
  const abnormal = view.filters.includes('abnormal');
  const kept = useWorded(
    () =>
      standing === 'all' ? all : all.filter((record) => record.standing !== 'past' || record.enteredInError),
    [all, standing],
  );
  const whole = useWorded(
    () => (wanted ? resultSheet(grouped, new Set(kept)) : undefined),
    [wanted, grouped, kept],
  );
  // The day the last months are counted from: a sheet need not be made anew every minute.
  const today = new Date(now).setHours(0, 0, 0, 0);
  const known = whole?.parts.some(({ heading }) => heading === part) === true;
  const sheet = useWorded(() => {
    if (whole === undefined) return undefined;
    return narrowSheet(whole, {
      find,
      abnormal,
      part: known ? part : undefined,
      ...rangeOf(dates, today),
    });
  }, [whole, find, abnormal, part, known, dates, today]);
  const order = useWorded(() => (sheet === undefined ? [] : sheetOrder(sheet)), [sheet]);
  const undated = useWorded(() => {
    const { from, to } = rangeOf(dates, today);
    if (whole === undefined || (from === '' && to === '')) return 0;
    return undatedIn(narrowSheet(whole, { ...wholeSheet, find, abnormal, part: known ? part : undefined }));
  }, [whole, find, abnormal, part, known, dates, today]);
  if (sheet === undefined || whole === undefined) return undefined;
  const [values, columns] = [order.length, sheet.columns.length];
  return {
    sheet,
    order,
    shown: values,
    count:
      values === all.length
        ? t('sheet.size', { values, dates: columns })
        : t('sheet.size-of', { values, all: all.length, dates: columns }),
    none: {
      words: t('sheet.none'),
      clear: () => {
        setPart(undefined);
        setDates({ kind: 'all' });
      },
    },
    tools: {
      parts: whole.parts.flatMap(({ heading }) => heading ?? []),
      part,
      onPart: setPart,
      dates,
      onDates: setDates,
      undated,
    },
  };
}
