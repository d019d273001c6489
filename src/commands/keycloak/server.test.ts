import { expect, test } from 'vitest';
import { withoutDatabasePort } from './server.ts';

test('the database of generation 16 opens no port', () => {
  const url = 'jdbc:h2:${jboss.server.data.dir}/keycloak';
  const shipped = `<connection-url>${url};AUTO_SERVER=TRUE</connection-url>`;
  expect(withoutDatabasePort(shipped)).toBe(`<connection-url>${url}</connection-url>`);
  expect(() => withoutDatabasePort('<connection-url>jdbc:other</connection-url>')).toThrow(
    /is not where it was/,
  );
});
