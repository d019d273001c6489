import type { ReactNode, Ref } from 'react';

export interface BannerParts {
  /** At the start: the way to the sections on narrow screens. */
  readonly start?: ReactNode;
  /** At the end: the reader's own menu. */
  readonly end?: ReactNode;
  /** Under it, floating over the page's own margin: the status line. */
  readonly below?: ReactNode;
}

interface Props extends BannerParts {
  readonly size: 'whole' | 'slim';
  readonly who: ReactNode;
  readonly allergies: ReactNode;
  readonly source: ReactNode;
  readonly ref?: Ref<HTMLElement>;
}

/** Where everything stands in the banner. Draws without React too; `Banner.css` comes with the page. */
export function BannerFrame({ size, who, allergies, source, start, end, below, ref }: Props): ReactNode {
  return (
    <header className="banner" data-size={size} ref={ref}>
      <div className="banner-row">
        {start}
        <div className="banner-main">
          {who}
          {allergies}
        </div>
        {source}
        {end}
      </div>
      {below}
    </header>
  );
}
