/** What was granted, and what it lets this app read. */
export interface GrantedScopes {
  /** As the sign-in server sent them (or as asked for, where it sent none: RFC 6749 §5.1). */
  readonly sent: readonly string[];
  /** `yes`, `no`, or the only category codes of that type that may be read (lower case). */
  allows(type: string): 'yes' | 'no' | readonly string[];
}
