/** Words of the reader's menu and of the keys: behind a click, so past the banner. */
export const menu = {
  'chart.signed-in-as': ({ who }: { who: string }) => `Signed in as ${who}`,
  'chart.theme-system': 'Light or dark as the device',
  'chart.theme-light': 'Light',
  'chart.theme-dark': 'Dark',
  'chart.density-compact': 'Compact rows',
  'chart.density-comfortable': 'Comfortable rows',
  'chart.keys': 'Keys',
  'chart.another-person': 'Open another person’s record',
  'chart.sign-out': 'Sign out',
  'keys.find': 'Find in chart',
  'keys.find-list': 'Find in this list',
  'keys.help': 'This help',
  'keys.rows': 'Move through a list',
  'keys.open': 'Open the record',
  'keys.records': 'Previous and next record, when one is open',
  'keys.close': 'Close, go back',
} as const;
