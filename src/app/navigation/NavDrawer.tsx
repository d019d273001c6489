import Drawer from '@mui/material/Drawer';
import type { ReactNode } from 'react';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { t } from '#i18n/translate.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { MuiTheme } from '#theme/MuiTheme.tsx';
import { SectionGroups } from './SectionNav.tsx';
import './NavDrawer.css';

interface Props {
  readonly sections: readonly SectionDefinition[];
  readonly current: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The table of contents in front of the page. */
export function NavDrawer({ sections, current, open, onClose }: Props): ReactNode {
  return (
    <MuiTheme>
      <Drawer
        open={open}
        onClose={onClose}
        slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-label': t('chart.sections') } }}
      >
        <div className="nav-drawer">
          <IconButton icon="close" className="nav-drawer-close" label={t('record.close')} onClick={onClose} />
          <nav aria-label={t('chart.sections')}>
            <SectionGroups sections={sections} current={current} marked onGo={onClose} />
          </nav>
        </div>
      </Drawer>
    </MuiTheme>
  );
}
