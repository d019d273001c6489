/**
 * The page with the configuration inside it: a JSON block, so that a change of `smart-config.json` needs a restart and
 * no rebuild, and the front door needs no request for it.
 */
export function pageWithConfig(template: string, config: string): string {
  const block = /(<script type="application\/json" id="smart-config">)[\s\S]*?(<\/script>)/;
  if (!block.test(template)) throw new Error('index.html has no smart-config block.');
  // `<` cannot end the script element early (HTML §4.12.1.3); U+2028 and U+2029 are legal in JSON.
  const safe = config.replaceAll('<', '\\u003c');
  return template.replace(block, (_all, open: string, close: string) => `${open}${safe}${close}`);
}
