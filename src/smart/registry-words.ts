/**
 * The faults of `smart-config.json` in words, for whoever writes that file. Apart from the check itself, because
 * `/launch` needs the check and has no room for the words.
 */
import type { ConfigFault } from './failure.ts';
import type { Finding, Rule } from './registry-check.ts';

const address = 'must be an https address (http only on this machine) without user, password';
const words: Readonly<Record<Rule, string>> = {
  json: 'is not JSON',
  missing: 'is missing',
  unknown: 'is not known here',
  secret: 'no secret is accepted: every visitor receives this file',
  list: 'must be a list',
  object: 'must be an object',
  id: 'must be lower-case letters, digits and hyphens',
  name: 'must be a name, without spaces around it',
  word: 'must be one of the words that the documentation lists',
  flag: 'must be true or false',
  number: 'must be a whole number within reason, at least 1',
  url: `${address} or #`,
  base: `${address}, ?, # or final slash`,
  host: 'must be a host, or host:port',
  scope: 'must be one scope, without spaces (RFC 6749 §3.3)',
  client: 'must be printable ASCII, without spaces around it',
  path: 'must be a path on our own origin',
  empty: 'must not be empty',
  twice: 'is named twice',
  useless: 'is of no use: this kind of launch is not among the kinds',
  openid: 'must hold openid and fhirUser together, or neither',
  launch: 'must hold launch for launches from the EHR, and only for those',
  identity: "must lie on the FHIR base's host or on one of identityHosts",
  origin: "must lie on the FHIR base's own origin",
  shared: 'also belongs to another system, so a launch could mean either',
  default: 'must be the id of a system that the EHR can launch',
};

/** Each finding with its words. */
export function inWords(findings: readonly Finding[]): readonly ConfigFault[] {
  return findings.map(({ path, rule }) => ({ path, message: words[rule] }));
}
