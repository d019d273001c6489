import { type Sheet, type SheetItem, sheetOf } from '#chart/kit/flowsheet/sheet.ts';
import { shownInUnits, type Units } from '#chart/kit/units/shown-in-units.ts';
import { words } from '#chart/kit/words.ts';
import { heaviest } from '#fhir/interpretation.ts';
import { testKey } from '#fhir/test-key.ts';
import { measurementsOf, type VitalRecord } from '#fhir/vitals.ts';
import { shownOrNote } from '#fhir/shown-observation.ts';
import { vitalOrder } from '#fhir/vital-signs.ts';
import { t } from '#i18n/translate.ts';

/** Vital signs as a flowsheet, in the order clinicians read them; both pressures in one line. */
export function vitalSheet(records: readonly VitalRecord[], units: Units): Sheet {
  const measurements = measurementsOf(records).toSorted(
    (a, b) => vitalOrder.indexOf(a.vital) - vitalOrder.indexOf(b.vital),
  );
  return sheetOf(
    measurements.flatMap((one) => {
      const { vital, title, records } = one;
      const [record] = records;
      const own = shownInUnits(one.shown, record, units);
      const shown: typeof own = own.length > 0 ? own : shownOrNote(record, false);
      return shown.map(({ label, text, unit, flags, sent }): SheetItem => {
        const name = label === undefined ? undefined : words(label);
        // One line a sign, whichever of its codes was used; what has no place here goes by its test.
        const line = vital === 'other' ? (testKey(record) ?? record.key) : vital;
        return {
          record,
          part: undefined,
          line: name === undefined ? line : `${line} ${name}`,
          title: titled(words(title), name),
          ...(vital !== 'other' && { lineTitle: titled(t(`vital.${vital}`), name) }),
          text: words(text),
          unit,
          flag: heaviest(flags),
          meaning: record.marks.map(({ phrase }) => words(phrase)).join(', ') || undefined,
          converted: sent,
        };
      });
    }),
  );
}

const titled = (title: string, name: string | undefined): string =>
  name === undefined ? title : `${title}: ${name}`;
