/** What nobody publishes of NextGen Enterprise R4, its sign-ins and its EHR's launch: each thing that may turn out otherwise. */

/** Words for the developer, and what may be chosen: the first word, or the amount `by` default, is what the sandbox takes for granted. */
export const enterpriseChoices = {
  enterpriseUnknownScopes: ['Scopes that patient-oauth does not know', ['overlooked', 'refused']],
  enterpriseScopesNarrow: [
    'Scopes for single types at patient-oauth: they narrow which categories are offered, or are overlooked',
    ['narrow', 'overlooked'],
  ],
  enterpriseNoScopes: [
    'Without a scope for records patient-oauth offers every category, or those that an app was registered for (nothing of the practice, of questionnaires or of who recorded what)',
    ['everything', 'registered'],
  ],
  enterpriseCategoryTitles: [
    'How the consent page of patient-oauth names its categories: in everyday words, or by FHIR’s types',
    ['everyday', 'types'],
  ],
  enterpriseCategoryTypes: [
    'The categories of the consent page of patient-oauth: one for each subject, or a few broad ones',
    ['subjects', 'broad'],
  ],
  enterpriseNoneApproved: [
    'Whoever approves no category at patient-oauth: the app is refused, or let in and denied every record',
    ['refused', 'let-in'],
  ],
  enterpriseIdToken: [
    'An id_token of patient-oauth: where openid is asked for, or never',
    ['asked', 'never'],
  ],
  enterpriseRevocation: [
    'Revoking a refresh token at Enterprise ends every token of the sign-in, or that one alone',
    ['all', 'one'],
  ],
  enterpriseCodeSeconds: ['A code of Enterprise is good for', { unit: 'seconds', most: 600, by: 60 }],
  enterpriseTokenBase: [
    'The base that a token of patient-oauth opens: that of the client’s version, or the one that aud names (without aud: both)',
    ['client', 'aud'],
  ],
  enterprisePatientOrder: [
    'In the Bundle of GET {base}/Patient at Enterprise the account’s own record comes first, or last',
    ['own-first', 'own-last'],
  ],
  enterpriseCarePlanCategory: [
    'Categories by which Enterprise lets care plans be searched: assess-plan alone, any, or another alone',
    ['assess-plan', 'any', 'another'],
  ],
  enterpriseMaxResults: [
    '_maxresults at Enterprise cuts the search as _count does, or does nothing',
    ['cuts', 'overlooked'],
  ],
  enterpriseForeign: [
    'Records of another patient at Enterprise: denied (403), or as if there were none (404, or an empty Bundle)',
    ['denied', 'hidden'],
  ],
  enterpriseMissing: [
    'A record that is not there at Enterprise: 404, 410, or 400 as recorded of one',
    ['not-found', 'gone', 'bad-request'],
  ],
  enterpriseUnauthorized: [
    '401 of Enterprise’s FHIR server: without a word, or with an OperationOutcome',
    ['wordless', 'outcome'],
  ],
  enterpriseExposed: [
    'Headers of an answer of Enterprise that a page may read beside the few that it always may',
    ['location', 'none', 'all'],
  ],
  enterprisePreflight: [
    'Request headers that a preflight of Enterprise allows: the usual ones, Accept and Authorization alone, or whichever are asked for',
    ['usual', 'few', 'any'],
  ],
  enterpriseOtherFiles: [
    'Files of documents at Enterprise that are neither PDF nor C-CDA: inside the record, or behind the token',
    ['inside', 'apart'],
  ],
  enterpriseReportFiles: [
    'Files of reports at Enterprise: inside the record, or behind the token',
    ['inside', 'apart'],
  ],
  enterpriseIds: [
    'Ids of records at Enterprise R4: those of Office, or others (but for patients)',
    ['office', 'own'],
  ],
  enterpriseLaunchSeconds: [
    'A launch of NextGen Enterprise is good for',
    { unit: 'seconds', most: 86_400, by: 300 },
  ],
  enterpriseLaunchForm: [
    'A launch of NextGen Enterprise looks like one of Office, or is a UUID',
    ['office', 'uuid'],
  ],
  enterpriseStaffSession: [
    'Staff who have signed in at nge-oauth stay signed in, or sign in at each launch',
    ['kept', 'each-launch'],
  ],
  enterpriseStaffConsent: [
    'Staff at nge-oauth are asked nothing, or whether the app may read, and can refuse',
    ['none', 'asked'],
  ],
  enterpriseEhrPkce: ['PKCE at nge-oauth', ['optional', 'required', 'refused', 'overlooked']],
  enterpriseEhrTokenCors: ['CORS at the token endpoint of nge-oauth', ['none', 'sent']],
  enterpriseEhrRefreshHours: [
    'A refresh token of nge-oauth must be exchanged within this time of its issue; 0 = it has no age',
    { unit: 'hours', most: 2400, by: 0 },
  ],
  enterpriseEhrRules: [
    'The base of NextGen Enterprise’s EHR answers by the rules of patient access R4, or as a plain server (no category needed, 404 for what is not served)',
    ['patient-access', 'plain'],
  ],
} as const;

type Choices = typeof enterpriseChoices;

/** A choice is one of its words, an amount any whole number. */
type Value<Takes> = Takes extends readonly (infer Word)[] ? Word : number;

export type EnterpriseSwitches = { -readonly [Name in keyof Choices]: Value<Choices[Name][1]> };

export const enterpriseDefaults = Object.fromEntries(
  Object.entries(enterpriseChoices).map(([name, [, takes]]) => [name, 'by' in takes ? takes.by : takes[0]]),
) as unknown as EnterpriseSwitches;
