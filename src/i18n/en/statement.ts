/** What a system says it offers, beside what was seen of it: in a section, and in diagnostics. */
interface Named {
  readonly system: string;
}
interface Listed {
  readonly list: string;
}

export const statement = {
  'statement.why': ({ system }: Named) => `Ask ${system} why`,
  'statement.asking': ({ system }: Named) => `Asking ${system}…`,
  'statement.failed': ({ system }: Named) => `${system} did not say.`,
  'statement.unlisted': ({ system, list }: Named & Listed) =>
    `${system}’s own statement of what it offers does not list ${list}.`,
  'statement.not-searchable': ({ system, list }: Named & Listed) =>
    `${system}’s own statement lists ${list}, but no search for it.`,
  'statement.parameter': ({ system, list }: Named & Listed) =>
    `${system}’s own statement does not list a parameter that was needed: ${list}.`,
  'statement.listed': ({ system, list }: Named & Listed) =>
    `${system}’s own statement lists ${list}. The request was refused all the same.`,

  'statement.title': ({ system }: Named) => `What ${system} says it offers`,
  'statement.ask': ({ system }: Named) => `Ask ${system} what records it offers`,
  'statement.what':
    'Sends one request for the system’s CapabilityStatement, when the chart is complete. What it says explains what came back; it decides nothing.',
  'statement.read': 'Read.',
  'statement.software': 'Software',
  'statement.software.hidden': 'named in words that do not belong in a report',
  'statement.software.none': 'not named',
  'statement.version': 'Version of FHIR',
  'statement.version.none': 'not named',
  'statement.version.do': 'The system is entered with another fhirVersion. Compare fhirBase and fhirVersion.',
  'statement.asked-unlisted': 'Asked for, and not listed',
  'statement.asked-unlisted.do':
    'These sections stay empty for that reason, unless the system answers anyway.',
  'statement.listed-refused': 'Listed, and refused all the same',
  'statement.listed-refused.do':
    'What was not shared at sign-in is refused like this too. Otherwise ask the vendor, with this report.',
  'statement.parameters': 'Search parameters not listed',
  'statement.parameters.do': 'A server may answer parameters that it does not list.',
  'statement.unasked': 'Listed for patients, and not asked for',
} as const;
