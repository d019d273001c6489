/** What of the whole record could not be read or was not shared, a sentence a section. */
import { availabilityOf, faceOf, resourcesOf } from '#chart/kit/availability.ts';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { isAskedByCategory } from '#chart/kit/refused-searches.ts';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { missingOf } from '#chart/kit/take/list-takes.ts';
import { t } from '#i18n/translate.ts';

export function incompleteOf(
  sections: readonly SectionDefinition[],
  chart: Chart,
  now: number,
): readonly string[] {
  const { reading } = chart;
  return sections.flatMap(({ id, kind }) => {
    if (kind === undefined) return [];
    const availability = availabilityOf(reading, kind);
    const shown = resourcesOf(availability, kind, reading.patientId).length;
    const face = faceOf(availability, shown);
    const whole = availability.notOffered === 0 && !isAskedByCategory(reading, kind);
    if (face === 'none-recorded' && whole) return [];
    return missingOf(id, shown, chart, now).map((text) =>
      t('bundle.incomplete', { section: t(`section.${id}`), text }),
    );
  });
}
