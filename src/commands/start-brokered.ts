/** The client with which the sandbox knows each way of proving who one is (`sandbox/cast.ts`). */
const clientOf = {
  basic: 'chartside-sandbox-basic',
  body: 'chartside-sandbox-post',
  private_key_jwt: 'chartside-sandbox-jwt',
} as const;

export type BrokerAuthentication = keyof typeof clientOf;

/**
 * Changes the text of a configuration so that the sandbox's public systems are a confidential client's, by way of the token
 * broker; for `changeConfig` of `start`. `more`: further members of `broker`, such as `relay`.
 */
export function brokered(
  authentication: BrokerAuthentication,
  more: { readonly relay?: boolean } = {},
): (config: string) => string {
  const algorithm = authentication === 'private_key_jwt' ? { algorithm: 'ES384' } : {};
  const confidential = {
    clientId: clientOf[authentication],
    clientAuthentication: 'broker',
    broker: { authentication, ...algorithm, ...more },
  };
  return (config) => {
    const { systems, ...rest } = JSON.parse(config) as {
      systems: { sandbox?: boolean; clientAuthentication?: string }[];
    };
    // Enterprise knows no public client: its systems are a broker's from the start, each with a client of its own.
    const changed = systems.map((system) =>
      system.sandbox === true && system.clientAuthentication !== 'broker'
        ? { ...system, ...confidential }
        : system,
    );
    return JSON.stringify({ ...rest, systems: changed });
  };
}
