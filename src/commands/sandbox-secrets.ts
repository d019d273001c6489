/** Apart from `app-broker.ts`, so that what serves a practice carries nobody made up and none of their secrets. */
import { randomBytes } from 'node:crypto';
import { clients, enterpriseClients } from '#sandbox/cast.ts';
import { brokeredSystems, type Environment, variableOf } from '#server/broker-secrets.ts';
import type { Registry } from '#smart/registry.ts';

const known = [...clients, ...enterpriseClients];

/**
 * The environment with what the sandbox's made-up confidential clients need: their secrets, the key set, and cookie keys
 * of this run alone. What is set already stays.
 */
export function withSandboxSecrets(
  environment: Environment,
  registry: Registry,
  clientKeys: string,
): Environment {
  const made: Record<string, string> = { CHARTSIDE_COOKIE_KEYS: randomBytes(32).toString('base64url') };
  for (const { id, clientId, sandbox } of brokeredSystems(registry)) {
    const client = sandbox ? known.find((one) => one.id === clientId) : undefined;
    if (client === undefined) continue;
    if ('secret' in client) made[variableOf(id, 'CLIENT_SECRET')] = client.secret;
    else made[variableOf(id, 'PRIVATE_KEYS')] = clientKeys;
  }
  const set = Object.entries(environment).filter(([name, value]) => name.startsWith('CHARTSIDE_') && value);
  for (const [name] of set) delete made[name.replace(/_FILE$/, '')];
  return { ...made, ...Object.fromEntries(set) };
}
