/** A refusal of NextGen Enterprise's FHIR server: an OperationOutcome whose issue has no `code`, as recorded. */
export class EnterpriseError extends Error {
  readonly status: number;

  constructor(status: number, diagnostics: string) {
    super(diagnostics);
    this.status = status;
  }
}

/** The recorded words for a type that was not shared, and for one that the server does not serve at all. */
export function deniedByUser(type: string): EnterpriseError {
  return new EnterpriseError(403, `Read access to '${type}' is denied by user`);
}

export function outcomeWithoutCode(error: EnterpriseError): object {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', diagnostics: error.message }] };
}

/** What a search for Provenance ends in: the server's own exception with its stack. */
export function notImplemented(): EnterpriseError {
  return new EnterpriseError(
    400,
    [
      'System.NotImplementedException: The method or operation is not implemented.',
      '   at Sandbox.Fhir.Repositories.ProvenanceRepository.SearchAsync(SearchRequest request)',
      '   at Sandbox.Fhir.Services.ResourceService.SearchAsync(String type, SearchRequest request)',
      '   at Sandbox.Fhir.Controllers.FhirController.Search(String type)',
    ].join('\r\n'),
  );
}
