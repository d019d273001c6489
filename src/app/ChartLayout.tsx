import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { Banner } from '#chart/banner/Banner.tsx';
import { useIdentity } from '#chart/banner/use-identity.ts';
import { useChart } from '#chart/kit/chart-context.tsx';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { words } from '#chart/kit/words.ts';
import { sections } from '#chart/sections.ts';
import { takeAway } from '#chart/take-away.ts';
import { t } from '#i18n/translate.ts';
import type { Session } from '#smart/session.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { later } from '#ui/later.ts';
import { SkeletonRows } from '#ui/SkeletonRows.tsx';
import type { AppProps } from './App.tsx';
import { ErrorPage } from './ErrorPage.tsx';
import { MenuButton } from './navigation/MenuButton.tsx';
import { ReaderMenu } from './navigation/ReaderMenu.tsx';
import { SectionNav } from './navigation/SectionNav.tsx';
import { StatusLine } from './navigation/StatusLine.tsx';
import { useFind } from './navigation/use-find.tsx';
import { useKeys } from './navigation/use-keys.tsx';
import { paths } from './paths.ts';
import { fetchFailurePage } from './sign-in/failure-ahead.ts';
import { useTitle } from './use-title.ts';
import './ChartLayout.css';

/** MUI and all that stands on it come after the banner. */
const MuiTheme = later(async () => {
  fetchFailurePage();
  return (await import('#theme/MuiTheme.tsx')).MuiTheme;
});

const SignInNotice = later(async () => (await import('./idle/SignInNotice.tsx')).SignInNotice);
const PageMargins = later(async () => (await import('#chart/take-away/PageMargins.tsx')).PageMargins);

/** The frame of an open chart: banner on top, sections at the side, one section in the middle. */
export function ChartLayout({
  session,
  openAnotherPerson,
  signInAgain,
}: Omit<AppProps, 'reading' | 'memory'>): ReactNode {
  const { reading } = useChart();
  const { section: id } = useParams();
  const section = [...sections, takeAway].find((one) => one.id === (id ?? 'summary'));
  const { identity, records } = useIdentity();
  // What follows the banner is not even loaded before the banner can say who this is.
  const bannerStands = identity !== undefined || !['reading', 'waiting'].includes(records.face);
  const main = useRef<HTMLElement>(null);
  const find = useFind();
  const help = useKeys(sections, find.show);
  useTitle(section && t(`section.${section.id}`), identity && words(identity.name));
  useFocusOnSection(section, main);
  useEffect(() => {
    if (section?.kind !== undefined) reading.prefer([section.kind]);
  }, [reading, section]);
  if (section === undefined) return <Navigate to={paths.chart} replace />;
  return (
    <div className="chart">
      <a className="skip-link" href="#content" onClick={(event) => skipTo(event, main.current)}>
        {t('chart.skip-to-content')}
      </a>
      <Banner
        start={<MenuButton sections={sections} current={section.id} />}
        end={
          <span className="banner-end">
            {find.button}
            <ReaderMenu session={session} openAnotherPerson={openAnotherPerson} onKeys={help.show} />
          </span>
        }
        below={
          <>
            <StatusLine sections={sections} />
            {bannerStands && session && <Notice session={session} signInAgain={signInAgain} />}
          </>
        }
      />
      <div className="chart-frame">
        <SectionNav sections={sections} current={section.id} marked={bannerStands} />
        <main id="content" className="chart-main" ref={main} tabIndex={-1} aria-labelledby="section-title">
          <SectionPage section={section} ready={bannerStands} />
        </main>
      </div>
      {help.dialog}
      {find.dialog}
    </div>
  );
}

/** Without its file a sign-in ends all the same, and the page after it says how to go on. */
function Notice(props: Pick<AppProps, 'signInAgain'> & { session: Session }): ReactNode {
  return (
    <ErrorBoundary resetKey={props.session.id} fallback={() => null}>
      <Suspense fallback={null}>
        <SignInNotice {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

function SectionPage({ section, ready }: { section: SectionDefinition; ready: boolean }): ReactNode {
  const { pathname } = useLocation();
  const View = section.view;
  const coming = <Coming section={section} />;
  if (!ready) return coming;
  return (
    <ErrorBoundary resetKey={pathname} fallback={(again) => <ErrorPage again={again} />}>
      <Suspense fallback={coming}>
        <MuiTheme>
          <PageMargins isPaper={section === takeAway} />
          <View key={section.id} section={section} sections={sections} />
        </MuiTheme>
      </Suspense>
    </ErrorBoundary>
  );
}

/** A section whose code is on its way. */
function Coming({ section }: { section: SectionDefinition }): ReactNode {
  return (
    <>
      <h1 id="section-title" className={section.id === 'summary' ? 'unseen' : 'section-title'}>
        {t(`section.${section.id}`)}
      </h1>
      <SkeletonRows rows={8} />
    </>
  );
}

/** After going to another section, focus and the top of the page go with it. */
function useFocusOnSection(
  section: SectionDefinition | undefined,
  main: { readonly current: HTMLElement | null },
): void {
  const last = useRef(section?.id);
  useEffect(() => {
    if (section === undefined || last.current === section.id) return;
    last.current = section.id;
    window.scrollTo({ top: 0 });
    // A record that opened with the section has taken the focus already.
    const { activeElement } = document;
    if (activeElement !== main.current && main.current?.contains(activeElement)) return;
    main.current?.focus({ preventScroll: true });
  }, [section, main]);
}

function skipTo(event: { preventDefault(): void }, target: HTMLElement | null): void {
  // The address stays what it is: a hash is no place of this app.
  event.preventDefault();
  target?.focus();
}
