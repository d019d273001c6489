import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import { useReaderUnits } from './use-conversion.ts';

/** Which units weight, height and temperature are shown in. Kept for this reader, on every chart. */
export function UnitsSwitch(): ReactNode {
  const { units } = useChart();
  const chosen = useReaderUnits();
  if (units === undefined) return null;
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={chosen ?? 'sent'}
      aria-label={t('units.label')}
      onChange={(_event, next: 'sent' | 'metric' | 'us' | null) =>
        next && units.choose(next === 'sent' ? undefined : next)
      }
    >
      <ToggleButton value="sent">{t('units.sent')}</ToggleButton>
      <ToggleButton value="metric">{t('units.metric')}</ToggleButton>
      <ToggleButton value="us">{t('units.us')}</ToggleButton>
    </ToggleButtonGroup>
  );
}
