/** What nobody publishes of NextGen Office R3 and NextGen Enterprise DSTU2: each thing that may turn out otherwise. */

/** Words for the developer, and what may be chosen: the first is what the sandbox takes for granted. */
export const earlierChoices = {
  officeR3Aud: [
    'The audience that NextGen Office R3 demands of a sign-in: its base, its base with a slash at the end, R4’s base, or none (then any is overlooked)',
    ['base', 'base-with-slash', 'r4', 'none'],
  ],
  officeR3Tokens: [
    'Tokens of NextGen Office’s two bases: each is good at its own, or at both',
    ['apart', 'shared'],
  ],
  officeR3Server: [
    'NextGen Office R3 refuses, searches and writes Bundles as the HAPI server of R4 does, or as a plain server',
    ['hapi', 'plain'],
  ],
  officeR3Orders: [
    'Orders at NextGen Office R3: ProcedureRequest and ReferralRequest are served, or are not',
    ['served', 'not-served'],
  ],
  officeR3Coverage: [
    'The parameter that names the patient in a search for Coverage at NextGen Office R3',
    ['beneficiary', 'patient'],
  ],
  officeR3Statements: ['MedicationStatement at NextGen Office R3: served, or not', ['served', 'not-served']],
  officeR3Unlisted: ['A search parameter that is not listed at NextGen Office R3', ['refused', 'ignored']],
  officeR3Limit: [
    'The limit of requests a minute at NextGen Office R3: one with R4, one of its own, or none',
    ['shared', 'own', 'none'],
  ],
  officeR3Ids: [
    'Ids of records at NextGen Office R3: those of R4, or others (but for patients)',
    ['r4', 'own'],
  ],
  officeR3Documents: [
    'Files of documents at NextGen Office R3: inside the record, or a Binary answered as a file, or always as FHIR',
    ['data', 'binary', 'binary-as-fhir'],
  ],
  officeR3Ccda: ['A token of NextGen Office R3 at the address of C-CDA documents', ['accepted', 'refused']],
  dstu2MediaType: [
    'What NextGen Enterprise DSTU2 calls its JSON: application/json+fhir, or application/fhir+json',
    ['json+fhir', 'fhir+json'],
  ],
  dstu2Types: [
    'The types of NextGen Enterprise DSTU2: those of Argonaut’s guide, or all of DSTU2',
    ['argonaut', 'all'],
  ],
  dstu2NotServed: [
    'A type that NextGen Enterprise DSTU2 does not serve: 404, or 403 “denied by user” as recorded of R4',
    ['not-found', 'denied'],
  ],
  dstu2Categories: [
    'A category for observations and care plans at NextGen Enterprise DSTU2: demanded as at R4, or not',
    ['demanded', 'optional'],
  ],
  dstu2CareTeam: [
    'Care teams at NextGen Enterprise DSTU2: care plans of a category of their own, or not there',
    ['care-plan', 'absent'],
  ],
  dstu2Extensions: [
    'Race, ethnicity and birth sex at NextGen Enterprise DSTU2: Argonaut’s extensions, US Core’s, or not there',
    ['argonaut', 'us-core', 'absent'],
  ],
  dstu2Statements: [
    'MedicationStatement at NextGen Enterprise DSTU2: served, or not',
    ['served', 'not-served'],
  ],
  dstu2Errors: [
    'Care plans, goals and other records entered in error that DSTU2 has no status for: not sent, or with a status that it does not know',
    ['not-sent', 'sent'],
  ],
  dstu2Tokens: [
    'Tokens of NextGen Enterprise’s two bases of patient access at DSTU2: its own alone, or R4’s too',
    ['apart', 'shared'],
  ],
  dstu2Ids: [
    'Ids of records at NextGen Enterprise DSTU2: those of R4, or others (but for patients)',
    ['r4', 'own'],
  ],
  dstu2Documents: [
    'Files of documents at NextGen Enterprise DSTU2: inside the record, or a Binary answered as a file, or always as FHIR',
    ['data', 'binary', 'binary-as-fhir'],
  ],
} as const;

type Choices = typeof earlierChoices;

export type EarlierSwitches = { -readonly [Name in keyof Choices]: Choices[Name][1][number] };

export const earlierDefaults = Object.fromEntries(
  Object.entries(earlierChoices).map(([name, [, [first]]]) => [name, first]),
) as EarlierSwitches;
