import type { Resource } from './resource.ts';

/**
 * NextGen Office writes the time of the request as the end of a patient's current address. Given a resource of the
 * cast, the same resource with that quirk applied: every address with a `period` that has not ended gets `now` as
 * its end. Other resources come back as they are. The stored record is never changed.
 */
export function withVolatileAddressEnd(resource: Resource, now: number): Resource {
  if (resource.resourceType !== 'Patient' || !Array.isArray(resource['address'])) return resource;
  const address = (resource['address'] as readonly { period?: { start?: string; end?: string } }[]).map(
    (each) =>
      each.period === undefined || each.period.end !== undefined
        ? each
        : { ...each, period: { ...each.period, end: practiceTime(now) } },
  );
  return { ...resource, address };
}

/** The practice keeps Arizona's time, which is seven hours behind UTC all year. */
function practiceTime(now: number): string {
  const local = new Date(now - 7 * 3_600_000).toISOString();
  return `${local.slice(0, 19)}-07:00`;
}
