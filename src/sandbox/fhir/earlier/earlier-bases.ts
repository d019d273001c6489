import { enterprisePaths, type SiteBase } from '#sandbox/fhir/create-fhir-site.ts';
import type { Store } from '#sandbox/fhir/store.ts';
import { earlierCast } from './earlier-cast.ts';
import { checkEnterpriseDstu2, enterpriseDstu2Types, forDstu2 } from './enterprise-dstu2-rules.ts';
import { officeR3Path } from './office-r3-rules.ts';

/** What a base takes from whoever signs people in for it. */
type SignIn = Pick<SiteBase, 'checkToken' | 'identity' | 'discovery' | 'watched'>;

/** NextGen Office R3: the cast in STU3, with the realm's tokens. */
export function officeR3Base(office: Store, signIn: SignIn, present?: SiteBase['present']): SiteBase {
  return {
    ...signIn,
    path: officeR3Path,
    rules: 'office',
    version: 'stu3',
    store: earlierCast(office, 'STU3'),
    ...(present && { present }),
  };
}

/** NextGen Enterprise DSTU2: the cast in DSTU2, with tokens of an authorization of its own. */
export function enterpriseDstu2Base(office: Store, signIn: SignIn): SiteBase {
  return {
    ...signIn,
    checkToken: forDstu2(signIn.checkToken),
    watched: false,
    path: enterprisePaths.dstu2,
    rules: 'us-core',
    version: 'dstu2',
    types: enterpriseDstu2Types,
    refuse: checkEnterpriseDstu2,
    store: earlierCast(office, 'DSTU2'),
  };
}
