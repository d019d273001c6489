/** A view's constants (SQL on FHIR v2, `constant`), put into its paths as literals: whoever runs a path knows literals. */

export interface Constants {
  /** The path with every `%name` of the view replaced; names that FHIRPath or the specification gives are left. */
  putInto(path: string): { readonly path: string } | { readonly unknown: string };
}

const given = /^(rowIndex|resource|rootResource|context|ucum|sct|loinc)$/;

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** `value[x]` as FHIRPath spells it; undefined where the value is not of that type. */
function literal(type: string, value: unknown): string | undefined {
  switch (type) {
    case 'Boolean':
      return typeof value === 'boolean' ? String(value) : undefined;
    case 'Integer':
    case 'PositiveInt':
    case 'UnsignedInt':
    case 'Integer64':
      return Number.isInteger(Number(value)) ? `(${String(Number(value))})` : undefined;
    case 'Decimal':
      return typeof value === 'number' ? `(${String(value)})` : undefined;
    case 'Date':
    case 'DateTime':
    case 'Instant': {
      if (typeof value !== 'string' || !/^\d{4}(-\d\d){0,2}(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.test(value))
        return undefined;
      return type === 'Date' || value.includes('T') ? `@${value}` : `@${value}T`;
    }
    case 'Time':
      return typeof value === 'string' && /^\d\d(:\d\d){1,2}(\.\d+)?$/.test(value) ? `@T${value}` : undefined;
    case 'Base64Binary':
    case 'Canonical':
    case 'Code':
    case 'Id':
    case 'Oid':
    case 'String':
    case 'Uri':
    case 'Url':
    case 'Uuid':
      return typeof value === 'string' ? quoted(value) : undefined;
    default:
      return undefined;
  }
}

/** Reads `constant`; what is wrong with it is added to `faults`. */
export function readConstants(json: unknown, faults: string[]): Constants {
  const literals = new Map<string, string>();
  const list: readonly unknown[] = Array.isArray(json) ? json : [];
  if (json !== undefined && !Array.isArray(json)) faults.push('constant: is a list.');
  list.forEach((each, index) => {
    const members = Object.entries((each ?? {}) as Record<string, unknown>);
    const name = members.find(([key]) => key === 'name')?.[1];
    const values = members.filter(([key]) => /^value[A-Z]/.test(key));
    const [key = '', value] = values[0] ?? [];
    const text = literal(key.replace(/^value/, ''), value);
    if (typeof name !== 'string' || !/^[A-Za-z][A-Za-z0-9_]*$/.test(name))
      faults.push(`constant[${index}].name: begins with a letter and holds letters, digits and underscores.`);
    else if (values.length !== 1 || text === undefined)
      faults.push(`constant[${index}]: has one value, of a type that a constant can have.`);
    else literals.set(name, text);
  });
  // Texts and names in back quotes are passed over: a per cent sign in them is nobody's name.
  const tokens = /'(?:\\.|[^'\\])*'|(?<!%)`(?:\\.|[^`\\])*`|%(?:`([^`]+)`|'([^']+)'|([A-Za-z_][\w-]*))/g;
  return {
    putInto(path) {
      let unknown: string | undefined;
      const filled = path.replace(tokens, (whole, ticked?: string, text?: string, plain?: string) => {
        const name = ticked ?? text ?? plain;
        if (name === undefined) return whole;
        const found = literals.get(name);
        if (found === undefined && !given.test(name) && !/^(vs|ext)-/.test(name)) unknown ??= name;
        return found ?? whole;
      });
      return unknown === undefined ? { path: filled } : { unknown };
    },
  };
}
