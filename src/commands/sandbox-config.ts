/** Where the sandbox's servers stand in the shipped configuration. */
const shipped = { ehr: 'http://localhost:4201', fhir: 'http://localhost:4202' };

/**
 * The configuration with the sandbox's entries moved to the ports it really has. Other systems are left as they are.
 * Takes and gives the text of `smart-config.json`; text that is no JSON is given back, for the registry to refuse.
 */
export function withSandboxAt(config: string, at: { readonly ehr: string; readonly fhir: string }): string {
  const move = (value: unknown): unknown => {
    if (typeof value === 'string') {
      for (const server of ['ehr', 'fhir'] as const) {
        const [from, to] = [shipped[server], at[server]];
        if (value === from || value.startsWith(`${from}/`)) return to + value.slice(from.length);
        if (value === new URL(from).host) return new URL(to).host;
      }
      return value;
    }
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, move(inner)]));
  };
  try {
    return JSON.stringify(move(JSON.parse(config)));
  } catch {
    return config;
  }
}
