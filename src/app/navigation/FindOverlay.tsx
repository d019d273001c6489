import type { ReactNode } from 'react';
import { FindDialog } from '#chart/find/FindDialog.tsx';
import { MuiTheme } from '#theme/MuiTheme.tsx';

/** The dialog in the chart's theme: it opens over everything, outside of what the sections stand in. */
export function FindOverlay(props: { open: boolean; onClose: () => void }): ReactNode {
  return (
    <MuiTheme>
      <FindDialog {...props} />
    </MuiTheme>
  );
}
