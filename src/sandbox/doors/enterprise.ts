import { enterprisePaths } from '#sandbox/fhir/create-fhir-site.ts';
import { ehrOauthPath, patientOauthPath } from '#sandbox/enterprise/oauth-paths.ts';
import { claim, type Door } from './door.ts';
import { enterpriseDstu2Assumptions } from './enterprise-dstu2-assumptions.ts';

const patientSignIn = [
  claim(
    'recorded',
    'authorize, token and token/revoke on the host of the FHIR base; PKCE S256 in its discovery.',
  ),
  claim('recorded', 'No CORS at the token endpoint, for no origin.'),
  claim(
    'documented',
    'Every parameter of a token request, the secret too, stands in the query string of a POST with an empty form.',
    'enterpriseParameters',
  ),
  claim('assumed', 'A form, or Basic, is refused with invalid_request.', 'enterpriseParameters'),
  claim(
    'documented',
    'Only response_type, client_id and redirect_uri are asked for; scope, aud and state may be left out.',
  ),
  claim('assumed', 'An aud of another base is refused.', 'enterpriseAud'),
  claim('assumed', 'Scopes that are not known are overlooked.'),
  claim('recorded', 'An app that sends no PKCE signs in.', 'enterprisePkce'),
  claim('assumed', 'PKCE is held to where it is sent.', 'enterprisePkce'),
  claim(
    'recorded',
    'Patients approve or deny categories of records, then are asked whether to stay signed in.',
    'consentRefused',
    'enterpriseDenied',
  ),
  claim('assumed', 'The names of the categories and the types in each; approving none refuses the app.'),
  claim('assumed', 'Scopes for single types narrow what is offered; without any, every category is offered.'),
  claim('documented', 'No patient in the token response.'),
  claim('assumed', 'The token response does not repeat the scope.', 'enterpriseScope'),
  claim(
    'assumed',
    'An id_token where openid is asked for, which names the issuer of smart-configuration.',
    'enterpriseIssuer',
    'idToken',
  ),
  claim(
    'documented',
    'A refresh token has to be exchanged within 48 hours of its issue.',
    'enterpriseRefreshHours',
    'enterpriseRefreshRefused',
  ),
  claim(
    'assumed',
    'A refresh token can be used once, and another comes with the answer.',
    'enterpriseRotation',
  ),
  claim('assumed', 'Revoking a refresh token ends every token of the sign-in.'),
  claim(
    'assumed',
    'A code is good for a minute and once; an access token for as long as is set here.',
    'accessTokenSeconds',
    'codeReused',
  ),
];

const records = [
  claim('recorded', '28 types with the parameters of the captured statement.'),
  claim(
    'assumed',
    'ExplanationOfBenefit, which the statement does not list, is denied as others of those are.',
    'enterpriseClaims',
  ),
  claim(
    'recorded',
    'Observation without category or code: 400. CarePlan without a valid category: 404. Searching Provenance: 400 with a stack trace.',
  ),
  claim('assumed', 'assess-plan is the one valid category of CarePlan.'),
  claim(
    'recorded',
    'Pages of 25 with page= in the next link, after the parameters in alphabetical order.',
    'enterprisePageSize',
  ),
  claim('recorded', '_count cuts the whole search, while total goes on naming all of it.'),
  claim('assumed', '_maxresults does the same.'),
  claim('assumed', 'Without either a search gives all there is.', 'enterpriseMost'),
  claim('recorded', 'The server calls itself /R4; Goal and DocumentReference are written small in fullUrl.'),
  claim('recorded', 'Bundles without id and meta, entries without search.mode.'),
  claim(
    'recorded',
    "Types that were denied, or are not served: 403 “Read access to 'X' is denied by user”, an issue without a code.",
    'enterpriseDenied',
  ),
  claim(
    'assumed',
    'The same for a record of another patient. 404 for a record that is not there, 401 without a word for a token that is not good.',
  ),
  claim('assumed', 'A parameter that the statement does not list is refused with 400.', 'enterpriseUnlisted'),
  claim('recorded', 'Api-Version, X-Request-Id and Cache-Control: no-store; JSON, whatever Accept asks for.'),
  claim('recorded', 'CORS at the FHIR base: the statement says so, and an app reads it from a browser.'),
  claim('assumed', 'Which headers a page may read of an answer, and that a preflight takes the usual ones.'),
  claim(
    'recorded',
    'References that lead nowhere: NullFlavor as custodian and author, Organization/0001 (400).',
  ),
  claim(
    'recorded',
    'PDF and C-CDA attachments behind the token, as downloads; the C-CDA names an external stylesheet.',
  ),
  claim('assumed', 'Other attachments stay inside the record, and so do the PDF files of reports.'),
  claim(
    'recorded',
    'Codings without a code, categories in words, allergies in words, immunizations entered in error, a type that is not known.',
  ),
  claim('assumed', 'The identifiers of the records: those of the cast at Office, to compare the doors.'),
];

