/**
 * The one React root. While no chart is open it shows the light pages of this folder; the chart's own code
 * (`app/App.tsx`: `export function App({ session, reading }: { session: Session; reading: Reading })`) is loaded apart,
 * and mounted anew for every session.
 */
export {};
