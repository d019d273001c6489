/** The words of `npm run bulk` about keys: making and rotating them, and what NextGen would say to the published set. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BulkError, exitCodes } from '#bulk/failure.ts';
import { checkPublished } from '#bulk/key-set-check.ts';
import { activeKids, makeKeys, privateName, readPrivateKeys } from '#bulk/keys.ts';
import { need, type Verb } from './bulk-told.ts';

const day = 86_400_000;

/** Milliseconds since a file was written; infinite where there is none. */
async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => Infinity,
  );
}

export const keyVerbs: Readonly<Record<'keys' | 'jwks', Verb>> = {
  async keys(options) {
    const folder = need(
      options.out,
      'Say where the keys shall lie: --out DIR, a folder that no web server serves.',
    );
    if (options.rotate && options.check !== undefined) {
      const [, next] = activeKids(await readPrivateKeys(join(folder, privateName)));
      const faults = await checkPublished(options.check, next === undefined ? [] : [next]);
      if (faults.length > 0)
        throw new BulkError({
          kind: 'setup',
          say: ['Not rotated: the published set has faults.', ...faults].join('\n'),
        });
    }
    const isYoung = options.rotate && (await ageOf(join(folder, privateName))) < day;
    const made = await makeKeys(folder, options);
    const role = (kid: string, index: number): string =>
      index === 0
        ? '(signs)'
        : made.retired.includes(kid)
          ? '(signed before; gone at the next rotation)'
          : '(published now, to sign later)';
    return {
      json: made,
      lines: [
        `Private, for this machine alone: ${made.privatePath}`,
        `Public: ${made.publicPath}. ${
          options.rotate
            ? 'Publish it anew: the new key in it is to be known before the next rotation.'
            : 'Publish it at an https address of yours and give NextGen that address.'
        }`,
        ...(isYoung
          ? [
              'The keys were made less than a day ago. Whoever keeps the published set for a while may not know the key that signs ' +
                'now: publish the set at once, and see that "jwks --check URL" takes it before the next sign-in.',
            ]
          : []),
        ...made.kids.map((kid, index) => `  ${kid}  ${role(kid, index)}`),
      ],
    };
  },

  async jwks(options) {
    const url = need(options.check, 'Say which published set: jwks --check URL.');
    const mine = options.keys === undefined ? [] : activeKids(await readPrivateKeys(options.keys));
    const faults = await checkPublished(url, mine);
    const lines = faults.length === 0 ? ['NextGen would take this key set.'] : faults;
    return { json: { url, faults }, lines, exit: faults.length === 0 ? exitCodes.done : exitCodes.failed };
  },
};
