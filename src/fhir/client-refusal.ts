/** What a 403 says beside its status. */
import { readText } from './client-body.ts';

/** NextGen Enterprise's own sentence, recorded: `Read access to 'Goal' is denied by user`. */
const deniedByUser = /Read access to '([A-Za-z]{1,64})' is denied by user/i;

/** A sentence is short. */
const longest = 64 * 1024;

/**
 * The type that the person left out when they signed in, where the answer says so; undefined for every other refusal
 * and for an answer that cannot be read. NextGen Enterprise says the same of types that it was never asked to share.
 */
export async function typeDeniedByUser(response: Response): Promise<string | undefined> {
  try {
    return deniedByUser.exec(await readText(response, longest, () => undefined))?.[1];
  } catch {
    return undefined;
  }
}
