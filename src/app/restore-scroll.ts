/** How long rows may take to come back, in milliseconds; a reader who does something in the meantime is left alone. */
const patience = 30_000;
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Scrolls to where the page was as soon as it is that long again. */
export function restoreScroll(page: Window, top: number): void {
  const { documentElement: root, body } = page.document;
  const watch = new ResizeObserver(() => {
    if (root.scrollHeight - page.innerHeight < top) return;
    stop();
    page.scrollTo({ top });
  });
  const stop = (): void => {
    watch.disconnect();
    page.clearTimeout(timer);
    for (const sign of signs) page.removeEventListener(sign, stop, { capture: true });
  };
  const timer = page.setTimeout(stop, patience);
  for (const sign of signs) page.addEventListener(sign, stop, { capture: true, passive: true });
  watch.observe(body);
}
