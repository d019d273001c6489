import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { ReactNode, RefObject } from 'react';
import { t } from '#i18n/translate.ts';
import type { Take } from './outcome.ts';

interface Props {
  readonly takes: readonly Take[];
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onTake: (take: Take) => void;
}

export function TakeMenuList({ takes, anchor, open, onClose, onTake }: Props): ReactNode {
  return (
    <Menu
      open={open}
      // The button stands before the menu can open.
      anchorEl={() => anchor.current!}
      onClose={onClose}
      slotProps={{ list: { dense: true, 'aria-label': t('take.menu') } }}
    >
      {takes.map((take) => (
        <MenuItem key={take.label} onClick={() => onTake(take)}>
          {take.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
