/**
 * Why signing in cannot work in this browser: no storage for the tab (blocked by its settings), or a page that was not
 * delivered safely (no Web Crypto, no Web Locks: both are for secure contexts alone).
 */
export function unfit(): 'storage' | 'insecure' | undefined {
  if (!globalThis.isSecureContext || !('locks' in navigator)) return 'insecure';
  try {
    sessionStorage.setItem('chartside.probe', '1');
    sessionStorage.removeItem('chartside.probe');
    return undefined;
  } catch {
    return 'storage';
  }
}
