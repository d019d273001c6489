/** Words that lie in `index.html` before any script runs: the build puts them there (`page-words.config.ts`). */
export const page = {
  'page.not-loaded': 'The app could not be loaded whole. Load the page again.',
  'page.no-script': 'This app needs JavaScript. Allow it for this address, then load the page again.',
} as const;
