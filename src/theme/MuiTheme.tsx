import { ThemeProvider, createTheme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import '#i18n/later.ts';

/**
 * MUI's components in our tokens: every colour and measure is a custom property of `tokens.css`, so light, dark, the
 * EHR's style and forced colours reach them without a word of JavaScript.
 */
const theme = createTheme({
  cssVariables: { nativeColor: true, disableCssColorScheme: true },
  palette: {
    primary: {
      main: 'var(--accent)',
      contrastText: 'var(--on-accent)',
      light: 'var(--accent)',
      dark: 'var(--accent)',
    },
    error: {
      main: 'var(--critical)',
      contrastText: 'var(--raised)',
      light: 'var(--critical)',
      dark: 'var(--critical)',
    },
    warning: {
      main: 'var(--abnormal)',
      contrastText: 'var(--raised)',
      light: 'var(--abnormal)',
      dark: 'var(--abnormal)',
    },
    background: { default: 'var(--surface)', paper: 'var(--raised)' },
    text: { primary: 'var(--text)', secondary: 'var(--muted)', disabled: 'var(--muted)' },
    divider: 'var(--line)',
    action: { hover: 'var(--hover)', active: 'var(--muted)', selected: 'var(--accent-soft)' },
  },
  shape: { borderRadius: 'var(--radius)' as unknown as number },
  typography: {
    fontFamily: 'var(--font)',
    button: {
      textTransform: 'none',
      fontWeight: 'var(--regular)',
      fontSize: 'var(--size)',
      lineHeight: 1.45,
    },
    body1: { fontSize: 'var(--size)', lineHeight: 1.45 },
    body2: { fontSize: 'var(--size)', lineHeight: 1.45 },
    h6: { fontFamily: 'var(--font-heading)', fontSize: 'var(--size-title)', fontWeight: 'var(--strong)' },
  },
  transitions: { create: () => 'none' },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true, disableTouchRipple: true } },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          padding: '4px 10px',
          borderColor: 'var(--line-strong)',
          color: 'var(--text)',
          background: 'var(--raised)',
          '&.Mui-selected, &.Mui-selected:hover': {
            background: 'var(--accent-soft)',
            color: 'var(--accent)',
            borderColor: 'var(--accent)',
            fontWeight: 'var(--strong)',
          },
          '&.Mui-focusVisible': { outline: '2px solid var(--focus)', outlineOffset: '1px', zIndex: 1 },
        },
      },
    },
    MuiInputBase: {
      styleOverrides: {
        root: {
          padding: '1px 8px',
          border: '1px solid var(--edge)',
          borderRadius: 'var(--radius)',
          background: 'var(--raised)',
          fontSize: 'var(--size)',
          '&.Mui-focused': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
        },
        input: { padding: '4px 0', '&::placeholder': { color: 'var(--muted)', opacity: 1 } },
      },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none', boxShadow: 'var(--shadow)' } } },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          minHeight: 'var(--row)',
          '&[role=menuitemradio]': { paddingLeft: '32px' },
          '&[aria-checked=true]::before': { content: '"✓"', position: 'absolute', left: '12px' },
          fontSize: 'var(--size)',
          '&.Mui-focusVisible': {
            background: 'var(--accent-soft)',
            outline: '2px solid var(--focus)',
            outlineOffset: '-2px',
          },
        },
      },
    },
    MuiBackdrop: {
      styleOverrides: {
        root: { backgroundColor: 'var(--backdrop)' },
        invisible: { backgroundColor: 'transparent' },
      },
    },
  },
});

export function MuiTheme({ children }: { children: ReactNode }): ReactNode {
  return <ThemeProvider theme={theme}>{children}</ThemeProvider>;
}
