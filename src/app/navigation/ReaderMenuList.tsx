import Divider from '@mui/material/Divider';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useChart } from '#chart/kit/chart-context.tsx';
import { readContext } from '#chart/kit/read-context.ts';
import { takeAway } from '#chart/take-away.ts';
import { nameOfResource } from '#fhir/reference-name.ts';
import { t } from '#i18n/translate.ts';
import { endSessionUrl } from '#smart/end-session.ts';
import { MuiTheme } from '#theme/MuiTheme.tsx';
import type { ViewPreferences } from '#theme/view-preferences.ts';
import { besideNames, openBeside } from '#app/beside.ts';
import { paths } from '#app/paths.ts';
import { choosePreferences, usePreferences } from '#app/use-preferences.ts';
import { ChooseWords } from './ChooseWords.tsx';
import type { ReaderMenuProps } from './ReaderMenu.tsx';

interface Props extends ReaderMenuProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** As wide as the lines above it, whatever the name: the menu stands where it was placed when it opened. */
const signedInAs = {
  inlineSize: 0,
  minInlineSize: '100%',
  marginBlockStart: '4px',
  paddingBlock: '8px',
  borderBlockStart: '1px solid var(--line)',
  fontSize: 'var(--size-small)',
  lineHeight: 1.45,
  overflowWrap: 'anywhere',
  position: 'static',
} as const;

export function ReaderMenuList({
  session,
  openAnotherPerson,
  onKeys,
  anchor,
  open,
  onClose,
}: Props): ReactNode {
  const chart = useChart();
  const navigate = useNavigate();
  const who = useSignedInAs(session?.fhirUser);
  const preferences = usePreferences(chart.audience);
  const density = preferences.density ?? (chart.audience === 'patient' ? 'comfortable' : 'compact');
  const choose = (next: Partial<ViewPreferences>): void => choosePreferences({ ...preferences, ...next });
  const ehrTheme = ehrLook();
  const there = session && endSessionUrl(session, location.origin);
  const then = (run: () => void) => (): void => {
    onClose();
    run();
  };
  return (
    <MuiTheme>
      <Menu
        open={open}
        // The button stands before the menu can open.
        anchorEl={() => anchor.current!}
        onClose={onClose}
        slotProps={{ list: { dense: true, 'aria-label': t('chart.menu') } }}
      >
        {(['system', 'light', 'dark'] as const).map((theme) => {
          const value = theme === 'system' ? undefined : theme;
          return (
            <MenuItem
              key={theme}
              role="menuitemradio"
              aria-checked={preferences.theme === value}
              selected={preferences.theme === value}
              onClick={() => choose({ theme: value })}
            >
              {theme === 'system' && ehrTheme !== undefined && session
                ? t(`chart.theme-ehr-${ehrTheme}`, { system: session.system.label })
                : t(`chart.theme-${theme}`)}
            </MenuItem>
          );
        })}
        <Divider role="presentation" />
        {(['compact', 'comfortable'] as const).map((value) => (
          <MenuItem
            key={value}
            role="menuitemradio"
            aria-checked={density === value}
            selected={density === value}
            onClick={() => choose({ density: value })}
          >
            {t(`chart.density-${value}`)}
          </MenuItem>
        ))}
        <Divider role="presentation" />
        <ChooseWords kind={session?.launchKind} then={then} />
        <Divider role="presentation" />
        <MenuItem onClick={then(() => void navigate(paths.section(takeAway.id)))}>
          {t('section.take-away')}
        </MenuItem>
        <Divider role="presentation" />
        <MenuItem onClick={then(onKeys)}>{t('chart.keys')}</MenuItem>
        {/* A page beside the chart would take the place of opened files for good. */}
        {session &&
          besideNames.map((name) => (
            <MenuItem key={name} onClick={then(() => openBeside(name))}>
              {t(`beside.${name}`)}
            </MenuItem>
          ))}
        {openAnotherPerson && (
          <MenuItem onClick={then(() => void openAnotherPerson())}>{t('chart.another-person')}</MenuItem>
        )}
        {session && <MenuItem onClick={then(() => void session.signOut())}>{t('chart.sign-out')}</MenuItem>}
        {session && there && (
          <MenuItem
            onClick={then(() => {
              void session.signOut();
              location.assign(there.href);
            })}
          >
            {t('session.sign-out-there', { system: session.system.label })}
          </MenuItem>
        )}
        {/* Last: the name comes later than the lines, and none of them may move under the reader's pointer. */}
        {who !== undefined && (
          <ListSubheader role="presentation" sx={signedInAs}>
            {t('chart.signed-in-as', { who })}
          </ListSubheader>
        )}
      </Menu>
    </MuiTheme>
  );
}

/** The theme that the EHR's look brings with it (`theme/style.ts`): who chooses none has that one, whatever the device. */
function ehrLook(): 'light' | 'dark' | undefined {
  const theme = document.documentElement.dataset['ehrTheme'];
  return theme === 'light' || theme === 'dark' ? theme : undefined;
}

/** The name of who is signed in: read once, within the EHR's limit, when somebody looks. */
function useSignedInAs(fhirUser: string | undefined): string | undefined {
  const chart = useChart();
  const [name, setName] = useState<string>();
  useEffect(() => {
    if (fhirUser === undefined) return undefined;
    let over = false;
    const { reading } = chart;
    const found = reading.find({ reference: fhirUser });
    const asked = found ? Promise.resolve(found) : reading.fetchReference(fhirUser);
    asked
      .then((resource) => {
        if (!over) setName(nameOfResource(resource, readContext(chart)));
      })
      // Not being told a name leaves the line out: nothing else depends on it.
      .catch(() => undefined);
    return () => {
      over = true;
    };
  }, [chart, fhirUser]);
  return name;
}
