import { start, type Running } from '#commands/start.ts';

/** Neither the app nor the sandbox holds requests back: the limit is the EHR's, and would hide every other figure. */
function withoutLimits(config: string): string {
  const parsed = JSON.parse(config) as { systems: Record<string, unknown>[] };
  for (const system of parsed.systems) delete system['rateLimit'];
  return JSON.stringify(parsed);
}

/**
 * App and sandbox on ports of their own, without limits; consent is given by itself.
 * @param build folder of a built app in place of the last build
 */
export async function startUnlimited(
  build: string | undefined,
  dataDirs: readonly string[] = [],
  change = (config: string): string => config,
): Promise<Running> {
  const running = await start({
    appPort: 0,
    ehrPort: 0,
    fhirPort: 0,
    dataDirs,
    changeConfig: (config) => change(withoutLimits(config)),
    ...(build === undefined ? {} : { build }),
  });
  Object.assign(running.sandbox.control.switches, { requestsPerMinute: 0, autoConsent: true });
  return running;
}
