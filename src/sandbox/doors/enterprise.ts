import { enterprisePaths } from '#sandbox/fhir/create-fhir-site.ts';
import { ehrOauthPath, patientOauthPath } from '#sandbox/enterprise/oauth-paths.ts';
import { claim, type Door } from './door.ts';
import {
  ehrAssumptions,
  patientR4Assumptions,
  patientSignInAssumptions,
  recordAssumptions,
} from './enterprise-assumptions.ts';
import { enterpriseDstu2Assumptions } from './enterprise-dstu2-assumptions.ts';

const codeOnce = claim(
  'specification',
  'A code is good once; a second use ends what the first one gave (RFC 6749 §4.1.2).',
  'codeReused',
);

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
  claim(
    'documented',
    'Only response_type, client_id and redirect_uri are asked for; scope, aud and state may be left out.',
  ),
  claim('recorded', 'An app that sends no PKCE signs in.', 'enterprisePkce'),
  claim(
    'recorded',
    'Patients approve or deny categories of records, then are asked whether to stay signed in.',
    'consentRefused',
    'enterpriseDenied',
  ),
  claim('documented', 'No patient in the token response.'),
  claim(
    'documented',
    'A refresh token has to be exchanged within 48 hours of its issue.',
    'enterpriseRefreshHours',
    'enterpriseRefreshRefused',
  ),
  codeOnce,
  ...patientSignInAssumptions,
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
  claim(
    'recorded',
    'Pages of 25 with page= in the next link, after the parameters in alphabetical order.',
    'enterprisePageSize',
  ),
  claim('recorded', '_count cuts the whole search, while total goes on naming all of it.'),
  claim('recorded', 'The server calls itself /R4; Goal and DocumentReference are written small in fullUrl.'),
  claim('recorded', 'Bundles without id and meta, entries without search.mode.'),
  claim(
    'recorded',
    "Types that were denied, or are not served: 403 “Read access to 'X' is denied by user”, an issue without a code.",
    'enterpriseDenied',
  ),
  claim('recorded', 'Api-Version, X-Request-Id and Cache-Control: no-store; JSON, whatever Accept asks for.'),
  claim('recorded', 'CORS at the FHIR base: the statement says so, and an app reads it from a browser.'),
  claim(
    'recorded',
    'References that lead nowhere: NullFlavor as custodian and author, Organization/0001 (400).',
  ),
  claim(
    'recorded',
    'PDF and C-CDA attachments behind the token, as downloads; the C-CDA names an external stylesheet.',
  ),
  claim(
    'recorded',
    'Codings without a code, categories in words, allergies in words, immunizations entered in error, a type that is not known.',
  ),
  ...recordAssumptions,
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
    ...patientR4Assumptions,
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
    codeOnce,
    ...ehrAssumptions,
    ...records,
  ],
};
