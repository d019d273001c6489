import { claim, type Claim } from './door.ts';

/** Nobody publishes what NextGen Enterprise's DSTU2 server answers. What its look-alike takes for granted, each with a switch: */
export const enterpriseDstu2Assumptions: readonly Claim[] = [
  claim(
    'assumed',
    'The base speaks FHIR DSTU2 (1.0.2): its statement is a Conformance, and it answers in application/json+fhir whatever is accepted.',
    'dstu2MediaType',
  ),
  claim(
    'assumed',
    'Its types are those of Argonaut’s DSTU2 guide; any other type is answered with 404: visits, orders, dispenses, coverage, related people and Provenance are not there.',
    'dstu2Types',
    'dstu2NotServed',
  ),
  claim(
    'assumed',
    'Observations without a category or a code are refused with 400 and care plans without a category with 404, as recorded of R4.',
    'dstu2Categories',
  ),
  claim('assumed', 'A care team is a care plan of Argonaut’s category “careteam”.', 'dstu2CareTeam'),
  claim('assumed', 'Race, ethnicity and birth sex stand in Argonaut’s extensions.', 'dstu2Extensions'),
  claim('assumed', 'What a patient says they take is a MedicationStatement.', 'dstu2Statements'),
  claim(
    'assumed',
    'Care plans, care teams, goals and visits that were entered in error are not sent: DSTU2 has no status that says so.',
    'dstu2Errors',
  ),
  claim('assumed', 'A search is answered whole, unless the switch for pages says otherwise.', 'pageSize'),
  claim('assumed', 'It has an authorization of its own: a token for R4 is refused with 401.', 'dstu2Tokens'),
  claim('assumed', 'Ids are those of R4, but for care teams.', 'dstu2Ids'),
  claim('assumed', 'Documents come as data inside the record.', 'dstu2Documents'),
];
