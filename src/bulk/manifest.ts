/** The list of files that an export ends with (Bulk Data Access 1.0.1 "Response - Complete Status"). */
import { BulkError } from './failure.ts';

export interface ManifestFile {
  /** The one FHIR type in it. */
  readonly type: string;
  readonly url: string;
  /** Records in it, where the server says so. */
  readonly count: number | undefined;
}

export interface Manifest {
  /** Instant as sent: what was recorded later is not in the files; the next export's `_since`. */
  readonly transactionTime: string;
  readonly requiresAccessToken: boolean;
  readonly output: readonly ManifestFile[];
  /** Files of OperationOutcomes: what could not be exported. */
  readonly error: readonly ManifestFile[];
  /** Milliseconds since 1970 after which files may be gone (`Expires`); undefined where nothing is said. */
  readonly expires: number | undefined;
}

function refuse(detail: string): never {
  throw new BulkError({ kind: 'protocol', reason: 'manifest', detail });
}

function filesOf(value: unknown, name: string): readonly ManifestFile[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return refuse(name);
  return value.map((item: unknown, index) => {
    const { type, url, count } = (item ?? {}) as Record<string, unknown>;
    // The type becomes part of a file's name here.
    if (typeof type !== 'string' || !/^[A-Z][A-Za-z]{1,63}$/.test(type))
      return refuse(`${name}[${index}].type`);
    if (typeof url !== 'string' || url === '') return refuse(`${name}[${index}].url`);
    const isCount = typeof count === 'number' && Number.isInteger(count) && count >= 0;
    return { type, url, count: isCount ? count : undefined };
  });
}

/** A FHIR instant. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads a manifest. `expires`: the `Expires` header. Throws `BulkError` (`manifest`) with the member at fault. */
export function readManifest(json: Readonly<Record<string, unknown>>, expires: string | null): Manifest {
  const { transactionTime, requiresAccessToken, output, error } = json;
  if (typeof transactionTime !== 'string' || !instant.test(transactionTime)) return refuse('transactionTime');
  if (!Array.isArray(output)) return refuse('output');
  const until = Date.parse(expires ?? '');
  return {
    transactionTime,
    // Sent as text by some servers; anything but a clear "false" wants the token, which goes to listed hosts alone.
    requiresAccessToken: !(requiresAccessToken === false || requiresAccessToken === 'false'),
    output: filesOf(output, 'output'),
    error: filesOf(error, 'error'),
    expires: Number.isNaN(until) ? undefined : until,
  };
}
