/** A flowsheet as it stands on the screen, as a table: a line a test, a column a date. */
import type { Chart } from '#chart/kit/chart-context.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import { flagWords } from '#chart/kit/Flag.tsx';
import { missingOf } from '#chart/kit/take/list-takes.ts';
import type { Take } from '#chart/kit/take/outcome.ts';
import { sentWhen, type ViewTable, viewTake } from '#chart/kit/take/view-csv.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { t } from '#i18n/translate.ts';
import { type Sheet, type SheetItem, type SheetLine, sheetOrder } from './sheet.ts';

/** @param of how many records there are before the reader narrowed them */
export function sheetTakes(section: SectionId, sheet: Sheet, of: number, chart: Chart): readonly Take[] {
  const table = (): ViewTable => {
    const shown = sheetOrder(sheet).length;
    return {
      ...sheetTable(sheet),
      notes: [
        ...(shown < of ? [t('take.narrowed', { shown, n: of })] : []),
        ...missingOf(section, shown, chart, Date.now()),
      ],
    };
  };
  return [viewTake(t('take.save-sheet'), `${section}-by-date`, table, chart)];
}

export function sheetTable({ columns, parts }: Sheet): Omit<ViewTable, 'notes'> {
  return {
    header: [
      t('sheet.panel'),
      t('column.test'),
      t('column.unit'),
      ...columns.map(({ when }) => (when === undefined ? t('sheet.undated') : sentWhen(when))),
    ],
    rows: parts.flatMap(({ heading = '', lines }) =>
      lines.map((line) => [
        heading,
        line.title,
        line.unit ?? '',
        ...columns.map(({ id }) =>
          joined(
            (line.cells.get(id) ?? []).map((item) => cellText(item, line)),
            '; ',
          ),
        ),
      ]),
    ),
  };
}

function cellText({ text, unit, flag, meaning, converted }: SheetItem, line: SheetLine): string {
  return joined([
    joined([text, line.unit === undefined && unit], ' '),
    flag !== undefined && flag.tone !== 'plain' && flagWords(flag),
    meaning,
    converted !== undefined && t('units.converted-from', { sent: converted }),
  ]);
}
