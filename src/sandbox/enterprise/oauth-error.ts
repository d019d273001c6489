/** A refusal of an authorization server (RFC 6749 §4.1.2.1 and §5.2). */
export class OAuthError extends Error {
  readonly error: string;
  readonly status: number;

  constructor(error: string, description: string, status = 400) {
    super(description);
    this.error = error;
    this.status = status;
  }
}

export function oauthErrorResponse({ error, message, status }: OAuthError): Response {
  return Response.json({ error, error_description: message }, { status, headers: noStore });
}

export const noStore: Readonly<Record<string, string>> = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };
