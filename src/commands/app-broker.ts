/** The token broker as the commands start it: with its secrets and settings out of the environment. */
import { type Environment, readBrokerSecrets } from '#server/broker-secrets.ts';
import { readBrokerSettings } from '#server/broker-settings.ts';
import { createTokenBroker, type TokenBroker } from '#server/token-broker.ts';
import type { Registry } from '#smart/registry.ts';
import { UsageError } from './options.ts';

interface BrokerParts {
  readonly registry: Registry;
  readonly environment: Environment;
  /** Where the app answers; `CHARTSIDE_ORIGIN` goes before it. */
  readonly ownOrigin: string;
  /** Gets a line of JSON a request; standard output where left out. */
  readonly log?: (line: string) => void;
}

/** The broker, ready to be mounted. Rejects with `UsageError`, which names all that is missing or wrong. */
export async function appBroker({
  registry,
  environment,
  ownOrigin,
  log,
}: BrokerParts): Promise<TokenBroker> {
  const settings = readBrokerSettings(environment);
  const secrets = await readBrokerSecrets(environment, registry);
  const faults = [...(settings.ok ? [] : settings.faults), ...(secrets.ok ? [] : secrets.faults)];
  if (!settings.ok || !secrets.ok) {
    const list = faults.map((fault) => `  ${fault}\n`).join('');
    throw new UsageError(`The token broker cannot start:\n${list}docs/run-for-a-practice.md says more.`);
  }
  const { origin = ownOrigin, trustedProxies, requestsPerMinute, instances } = settings.settings;
  return createTokenBroker({
    registry,
    secrets: secrets.secrets,
    origin: () => origin,
    trustedProxies,
    requestsPerMinute,
    instances,
    ...(log && { log }),
  });
}
