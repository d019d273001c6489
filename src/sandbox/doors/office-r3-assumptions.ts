import { claim, type Claim } from './door.ts';

/** Nobody publishes what NextGen Office's R3 server answers. What its look-alike takes for granted, each with a switch: */
export const officeR3Assumptions: readonly Claim[] = [
  claim(
    'assumed',
    'The base speaks FHIR STU3 (3.0.2) and is the same HAPI FHIR server as the R4 one, so refusals, searches and Bundles are alike.',
    'officeR3Server',
  ),
  claim(
    'assumed',
    'Its types and searches are those of R4 by STU3’s own names: ProcedureRequest and ReferralRequest for orders, “beneficiary” for Coverage.',
    'officeR3Orders',
    'officeR3Coverage',
  ),
  claim(
    'assumed',
    'What a patient says they take is a MedicationStatement, because a MedicationRequest of STU3 cannot say “reported”.',
    'officeR3Statements',
  ),
  claim('assumed', 'A parameter that is not listed is refused with 400, as at R4.', 'officeR3Unlisted'),
  claim('assumed', 'The audience (aud) of a sign-in is the base without a slash at the end.', 'officeR3Aud'),
  claim(
    'assumed',
    'A token that was asked for with one base as its audience is refused with 401 at the other.',
    'officeR3Tokens',
  ),
  claim('assumed', 'Both bases share one limit of 20 requests a minute for each address.', 'officeR3Limit'),
  claim(
    'assumed',
    'Ids are the same as at R4, and so are the prefixes of visits, problems and results.',
    'officeR3Ids',
  ),
  claim(
    'assumed',
    'Documents come as data inside the record, and C-CDA documents from the same address as for R4.',
    'officeR3Documents',
    'officeR3Ccda',
  ),
];
