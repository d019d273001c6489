/** What an entry of `smart-config.json` can break, for whoever writes that file: said beside the entry's path. */
const address = 'must be an https address (http only on this machine) without user, password';

export const configFaults = {
  'config.faults': 'Faults in smart-config.json',

  'config.json': 'is not JSON',
  'config.missing': 'is missing',
  'config.unknown': 'is not known here',
  'config.secret': 'no secret is accepted: every visitor receives this file',
  'config.list': 'must be a list',
  'config.object': 'must be an object',
  'config.id': 'must be lower-case letters, digits and hyphens',
  'config.name': 'must be a name, without spaces around it',
  'config.word': 'must be one of the words that the documentation lists',
  'config.flag': 'must be true or false',
  'config.number': 'must be a whole number within reason, at least 1',
  'config.url': `${address} or #`,
  'config.base': `${address}, ?, # or final slash`,
  'config.host': 'must be a host, or host:port',
  'config.scope': 'must be one scope, without spaces (RFC 6749 §3.3)',
  'config.client': 'must be printable ASCII, without spaces around it',
  'config.path': 'must be a path on our own origin',
  'config.empty': 'must not be empty',
  'config.twice': 'is named twice',
  'config.useless': 'is of no use: this kind of launch is not among the kinds',
  'config.openid': 'must hold openid and fhirUser together, or neither',
  'config.launch': 'must hold launch for launches from the EHR, and only for those',
  'config.identity': "must lie on the FHIR base's host or on one of identityHosts",
  'config.origin': "must lie on the FHIR base's own origin",
  'config.shared': 'also belongs to another system, so a launch could mean either',
  'config.callback':
    'is the callback of another sign-in server too, and neither is known to name itself in its answers (endpoints.issInCallback): one could be taken for the other, so each needs a path of its own',
  'config.pkce': 'must be S256: only a confidential client can do without',
  'config.https': 'must be an https address',
  'config.default': 'must be the id of a system that the EHR can launch',
} as const;
