/** The list of devices as data: columns, and what an open one says first. */
import { statusColumn, textColumn } from '#chart/kit/columns.tsx';
import { dateText, identifierLines, joined, labels, said } from '#chart/kit/fact-words.ts';
import { formatDay } from '#chart/kit/format.ts';
import { refs } from '#chart/kit/RecordRefs.tsx';
import type { Fact, ListShape } from '#chart/kit/list.ts';
import type { DeviceIdentifier, DeviceRecord } from '#fhir/devices.ts';
import { t } from '#i18n/translate.ts';

const makeText = ({ manufacturer, modelNumber }: DeviceRecord): string =>
  joined([manufacturer, modelNumber], ' ');

const udiText = ({ udi }: DeviceRecord): string =>
  joined(
    udi.map(({ deviceIdentifier, humanReadable }) => deviceIdentifier ?? humanReadable),
    '; ',
  );

const lotAndSerial = ({ lotNumber, serialNumber }: DeviceRecord): string =>
  t('devices.lot-serial', { lot: lotNumber, serial: serialNumber });

export const deviceList: ListShape<DeviceRecord> = {
  rule: 'rule.current-newest',
  subtitle: makeText,
  findText: makeText,
  columns: [
    statusColumn(),
    textColumn('udi', 'column.udi', udiText),
    textColumn('serial', 'column.serial', lotAndSerial),
    {
      id: 'expires',
      header: 'column.expires',
      numeric: true,
      cell: ({ expirationDate }) => (expirationDate === undefined ? '' : formatDay(expirationDate)),
      text: ({ expirationDate }) => (expirationDate === undefined ? '' : formatDay(expirationDate)),
      compare: (a, b) => (a.expirationDate?.sent ?? '9').localeCompare(b.expirationDate?.sent ?? '9'),
    },
  ],
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    { label: t('fact.status-reason'), value: labels(record.statusReasons) },
    { label: t('fact.also-coded'), value: joined(record.deviceType?.conflicting ?? []) },
    {
      label: t('devices.names'),
      value: joined(
        record.names.map(({ name, use }) => (use === undefined ? name : `${name} (${use})`)),
        '\n',
      ),
    },
    ...record.udi.flatMap(udiFacts),
    { label: t('devices.distinct'), value: record.distinctIdentifier },
    { label: t('fact.manufacturer'), value: record.manufacturer },
    { label: t('devices.model'), value: record.modelNumber },
    { label: t('devices.part'), value: record.partNumber },
    { label: t('fact.lot'), value: record.lotNumber },
    { label: t('devices.serial'), value: record.serialNumber },
    { label: t('devices.made'), value: dateText(record.manufactureDate) },
    { label: t('fact.expires'), value: dateText(record.expirationDate) },
    { label: t('devices.version'), value: joined(record.versions) },
    { label: t('devices.safety'), value: labels(record.safety) },
    { label: t('devices.owner'), value: refs([record.owner]) },
    { label: t('fact.place'), value: refs([record.location]) },
    { label: t('devices.parent'), value: refs([record.parent]) },
    { label: t('fact.identifier'), value: identifierLines(record.identifiers) },
  ],
};

function udiFacts(udi: DeviceIdentifier): readonly Fact[] {
  return [
    { label: t('devices.udi-di'), value: udi.deviceIdentifier },
    { label: t('devices.udi-human'), value: udi.humanReadable },
    { label: t('devices.udi-machine'), value: udi.machineReadable },
    { label: t('devices.udi-issuer'), value: udi.issuer },
    { label: t('devices.udi-jurisdiction'), value: udi.jurisdiction },
    { label: t('devices.udi-entry'), value: udi.entryType },
  ];
}
