import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { Fragment, type ReactNode } from 'react';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { t } from '#i18n/translate.ts';
import { MuiTheme } from '#theme/MuiTheme.tsx';
import './KeysDialog.css';

interface Props {
  readonly sections: readonly SectionDefinition[];
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Which key does what. */
export function KeysDialog({ sections, open, onClose }: Props): ReactNode {
  const rows: readonly (readonly [keys: readonly string[], what: string])[] = [
    [['/'], t('keys.find')],
    [['Ctrl', 'K'], t('keys.find')],
    [['f'], t('keys.find-list')],
    [['?'], t('keys.help')],
    [['↑', '↓'], t('keys.rows')],
    [['Enter'], t('keys.open')],
    [['←', '→'], t('keys.records')],
    [['Ctrl', 'C'], t('keys.copy')],
    [['Esc'], t('keys.close')],
    ...sections.flatMap(({ id, letter }) =>
      letter === undefined ? [] : [[['g', letter], t(`section.${id}`)] as const],
    ),
  ];
  return (
    <MuiTheme>
      <Dialog open={open} onClose={onClose} aria-labelledby="keys-title" maxWidth="sm">
        <DialogTitle id="keys-title">{t('chart.keys')}</DialogTitle>
        {/* It scrolls where the screen is low: with the focus on it, by keys too. */}
        <DialogContent tabIndex={0}>
          <dl className="keys">
            {rows.map(([keys, what]) => (
              <Fragment key={keys.join(' ')}>
                <dt>
                  {keys.map((key, at) => (
                    // oxlint-disable-next-line react/no-array-index-key -- "g g" is twice the same key
                    <kbd key={at}>{key}</kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </Fragment>
            ))}
          </dl>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('record.close')}</Button>
        </DialogActions>
      </Dialog>
    </MuiTheme>
  );
}
