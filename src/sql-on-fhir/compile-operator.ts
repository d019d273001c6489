/** The operators of FHIRPath that have exact counterparts in DuckDB's SQL. */
import { isNumber, isText, NotCompiled, single, truth, type Value } from './compile-value.ts';

const result = (sql: string, type = 'boolean'): Value => ({
  sql: `(${sql})`,
  many: false,
  type,
  shape: undefined,
});

export function compileOperator(name: string, left: Value, right: Value): Value {
  const texts = isText(left.type) && isText(right.type);
  const numbers = isNumber(left.type) && isNumber(right.type);
  const alike = texts || numbers || (left.type === 'boolean' && right.type === 'boolean');
  switch (name) {
    case '=':
    case '!=': {
      if (!alike || (left.many && right.many)) throw new NotCompiled(`${name} of such values`);
      const [list, one] = left.many ? [left, right] : [right, left];
      const same = list.many
        ? `CASE coalesce(len(${list.sql}), 0) WHEN 0 THEN NULL WHEN 1 THEN (${list.sql})[1] = ${one.sql} ELSE CASE WHEN ${one.sql} IS NOT NULL THEN false END END`
        : `${left.sql} = ${right.sql}`;
      return result(name === '=' ? same : `NOT (${same})`);
    }
    case '<':
    case '>':
    case '<=':
    case '>=':
      if (!numbers) throw new NotCompiled(`${name} of such values`);
      return result(`${single(left, name)} ${name} ${single(right, name)}`);
    case 'and':
    case 'or':
      return result(`${truth(left)} ${name.toUpperCase()} ${truth(right)}`);
    case 'xor':
      return result(`${truth(left)} <> ${truth(right)}`);
    case 'implies':
      return result(`NOT ${truth(left)} OR ${truth(right)}`);
    case '&':
    case '+': {
      if (!texts) throw new NotCompiled(`${name} of such values`);
      const [a, b] = [single(left, name), single(right, name)];
      return result(name === '+' ? `${a} || ${b}` : `coalesce(${a}, '') || coalesce(${b}, '')`, 'string');
    }
    default:
      throw new NotCompiled(`the operator ${name}`);
  }
}
