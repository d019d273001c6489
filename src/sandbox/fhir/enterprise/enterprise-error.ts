import type { EnterpriseSwitches } from '#sandbox/enterprise/enterprise-switches.ts';

/** A refusal of NextGen Enterprise's FHIR server: an OperationOutcome whose issue has no `code`, as recorded. */
export class EnterpriseError extends Error {
  readonly status: number;

  constructor(status: number, diagnostics: string) {
    super(diagnostics);
    this.status = status;
  }
}

/** A record that is not there: assumed to be 404, and otherwise by the switch. */
export function missing(
  what: string,
  id: string,
  how: EnterpriseSwitches['enterpriseMissing'],
): EnterpriseError {
  if (how === 'bad-request') return new EnterpriseError(400, `Invalid id '${id}'.`);
  return new EnterpriseError(how === 'gone' ? 410 : 404, `${what} was not found.`);
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
