import type { ReactNode } from 'react';
import { ListSection } from '#chart/kit/ListSection.tsx';
import { devices } from '#fhir/devices.ts';
import { deviceList } from './device-list.tsx';

/** Devices, implanted ones with their unique device identifier. */
export function Devices(): ReactNode {
  return <ListSection section="devices" kind={devices} shape={deviceList} />;
}
