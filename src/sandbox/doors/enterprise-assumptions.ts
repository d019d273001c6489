import { claim, type Claim } from './door.ts';

/** What nobody publishes of the sign-in for patient access (R4 and DSTU2 alike), each thing with a switch: */
export const patientSignInAssumptions: readonly Claim[] = [
  claim(
    'assumed',
    'Parameters of a token request in a form, or Basic, are refused with invalid_request.',
    'enterpriseParameters',
  ),
  claim('assumed', 'An aud of another base is refused.', 'enterpriseAud'),
  claim('assumed', 'Scopes that are not known are overlooked.', 'enterpriseUnknownScopes'),
  claim('assumed', 'PKCE is held to where it is sent.', 'enterprisePkce'),
  claim('assumed', 'The names of the categories, in everyday words.', 'enterpriseCategoryTitles'),
  claim('assumed', 'The types in each category: a category for each subject.', 'enterpriseCategoryTypes'),
  claim('assumed', 'Approving none refuses the app.', 'enterpriseNoneApproved'),
  claim('assumed', 'Scopes for single types narrow what is offered.', 'enterpriseScopesNarrow'),
  claim('assumed', 'Without a scope for records every category is offered.', 'enterpriseNoScopes'),
  claim('assumed', 'The token response does not repeat the scope.', 'enterpriseScope'),
  claim('assumed', 'An id_token comes where openid is asked for.', 'enterpriseIdToken', 'idToken'),
  claim('assumed', 'It names the issuer of smart-configuration.', 'enterpriseIssuer'),
  claim(
    'assumed',
    'A refresh token can be used once, and another comes with the answer.',
    'enterpriseRotation',
  ),
  claim('assumed', 'Revoking a refresh token ends every token of the sign-in.', 'enterpriseRevocation'),
  claim('assumed', 'A code is good for a minute.', 'enterpriseCodeSeconds'),
  claim('assumed', 'The lifetime of access tokens.', 'accessTokenSeconds'),
  claim('assumed', 'The version that a token opens follows from its client.', 'enterpriseTokenBase'),
];

/** What the recorded answers of R4’s server leave open. Its look-alike of the EHR’s base takes the same for granted. */
export const recordAssumptions: readonly Claim[] = [
  claim('assumed', 'assess-plan is the one valid category of CarePlan.', 'enterpriseCarePlanCategory'),
  claim('assumed', '_maxresults cuts a search as _count does.', 'enterpriseMaxResults'),
  claim('assumed', 'Without either a search gives all there is.', 'enterpriseMost'),
  claim(
    'assumed',
    'A record of another patient is refused as one that was denied: 403, in the same words.',
    'enterpriseForeign',
  ),
  claim('assumed', 'A record that is not there: 404.', 'enterpriseMissing'),
  claim('assumed', 'A token that is not good: 401 without a word.', 'enterpriseUnauthorized'),
  claim('assumed', 'A parameter that the statement does not list is refused with 400.', 'enterpriseUnlisted'),
  claim(
    'assumed',
    'Pages may read Location and Content-Location beside the headers that they always may.',
    'enterpriseExposed',
  ),
  claim('assumed', 'A preflight takes the usual request headers.', 'enterprisePreflight'),
  claim(
    'assumed',
    'Files of documents that are neither PDF nor C-CDA stay inside the record.',
    'enterpriseOtherFiles',
  ),
  claim('assumed', 'Files of reports stay inside the record.', 'enterpriseReportFiles'),
  claim(
    'assumed',
    'The identifiers of the records are those of the cast at Office, to compare the doors.',
    'enterpriseIds',
  ),
];

export const patientR4Assumptions: readonly Claim[] = [
  claim(
    'assumed',
    'GET Patient is a Bundle of everyone whose record the account may open.',
    'enterprisePatient',
  ),
  claim('assumed', 'The account’s own comes first in it.', 'enterprisePatientOrder'),
];

export const ehrAssumptions: readonly Claim[] = [
  claim('assumed', 'A launch is good for 300 seconds.', 'enterpriseLaunchSeconds'),
  claim('assumed', 'A launch looks like one of Office.', 'enterpriseLaunchForm'),
  claim('assumed', 'Staff sign in once and stay signed in.', 'enterpriseStaffSession'),
  claim(
    'assumed',
    'They are asked nothing more, and can refuse nothing.',
    'enterpriseStaffConsent',
    'consentRefused',
  ),
  claim('assumed', 'PKCE is held to where it is sent.', 'enterpriseEhrPkce'),
  claim('assumed', 'No CORS at the token endpoint.', 'enterpriseEhrTokenCors'),
  claim(
    'assumed',
    'Refresh tokens have no age at which they are over.',
    'enterpriseEhrRefreshHours',
    'enterpriseRefreshRefused',
  ),
  claim('assumed', 'A refresh token can be used once.', 'enterpriseRotation'),
  claim('assumed', 'Revoking a refresh token ends every token of the sign-in.', 'enterpriseRevocation'),
  claim('assumed', 'A code is good for a minute.', 'enterpriseCodeSeconds'),
  claim('assumed', 'The lifetime of access tokens.', 'accessTokenSeconds'),
  claim('assumed', 'The base answers by the rules of patient access R4.', 'enterpriseEhrRules'),
];
