/**
 * Resources within a resource (`contained.ofType(Medication)`). They are of any types, and no type of a column fits all:
 * the reader leaves them JSON, and those of a type that a path asks for become one more column, typed as its members are.
 */
import { NotCompiled, type Value } from './compile-value.ts';
import { isPrimitive, isResourceType } from './fhir-model.ts';
import { duckType, newShape, quotedName, quotedText, type Shape } from './shape.ts';

/** A typed value out of JSON; a member that is not there is null, and one that has not FHIR's shape ends the query. */
function typed(json: string, shape: Shape, fresh: () => string): string {
  const type = duckType(shape);
  if (type === 'JSON') return json;
  if (isPrimitive(shape.type))
    return type === 'VARCHAR' ? `json_extract_string(${json}, '$')` : `${json}::${type}`;
  const members = [...shape.members].map(([name, { shape: member, repeats }]) => {
    const own = `nullif(json_extract(${json}, ${quotedText(`$.${name}`)}), 'null'::JSON)`;
    const item = fresh();
    const value = repeats
      ? `list_transform(${own}::JSON[], lambda ${item}: ${typed(item, member, fresh)})`
      : typed(own, member, fresh);
    return `${quotedText(name)}: ${value}`;
  });
  const refused = `error('JSON: an element that has no members')`;
  return `CASE WHEN json_type(${json}) = 'OBJECT' THEN {${members.join(', ')}} ELSE CASE WHEN json_type(${json}) <> 'NULL' THEN ${refused} END END`;
}

export interface Contained {
  /** Those of a type, as a list. */
  readonly ofType: (type: string) => Value;
  /** What the reader reads, with a column for each type that was asked for. */
  readonly beside: (reader: string) => string;
}

/** @param resource what carries them */
export function containedIn(resource: Value, fresh: () => string): Contained {
  const byType = new Map<string, Shape>();
  const column = (type: string): string => quotedName(`contained ${type}`);
  return {
    ofType(type) {
      if (!isResourceType(type)) throw new NotCompiled(`contained as ${type}`);
      const shape = byType.get(type) ?? newShape(type, type);
      byType.set(type, shape);
      resource.shape?.members.set('contained', { shape: newShape('Resource', 'Resource'), repeats: true });
      return { sql: `${resource.sql}.${column(type)}`, many: true, type, shape };
    },
    beside(reader) {
      if (byType.size === 0) return reader;
      const columns = [...byType].map(([type, shape]) => {
        const item = fresh();
        const own = `list_filter("contained", lambda ${item}: json_extract_string(${item}, '$.resourceType') = ${quotedText(type)})`;
        return `list_transform(${own}, lambda ${item}: ${typed(item, shape, fresh)}) AS ${column(type)}`;
      });
      return `(SELECT *, ${columns.join(', ')} FROM ${reader})`;
    },
  };
}
