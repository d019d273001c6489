/** Every address of this app but those of `beside.ts`, spelled here and nowhere else. No address ever carries a name, a number or a token. */
export const paths = {
  /** The sign-in page, or the open chart. */
  home: '/',
  /** Where the EHR opens the app. */
  launch: '/launch',
  /** Where the sign-in server sends people back to. */
  callback: '/callback',
  /** The summary of the open chart. */
  chart: '/chart',
  /** A section of the chart, by its own path ("results"). */
  section: (section: string) => `/chart/${encodeURIComponent(section)}`,
  /** One record of a section; `key` is `Type/id`. */
  record: (section: string, key: string) =>
    `/chart/${encodeURIComponent(section)}/${key.split('/').map(encodeURIComponent).join('/')}`,
} as const;
