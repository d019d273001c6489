import '#i18n/later.ts';
import { t } from '#i18n/translate.ts';
import type { Finding } from '#smart/registry-check.ts';

/** What is wrong with the configuration, entry by entry. */
export function Faults({ faults }: { faults: readonly Finding[] }) {
  return (
    <section className="front-group">
      <h2>{t('config.faults')}</h2>
      <dl className="front-faults">
        {faults.map(({ path, rule }) => (
          <div key={path}>
            <dt>
              <code>{path}</code>
            </dt>
            <dd>{t(`config.${rule}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
