import type { Page } from '@playwright/test';

export interface LowContrast {
  readonly text: string;
  readonly ratio: number;
}

/**
 * Every piece of visible text whose colour, as the browser computed it, stands too little out from what is behind it
 * (WCAG 2.2, 1.4.3: 4.5 to 1, large text 3 to 1). Colours are read through a canvas, so any notation counts.
 */
export async function lowContrasts(page: Page): Promise<readonly LowContrast[]> {
  return page.evaluate(() => {
    type Rgba = readonly [number, number, number, number];
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const read = (color: string): Rgba => {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = color;
      pen.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = (top: Rgba, below: Rgba): Rgba => {
      const mix = (at: 0 | 1 | 2) => top[at] * top[3] + below[at] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const behind = (element: Element): Rgba => {
      const layers: Rgba[] = [];
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const color = read(getComputedStyle(at).backgroundColor);
        layers.push(color);
        if (color[3] === 1) break;
      }
      const dark = matchMedia('(prefers-color-scheme: dark)').matches;
      return layers.reduceRight<Rgba>(
        (below, top) => over(top, below),
        dark ? [0, 0, 0, 1] : [255, 255, 255, 1],
      );
    };
    const luminance = (color: Rgba): number => {
      const part = (value: number) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * part(color[0]) + 0.7152 * part(color[1]) + 0.0722 * part(color[2]);
    };
    const found: { text: string; ratio: number }[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement!;
      const text = node.textContent?.trim() ?? '';
      const { width, height } = element.getBoundingClientRect();
      if (
        text === '' ||
        width < 4 ||
        height < 4 ||
        !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      )
        continue;
      // Switched off: out of the rule.
      if (element.closest('[disabled], [aria-disabled="true"]') !== null) continue;
      const style = getComputedStyle(element);
      const back = behind(element);
      const front = over(read(style.color), back);
      const [lighter, darker] = [luminance(front), luminance(back)].toSorted((a, b) => b - a) as [
        number,
        number,
      ];
      const ratio = (lighter + 0.05) / (darker + 0.05);
      const size = Number.parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (large ? 3 : 4.5) - 0.01)
        found.push({ text: text.slice(0, 60), ratio: Math.round(ratio * 100) / 100 });
    }
    return found;
  });
}
