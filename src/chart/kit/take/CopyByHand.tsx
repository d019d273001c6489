import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import './CopyByHand.css';

interface Props {
  readonly text: string;
  readonly onClose: () => void;
}

/** Where the browser refuses the clipboard: the text stands selected, so that two keys copy it. */
export function CopyByHand({ text, onClose }: Props): ReactNode {
  return (
    <Dialog open onClose={onClose} aria-labelledby="copy-title" maxWidth="md" fullWidth>
      <DialogTitle id="copy-title">{t('take.copy-title')}</DialogTitle>
      <DialogContent>
        <p>{t('take.copy-by-hand')}</p>
        <textarea
          className="copy-text"
          readOnly
          rows={12}
          value={text}
          aria-label={t('take.text')}
          ref={(area) => {
            area?.focus();
            area?.select();
          }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('record.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
