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

test('local records of an earlier version have a base and a version of their own; nobody else has', () => {
  const office = { fhirBase: 'http://localhost:4202/api/fhir/r4', fhirVersion: 'R4' };
  const data = {
    fhirBase: 'http://localhost:4202/data/fhir/r4',
    aud: 'http://localhost:4202/data/fhir/r4',
    fhirVersion: 'R4',
  };
  const base = 'http://localhost:5002/data/fhir/dstu2';
  expect(JSON.parse(withSandboxAt(JSON.stringify({ systems: [office, data] }), at, 'DSTU2'))).toEqual({
    systems: [
      { ...office, fhirBase: 'http://localhost:5002/api/fhir/r4' },
      { fhirBase: base, aud: base, fhirVersion: 'DSTU2' },
    ],
  });
});
