import type { Control } from '#sandbox/control.ts';
import { enterprisePaths, fhirPaths, type SiteBase } from '#sandbox/fhir/create-fhir-site.ts';
import { typesOf } from '#sandbox/fhir/data-version.ts';
import type { Store } from '#sandbox/fhir/store.ts';
import { earlierCast } from './earlier-cast.ts';
import { checkEnterpriseDstu2, enterpriseDstu2Types, forDstu2 } from './enterprise-dstu2-rules.ts';
import { officeR3Path, officeR3RulesWith } from './office-r3-rules.ts';

/** What a base takes from whoever signs people in for it. */
type SignIn = Pick<SiteBase, 'checkToken' | 'identity' | 'discovery' | 'watched'>;

/** Where the bases stand, and whose switches they follow: read at every request. */
interface At {
  readonly control: Control;
  readonly origin: string;
}

/** NextGen Office R3: the cast in STU3, with the realm's tokens. */
export function officeR3Base(
  office: Store,
  signIn: SignIn,
  { control, origin }: At,
  present?: SiteBase['present'],
): SiteBase {
  return {
    ...signIn,
    path: officeR3Path,
    version: 'stu3',
    ...(present && { present }),
    limitedAs: (address) =>
      ({ shared: address, own: `${address} at R3`, none: undefined })[control.switches.officeR3Limit],
    manner: () => {
      const { switches } = control;
      const cast = earlierCast(office, 'STU3', {
        ids: switches.officeR3Ids,
        files: switches.officeR3Documents === 'data' ? 'data' : 'binary',
        extensions: 'argonaut',
        careTeams: 'sent',
      });
      const rules = officeR3RulesWith(switches);
      return {
        store: cast.store,
        rules: switches.officeR3Server === 'hapi' ? 'office' : 'us-core',
        typeRules: rules,
        types: rules.map(({ type }) => type),
        ignoresUnlisted: switches.officeR3Unlisted === 'ignored',
        alsoTokensFor:
          switches.officeR3Tokens === 'shared' || switches.officeR3Aud === 'r4'
            ? [origin + fhirPaths.office]
            : [],
        ...(switches.officeR3Documents !== 'data' && { files: cast.files }),
        filesAsFhir: switches.officeR3Documents === 'binary-as-fhir',
      };
    },
  };
}

/** NextGen Enterprise DSTU2: the cast in DSTU2, with tokens of an authorization of its own. */
export function enterpriseDstu2Base(office: Store, signIn: SignIn, { control, origin }: At): SiteBase {
  return {
    ...signIn,
    checkToken: forDstu2(signIn.checkToken),
    watched: false,
    path: enterprisePaths.dstu2,
    version: 'dstu2',
    manner: () => {
      const { switches } = control;
      const cast = earlierCast(
        office,
        'DSTU2',
        {
          ids: switches.dstu2Ids,
          files: switches.dstu2Documents === 'data' ? 'data' : 'binary',
          extensions: switches.dstu2Extensions,
          careTeams: switches.dstu2CareTeam === 'absent' ? 'absent' : 'sent',
        },
        switches.dstu2Errors,
      );
      const types = switches.dstu2Types === 'all' ? [...typesOf('dstu2')] : enterpriseDstu2Types;
      return {
        store: cast.store,
        rules: 'us-core',
        types: types.filter(
          (type) => type !== 'MedicationStatement' || switches.dstu2Statements === 'served',
        ),
        refuse: (type, query) => checkEnterpriseDstu2(type, query, switches),
        deniesOthers: switches.dstu2NotServed === 'denied',
        mediaTypeOf: switches.dstu2MediaType === 'json+fhir' ? 'dstu2' : 'stu3',
        alsoTokensFor: switches.dstu2Tokens === 'shared' ? [origin + enterprisePaths.r4] : [],
        ...(switches.dstu2Documents !== 'data' && { files: cast.files }),
        filesAsFhir: switches.dstu2Documents === 'binary-as-fhir',
      };
    },
  };
}
