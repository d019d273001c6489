/** Words of the privacy page: for patients first, then for practices. */
export const privacy = {
  'privacy.title': 'Privacy',
  'privacy.short':
    'This app shows a health record in your browser. It keeps none of it, and sends none of it anywhere.',
  'privacy.print': 'Print this page',

  'privacy.read': 'What is read',
  'privacy.read.1':
    'One person’s record, and only after you signed in and allowed it: name and birth date, allergies, problems, medications, results, visits, notes and whatever else you shared.',
  'privacy.read.2':
    'It is read from the practice’s own system (the EHR). Nothing is written there: this app cannot change a record.',

  'privacy.goes': 'Where it goes',
  'privacy.goes.1':
    'From the practice’s system to this browser, and nowhere else. There is no analytics, no advertising, and no other company that receives it.',
  'privacy.goes.2':
    'The address bar and the browser’s history hold no name and no word of the record: at most the system’s own number of an entry that you opened. While a chart is open the title of its window names the patient.',
  'privacy.goes.3':
    'Where a chart in plain words offers to read more in MedlinePlus, a public library of the U.S. National Library of Medicine, nothing is sent until you choose it. Then its page opens in a new tab and is told the code of that entry and the language: no name, no date, no value. Like every site, it sees the internet address you come from.',

  'privacy.kept': 'What is kept',
  'privacy.kept.1': 'Of the record: nothing. It is in this tab’s memory while the chart is open.',
  'privacy.kept.2':
    'While a chart is open this tab also remembers the sign-in, so that loading the page again does not ask for it again: keys to the practice’s system, the number of the patient there, and when the chart was last used. It is forgotten when you sign out or close the tab.',
  'privacy.kept.3':
    'This browser also remembers how you like the app to look (light or dark, row height, units, language, clinical or plain words), which system you chose on the sign-in page last (you can have it forgotten there), when requests were made to the practice’s system, so that its limit is not passed, and for a time that a sign-in has ended. None of that is about anybody’s health.',
  'privacy.kept.4':
    'Some practices let a small server of this app hold the keys. Then a sealed cookie carries them: no script can read it, and it is deleted when you sign out.',
  'privacy.kept.5': 'What you print, save or copy yourself is yours to look after.',

  'privacy.sees': 'Who can see it',
  'privacy.sees.1':
    'You, and whoever can look at this screen. Nobody who makes or runs this app sees the record.',
  'privacy.sees.2':
    'The practice’s system keeps its own list of who opened which record, as it does for every app.',

  'privacy.leave': 'Signing out',
  'privacy.leave.1':
    'Choose “Sign out” in the menu of the chart. The record leaves the screen, the keys are given back to the practice’s system, and other tabs of the same sign-in close it too.',
  'privacy.leave.2':
    'If nobody uses the chart for a while it closes by itself. Sign out all the same on a device that others use.',
  'privacy.leave.3':
    'To withdraw your permission altogether, ask the practice, or remove this app in the settings of its portal.',

  'privacy.practices': 'For practices',
  'privacy.practices.1':
    'The server that delivers this app delivers files and no record. Its log has no health data, no tokens and no addresses of records. With the token broker it exchanges and renews keys, and keeps none after the answer is sent. Where a relay is switched on, records pass through that server and are not kept there.',
  'privacy.practices.2':
    'The app speaks to the systems listed in its configuration and to no others; the browser enforces that list.',
  'privacy.practices.3':
    'The diagnostics page makes a report for support in which nothing identifies a patient.',
} as const;
