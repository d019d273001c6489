const secret = /^(code|code_verifier|refresh_token|token|client_secret|client_assertion|id_token_hint)$/;

/** The parameters of a request as the record of requests keeps them: of a secret only its beginning and its length. */
export function shortened(parameters: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const text = String(value);
      return [name, secret.test(name) && text.length > 8 ? `${text.slice(0, 6)}…${text.length}` : text];
    }),
  );
}
