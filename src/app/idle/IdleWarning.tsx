import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useEffect, useState } from 'react';
import { t } from '#i18n/translate.ts';
import { MuiTheme } from '#theme/MuiTheme.tsx';
import './IdleWarning.css';

/** Of a session, or of opened files. */
export type IdleWords = 'idle' | 'open.idle';

interface Props {
  /** When the session ends by itself, in milliseconds since 1970. */
  readonly endsAt: number;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly words?: IdleWords;
}

/** Seconds left at which a screen reader says so; in between it is left in peace. */
const spokenAt = [30, 10] as const;

/** "You will be signed out in 0:45." Staying is the answer to Escape and to a click beside it. */
export function IdleWarning({ endsAt, onStay, onLeave, words = 'idle' }: Props): ReactNode {
  const [first] = useState(() => secondsUntil(endsAt));
  const seconds = useSecondsUntil(endsAt);
  const spoken = spokenAt.findLast((mark) => seconds <= mark && mark < first) ?? first;
  return (
    <MuiTheme>
      <Dialog
        open
        role="alertdialog"
        onClose={onStay}
        aria-labelledby="idle-title"
        aria-describedby="idle-spoken idle-why"
        maxWidth="xs"
      >
        <DialogTitle id="idle-title">{t('idle.title')}</DialogTitle>
        <DialogContent>
          <p className="idle-left" aria-hidden="true">
            {t(`${words}.left`, { clock: clockOf(seconds) })}
          </p>
          <p className="unseen" id="idle-spoken" aria-live="assertive">
            {t(`${words}.spoken`, { seconds: spoken })}
          </p>
          <p className="idle-why" id="idle-why">
            {t(`${words}.why`)}
          </p>
        </DialogContent>
        <DialogActions>
          <Button onClick={onLeave}>{t(`${words}.leave`)}</Button>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that comes by itself: Enter must do no harm */}
          <Button variant="contained" disableElevation autoFocus onClick={onStay}>
            {t(`${words}.stay`)}
          </Button>
        </DialogActions>
      </Dialog>
    </MuiTheme>
  );
}

function secondsUntil(endsAt: number): number {
  return Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
}

function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Counted by the clock, not by ticks: a page in the background gets few of them. */
function useSecondsUntil(endsAt: number): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(endsAt));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsUntil(endsAt)), 250);
    return () => clearInterval(timer);
  }, [endsAt]);
  return seconds;
}
