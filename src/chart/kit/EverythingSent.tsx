import { type ReactNode, useMemo } from 'react';
import type { DetailValue } from '#fhir/detail-value.ts';
import { type Detail, detailsOf } from '#fhir/details.ts';
import type { FhirResource } from '#fhir/json.ts';
import { t } from '#i18n/translate.ts';
import { detailText } from './detail-text.ts';
import './EverythingSent.css';

/** Every element of a record under a name people can read: nothing that was sent is out of reach. */
export function EverythingSent({ resource }: { resource: FhirResource }): ReactNode {
  const details = useMemo(() => detailsOf(resource), [resource]);
  return <DetailRows details={details} />;
}

/** Labelled values; groups nest. */
function DetailRows({ details }: { details: readonly Detail[] }): ReactNode {
  return (
    <dl className="elements">
      {details.map((detail, at) => (
        // Extensions may repeat an address: only the place in the list tells them apart, and it never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={`${at} ${detail.element}`} data-modifier={detail.modifier || undefined}>
          <dt title={detail.element}>
            {typeof detail.label === 'string' ? detail.label : t(detail.label.key)}
            {detail.modifier && (
              <span className="mark" data-tone="warning">{` ${t('detail.modifier')}`}</span>
            )}
          </dt>
          <dd>
            {detail.values.map((value, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- as above
              <DetailValueView key={place} value={value} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function DetailValueView({ value }: { value: DetailValue }): ReactNode {
  if (value.kind === 'group') return <DetailRows details={value.details} />;
  if (value.kind === 'resource') {
    return (
      <>
        {value.type}
        <DetailRows details={value.details} />
      </>
    );
  }
  return (
    <>
      <div>{detailText(value)}</div>
      {'more' in value && value.more && value.more.length > 0 && <DetailRows details={value.more} />}
    </>
  );
}
