/** A refusal in the words of a HAPI FHIR 5.7 plain server, to be written as an OperationOutcome. */
export class FhirError extends Error {
  readonly status: number;
  readonly code: 'processing' | 'not-supported';

  constructor(status: number, diagnostics: string, code: 'processing' | 'not-supported' = 'processing') {
    super(diagnostics);
    this.status = status;
    this.code = code;
  }
}

/** `HAPI-0971: …`: the numbers that HAPI puts before most of its messages. */
export function hapi(number: number, text: string): string {
  return `HAPI-${String(number).padStart(4, '0')}: ${text}`;
}

export function operationOutcome(error: FhirError): Readonly<Record<string, unknown>> {
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: error.code, diagnostics: error.message }],
  };
}

/** The answer to an operation or a set of parameters that no method of the server takes. Names all, blames none. */
export function unknownOperation(
  method: string,
  operation: string,
  parameters: readonly string[],
): FhirError {
  const names = [...new Set(parameters)].join(', ');
  return new FhirError(
    400,
    `Invalid request: The FHIR endpoint on this server does not know how to handle ${method} operation[${operation}] with parameters [[${names}]]`,
    'not-supported',
  );
}
