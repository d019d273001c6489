import { clients } from '#sandbox/cast.ts';
import { fhirPaths } from '#sandbox/fhir/create-fhir-site.ts';
import { realmPath } from '#sandbox/identity/realm.ts';
import { officeR3Path } from '#sandbox/fhir/earlier/office-r3-rules.ts';
import { claim, type Door } from './door.ts';
import { officeR3Assumptions } from './office-r3-assumptions.ts';

const types = '26 types with the parameters and includes of the captured statement.';
const wrongTypes = claim(
  'recorded',
  'Types of parameters that are wrong in the statement (category as a reference) stay so.',
);
const patientSignIn = [
  claim('documented', 'After the sign-in a patient chooses whose record is opened.'),
  claim('documented', 'Scopes can be deselected on the consent page.', 'consentRefused'),
];
const shared = [
  claim(
    'documented',
    'At most twenty requests a minute from one address.',
    'requestsPerMinute',
    'preflightsCounted',
  ),
  claim('assumed', 'A 429 has CORS headers.', 'corsOn429'),
  claim('assumed', 'A 429 has no Retry-After.', 'retryAfter'),
  claim('assumed', 'FHIR answers have CORS headers for registered origins.', 'officeCors'),
  claim('assumed', 'How long a preflight may be remembered is not said.', 'corsMaxAge'),
  claim(
    'assumed',
    'Everything in one Bundle, as a HAPI server without a paging provider gives it.',
    'pageSize',
  ),
  claim(
    'documented',
    'Spaces around patient and smart_style_url, need_patient_banner as a text.',
    'banner',
    'style',
  ),
  claim('recorded', 'No iss in the callback: the real Keycloak is older than that.', 'callbackIss'),
  claim('assumed', 'The lifetime of access tokens.', 'accessTokenSeconds'),
  claim('assumed', "A patient's own token reads Device and Location.", 'strictCompartment'),
];

const addresses: Door['addresses'] = ({ ehrUrl, fhirUrl }) => [
  ['FHIR base', fhirUrl + fhirPaths.office],
  ['Sign-in', ehrUrl + realmPath],
];
const ofTheRealm = clients.map(({ id }) => id);

export const officeEhr: Door = {
  id: 'office-ehr',
  title: 'NextGen Office, launched from the EHR',
  imitates: 'https://fhir.meditouchehr.com/api/fhir/r4, from a chart of NextGen Office',
  clients: ofTheRealm,
  addresses,
  claims: [
    claim('documented', 'A launch is good for 300 seconds.', 'launch'),
    claim('assumed', 'The launch address carries iss: the guide does not mention it.', 'sendIss'),
    claim('documented', 'The visit may be left out.', 'encounter'),
    claim('recorded', types),
    wrongTypes,
    ...shared,
  ],
};

export const officePortal: Door = {
  id: 'office-portal',
  title: 'YourHealthFile, the patients of NextGen Office',
  imitates: 'https://fhir.meditouchehr.com/api/fhir/r4, from the app’s own address',
  clients: ofTheRealm,
  addresses,
  claims: [...patientSignIn, claim('recorded', types), wrongTypes, ...shared],
};

/** Nobody published anything of its records: the base, the sign-in and the limit are documented. */
export const officeR3: Door = {
  id: 'office-r3',
  title: 'YourHealthFile, the patients of NextGen Office, R3',
  imitates: 'https://fhir.meditouchehr.com/api/fhir, from the app’s own address',
  clients: ofTheRealm,
  addresses: ({ ehrUrl, fhirUrl }) => [
    ['FHIR base', fhirUrl + officeR3Path],
    ['Sign-in', ehrUrl + realmPath],
  ],
  claims: [
    claim('documented', 'The same authorization server as for R4, and R4’s base lies below this one.'),
    ...patientSignIn,
    ...officeR3Assumptions,
    ...shared,
  ],
};
