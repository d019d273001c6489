import type { Chart } from '#chart/kit/chart-context.tsx';
import { arrivedIdentity, FirstBanner } from '#chart/banner/FirstBanner.tsx';
import { drawStatic } from '#ui/draw-static.ts';

/**
 * Puts the banner above what stands in `root` as soon as the patient has arrived, without React. Calls `then` once:
 * when the banner stands, or when there is none to wait for. Returns what ends it, to be called when React takes over
 * `root`: nothing is drawn after that.
 */
export function drawFirstBanner(root: HTMLElement, chart: Chart, then: () => void): () => void {
  const { reading } = chart;
  let stop: (() => void) | undefined;
  let over = false;
  const end = (): void => {
    over = true;
    stop?.();
  };
  const look = (): void => {
    const now = Date.now();
    const identity = over ? undefined : arrivedIdentity(chart, now);
    if (identity === undefined) return;
    end();
    if (identity !== 'nobody') {
      root.prepend(drawStatic(FirstBanner({ chart, identity, now }), document));
    }
    then();
  };
  stop = reading.subscribe(look);
  look();
  return end;
}
