import type { Adapter, AdapterPayload } from 'oidc-provider';

/**
 * A used code that gave an offline token is unknown when it comes again, as in Keycloak: its tokens stay as they are.
 * Found, it would end them all; so it is where Keycloak ends what renews them (a code without `offline_access`).
 */
function isUsedUp(model: string, payload: AdapterPayload | undefined): boolean {
  if (model !== 'AuthorizationCode' || payload?.['consumed'] === undefined) return false;
  return payload.scope?.split(' ').includes('offline_access') === true;
}

/** Everything one sandbox's identity server remembers; gone with the process. */
export class IdentityMemory {
  readonly #kept = new Map<string, AdapterPayload>();

  /** The store of one kind of object (`Session`, `RefreshToken`, …), as oidc-provider asks for it. */
  readonly adapter = (model: string): Adapter => {
    const key = (id: string) => `${model}:${id}`;
    const kept = this.#kept;
    const first = (matches: (payload: AdapterPayload) => boolean) =>
      [...kept].find(([name, payload]) => name.startsWith(`${model}:`) && matches(payload))?.[1];
    return {
      upsert: async (id, payload) => void kept.set(key(id), payload),
      find: async (id) => {
        const payload = kept.get(key(id));
        return isUsedUp(model, payload) ? undefined : payload;
      },
      findByUid: async (uid) => first((payload) => payload.uid === uid),
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const payload = kept.get(key(id));
        if (payload !== undefined) payload['consumed'] = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void kept.delete(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const [name, payload] of kept)
          if (name.startsWith(`${model}:`) && payload.grantId === grantId) kept.delete(name);
      },
    };
  };

  /** Ends a grant: its codes, access and refresh tokens, and itself. */
  endGrant(grantId: string): void {
    for (const [name, payload] of this.#kept)
      if (payload.grantId === grantId || name === `Grant:${grantId}`) this.#kept.delete(name);
  }
}