export const enterpriseR4: Door = {
  id: 'enterprise-r4',
  title: 'NextGen Enterprise patient access, R4',
  imitates: 'https://fhir.nextgen.com/nge/prod/fhir-api-r4/fhir/r4 with its patient-oauth',
  clients: ['chartside-sandbox-enterprise'],
  addresses: ({ fhirUrl }) => [
    ['FHIR base', fhirUrl + enterprisePaths.r4],
    ['Sign-in', fhirUrl + patientOauthPath],
  ],
  claims: [
    claim('documented', 'GET Patient tells whose record is open.'),
    claim(
      'assumed',
      'It is a Bundle of everyone whose record the account may open, its own first.',
      'enterprisePatient',
    ),
    claim('recorded', 'Two discovery documents at the base that name two different issuers.'),
    ...patientSignIn,
    ...records,
  ],
};

export const enterpriseDstu2: Door = {
  id: 'enterprise-dstu2',
  title: 'NextGen Enterprise patient access, DSTU2',
  imitates: 'https://fhir.nextgen.com/nge/prod/fhir-api/fhir/dstu2, which is being retired',
  clients: ['chartside-sandbox-enterprise-dstu2'],
  addresses: ({ fhirUrl }) => [
    ['FHIR base', fhirUrl + enterprisePaths.dstu2],
    ['Sign-in', fhirUrl + patientOauthPath],
  ],
  claims: [
    claim(
      'specification',
      'A sign-in for one version is none for the other: a token of the DSTU2 base is refused at R4’s with 401.',
    ),
    claim('assumed', 'The version follows from the client that signs in.'),
    ...enterpriseDstu2Assumptions,
    ...patientSignIn,
  ],
};

export const enterpriseEhr: Door = {
  id: 'enterprise-ehr',
  title: 'NextGen Enterprise, launched from the EHR',
  imitates:
    'a practice’s own base of NextGen Enterprise with its nge-oauth; the base is the practice’s to name',
  clients: ['chartside-sandbox-enterprise-ehr'],
  addresses: ({ fhirUrl }) => [
    ['FHIR base', fhirUrl + enterprisePaths.ehr],
    ['Sign-in', fhirUrl + ehrOauthPath],
  ],
  claims: [
    claim(
      'recorded',
      'The path nge-oauth with authorize and token: in public projects, for other kinds of access.',
    ),
    claim(
      'specification',
      'launch and aud are needed; the client authenticates with Basic.',
      'launch',
      'sendIss',
    ),
    claim(
      'specification',
      'patient, encounter, need_patient_banner and smart_style_url in the token response, fhirUser in the id_token.',
      'omitPatient',
      'encounter',
      'banner',
      'style',
      'idToken',
    ),
    claim('assumed', 'A launch is good for 300 seconds and looks like one of Office.'),
    claim(
      'assumed',
      'Staff sign in once and are asked nothing more; they can refuse nothing.',
      'consentRefused',
    ),
    claim('assumed', 'PKCE is held to where it is sent. No CORS at the token endpoint.'),
    claim(
      'assumed',
      'Refresh tokens have no age at which they are over, and can be used once.',
      'enterpriseRefreshRefused',
    ),
    claim('assumed', 'The base answers by the rules of patient access R4.'),
    ...records,
  ],
};
