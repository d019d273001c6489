import { expect, test } from 'vitest';
import { withSandboxAt } from './sandbox-config.ts';

const at = { ehr: 'http://localhost:5001', fhir: 'http://localhost:5002' };

test('addresses and hosts of the sandbox move, others stay', () => {
  const config = {
    systems: [
      {
        fhirBase: 'http://localhost:4202/api/fhir/r4',
        identityHosts: ['localhost:4201'],
        label: 'x http://localhost:4201',
      },
      { fhirBase: 'https://fhir.example.org/r4', port: 'http://localhost:42010/x' },
    ],
  };
  expect(JSON.parse(withSandboxAt(JSON.stringify(config), at))).toEqual({
    systems: [
      {
        fhirBase: 'http://localhost:5002/api/fhir/r4',
        identityHosts: ['localhost:5001'],
        label: 'x http://localhost:4201',
      },
      { fhirBase: 'https://fhir.example.org/r4', port: 'http://localhost:42010/x' },
    ],
  });
});

test('what is no JSON is left for the registry to refuse', () => {
  expect(withSandboxAt('{ no', at)).toBe('{ no');
});
