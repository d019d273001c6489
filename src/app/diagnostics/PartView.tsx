import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import { countOf, type Line, type Part, type Table, type Verdict } from './report.ts';

const shapes: Readonly<Record<Verdict, string>> = { good: '✓', note: '◆', fault: '✕' };

/** A verdict as a shape and a word; colour only repeats it. */
function Mark({ verdict }: { verdict: Verdict }): ReactNode {
  return (
    <span className={`diag-mark diag-${verdict}`}>
      <span aria-hidden="true">{shapes[verdict]} </span>
      {t(`diag.${verdict}`)}
    </span>
  );
}

export function Lines({ lines }: { lines: readonly Line[] }): ReactNode {
  return (
    <dl className="diag-lines">
      {lines.map(({ name, value, shown = value, verdict, todo }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {verdict !== undefined && <Mark verdict={verdict} />}
            <span>{shown}</span>
            {todo !== undefined && <p className="muted">{todo}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Grid({ table, label }: { table: Table; label: string }): ReactNode {
  const [first, ...others] = table.head;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="diag-scroll" aria-label={t('diag.table', { of: label })} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells], at) => (
            // Rows have no names of their own: the same may be asked twice, and their order does not change.
            <tr key={at}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={others[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One part of the page: what there is to say line by line, then in a table. */
export function PartView({ part, children }: { part: Part; children?: ReactNode }): ReactNode {
  const { id, title, lines, table } = part;
  return (
    <section className="beside-part" aria-labelledby={`diag-${id}`}>
      <h2 id={`diag-${id}`}>{title}</h2>
      {lines.length > 0 && <Lines lines={lines} />}
      {table !== undefined && <Grid table={table} label={title} />}
      {children}
    </section>
  );
}

/** What a folded part comes to: "1 to fix, 2 to know". */
export function tally(parts: readonly Part[]): string {
  const faults = countOf(parts, 'fault');
  const notes = countOf(parts, 'note');
  const said = [
    ...(faults > 0 ? [t('diag.to-fix', { n: faults })] : []),
    ...(notes > 0 ? [t('diag.to-know', { n: notes })] : []),
  ];
  return said.length === 0 ? t('diag.all-good') : said.join(', ');
}
