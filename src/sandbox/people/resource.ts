/** A FHIR R4 resource of the cast, ready to be written as JSON. */
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}
