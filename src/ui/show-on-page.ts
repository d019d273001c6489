/** Scrolls the page, and nothing else, as far as it takes to see an element below the banner: not at all, mostly. */
export function showOnPage(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect();
  const below = bottom - window.innerHeight;
  // What is higher than the page shows its beginning.
  if (below > 0) window.scrollBy(0, Math.min(below, top - bannerHeight()));
  else showTopOnPage(element);
}

/** Scrolls the page back to where an element begins, if that is above what can be seen. */
export function showTopOnPage(element: Element): void {
  const above = element.getBoundingClientRect().top - bannerHeight();
  if (above < 0) window.scrollBy(0, above);
}

/** Pixels that the banner, or what stays of it, takes of the page's top. */
function bannerHeight(): number {
  const said = getComputedStyle(document.documentElement).getPropertyValue('--banner-height');
  return Number.parseFloat(said) || 0;
}
