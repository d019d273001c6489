import { createRoot } from 'react-dom/client';
import { IdleWarning, type IdleWords } from './IdleWarning.tsx';

/**
 * Puts the warning above whatever page stands. In a root of its own: it has to come up over a chart, over a list of
 * people and over a page that is broken alike. Returns what takes it away.
 */
export function showWarning(
  endsAt: number,
  onStay: () => void,
  onLeave: () => void,
  words?: IdleWords,
): () => void {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  root.render(<IdleWarning endsAt={endsAt} onStay={onStay} onLeave={onLeave} {...(words && { words })} />);
  return () => {
    root.unmount();
    host.remove();
  };
}
