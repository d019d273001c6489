/** The practice's groups: NextGen's own bodies, group 2 of its test practice from the start. */
import type { BulkSettings } from './bulk-settings.ts';

export interface BulkGroup {
  readonly id: string;
  readonly name: string;
  readonly patientIds: readonly string[];
}

export interface GroupAnswer {
  readonly status: number;
  readonly json?: object;
}

const most = 1000;

export class BulkGroups {
  readonly #groups = new Map<string, BulkGroup>();
  readonly #isPatient: (id: string) => boolean;

  constructor(first: BulkGroup, isPatient: (id: string) => boolean) {
    this.#groups.set(first.id, first);
    this.#isPatient = isPatient;
  }

  find(id: string): BulkGroup | undefined {
    return this.#groups.get(id);
  }

  list(): GroupAnswer {
    const groups = [...this.#groups.values()].map((group) => ({ resourceType: 'Group', ...group }));
    return groups.length === 0 ? { status: 404 } : { status: 200, json: { groups } };
  }

  read(id: string): GroupAnswer {
    const group = this.#groups.get(id);
    return group === undefined ? { status: 404 } : { status: 200, json: { resourceType: 'Group', ...group } };
  }

  create(body: unknown, settings: BulkSettings): GroupAnswer {
    const { resourceType, name = '', patientIds } = (body ?? {}) as Record<string, unknown>;
    const ids = stringsIn(patientIds);
    if (resourceType !== 'Group' || ids === undefined || ids.length === 0) return { status: 400 };
    const refusal = this.#refusal(ids, settings) ?? (this.#groups.size >= most ? limit : undefined);
    if (refusal !== undefined) return refusal;
    const group = { id: crypto.randomUUID(), name: String(name), patientIds: [...new Set(ids)] };
    this.#groups.set(group.id, group);
    return { status: 201, json: { resourceType: 'Group', ...group } };
  }

  update(id: string, body: unknown, settings: BulkSettings): GroupAnswer {
    const group = this.#groups.get(id);
    if (group === undefined) return { status: 404 };
    const {
      name,
      patientIdsToInclude: more = [],
      patientIdsToExclude: less = [],
    } = (body ?? {}) as Record<string, unknown>;
    const [add, remove] = [stringsIn(more), stringsIn(less)];
    if (add === undefined || remove === undefined) return { status: 400 };
    const patientIds = [...new Set([...group.patientIds, ...add])].filter((each) => !remove.includes(each));
    const refusal = this.#refusal(add, settings, patientIds.length);
    if (refusal !== undefined) return refusal;
    const changed = { ...group, ...(typeof name === 'string' && { name }), patientIds };
    this.#groups.set(id, changed);
    return { status: 200, json: { resourceType: 'Group', ...changed } };
  }

  remove(id: string): GroupAnswer {
    return { status: this.#groups.delete(id) ? 200 : 404 };
  }

  #refusal(ids: readonly string[], { groupLimit }: BulkSettings, size = ids.length): GroupAnswer | undefined {
    const invalid = ids.filter((id) => !this.#isPatient(id));
    if (invalid.length > 0)
      return { status: 422, json: { message: 'Invalid patient ids', invalidPatientIds: invalid } };
    return size > groupLimit ? limit : undefined;
  }
}

const limit: GroupAnswer = { status: 403, json: { message: 'Maximum limit reached' } };

function stringsIn(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.every((each) => typeof each === 'string') ? value : undefined;
}
