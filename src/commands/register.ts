/** `npm run register`: what to send to NextGen for each of its programmes, and whether the addresses in it answer. */
import { parseArgs } from 'node:util';
import { UsageError } from './options.ts';
import { readConfig, readRegistry } from './read-registry.ts';
import { checkAddresses } from './register-check.ts';
import { programmesOf, type Applicant } from './register-mails.ts';
import { runCommand } from './run-command.ts';

export const registerUsage = `npm run register -- --origin https://chart.example.org [options]

  --origin URL         where people reach the app: an https origin alone
  --config FILE        the configuration it runs with there (smart-config.json)
  --contact MAIL       your contact e-mail
  --organization NAME  your organization
  --description TEXT   what your organization does
  --no-check           print only; ask none of the addresses
  --help               this text
`;

export interface RegisterOptions extends Applicant {
  readonly origin: string;
  readonly config: string;
  readonly check: boolean;
}

/** The public origin, checked: registered addresses have no parameters, and codes are sent to them. */
function originOf(text: string | undefined): string {
  if (text === undefined)
    throw new UsageError('Say where people reach the app: --origin https://chart.example.org');
  const url = URL.parse(text);
  const loopback = url !== null && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && loopback))) {
    throw new UsageError(`--origin takes an https address such as https://chart.example.org, not "${text}".`);
  }
  if (text.replace(/\/$/, '') !== url.origin) {
    throw new UsageError(
      `--origin takes the origin alone, in small letters (${url.origin}), not "${text}": registered addresses have no parameters.`,
    );
  }
  return url.origin;
}

/** Reads the command line. Anything unknown throws `UsageError`. */
export function registerOptions(argv: readonly string[]): RegisterOptions | 'help' {
  const text = { type: 'string' } as const;
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        origin: text,
        config: { type: 'string', default: 'smart-config.json' },
        contact: text,
        organization: text,
        description: text,
        'no-check': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return 'help';
  const { contact, organization, description, config } = values;
  return {
    origin: originOf(values.origin),
    config,
    contact,
    organization,
    description,
    check: !values['no-check'],
  };
}

/** Prints everything; false where something has to be put right first. */
export async function register(options: RegisterOptions, print: (text: string) => void): Promise<boolean> {
  const { registry: all, faults } = readRegistry(await readConfig(options.config));
  if (faults.length > 0) {
    throw new Error(`${options.config} has faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
  let well = true;
  for (const { name, text, faults: wrong } of programmesOf(all, options.origin, options)) {
    print(`\n━━ ${name}\n\n${text}`);
    for (const fault of wrong) print(`  ✗ ${fault}\n`);
    well &&= wrong.length === 0;
  }
  if (!options.check) {
    print('\nThe addresses were not asked (--no-check).\n');
    return well;
  }
  print(`\n━━ Addresses\n\n`);
  for (const { what, url, faults: wrong } of await checkAddresses(all, options.origin)) {
    print(wrong.length === 0 ? `  ✓ ${what} ${url}\n` : `  ✗ ${what} ${url}\n`);
    for (const fault of wrong) print(`      ${fault}\n`);
    well &&= wrong.length === 0;
  }
  print(
    well ? '\nEverything answers as required.\n' : '\nPut right what is marked ✗ before you send anything.\n',
  );
  return well;
}

/** The command line of `npm run register`: 1 where something is not as it should be. */
export async function registerCommand(argv: readonly string[]): Promise<void> {
  const options = registerOptions(argv);
  if (options === 'help') process.stdout.write(registerUsage);
  else if (!(await register(options, (text) => process.stdout.write(text)))) process.exitCode = 1;
}

if (import.meta.main) runCommand(() => registerCommand(process.argv.slice(2)), registerUsage);
