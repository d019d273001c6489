import Dialog from '@mui/material/Dialog';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useChart } from '#chart/kit/chart-context.tsx';
import { WhatIs } from '#chart/kit/plain/WhatIs.tsx';
import { sectionOf } from '#chart/kit/section-of.ts';
import { pageState } from '#chart/kit/document/page-state.ts';
import { foundLine } from '#fhir/find-index.ts';
import type { KindId } from '#fhir/plan.ts';
import { t } from '#i18n/translate.ts';
import { Icon } from '#ui/Icon.tsx';
import { FindLimits } from './FindLimits.tsx';
import { FindOptionView } from './FindOptionView.tsx';
import { type FindOption, findGroups } from './find-options.ts';
import type { PdfTexts } from '#chart/kit/document/pdf-texts.ts';
import { useFindIndexes } from './use-find-indexes.ts';
import { type FetchedPdfs, useFetchedPdfs, usePdfTexts } from '#chart/kit/document/use-pdf-texts.ts';
import './FindDialog.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/**
 * Find in chart: as one types, over everything that has been read, by keys alone. What is typed lives in this dialog
 * while it is open and nowhere else: not in the address, in no storage, in no request.
 */
export function FindDialog({ open, onClose }: Props): ReactNode {
  // Reading files goes on while the dialog is closed, and ends with the chart.
  const texts = usePdfTexts();
  const fetched = useFetchedPdfs(texts);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      aria-label={t('find.title')}
      maxWidth="md"
      fullWidth
      transitionDuration={0}
      // The record that is opened takes the focus.
      disableRestoreFocus
      slotProps={{ paper: { className: 'find' } }}
    >
      <Find onClose={onClose} texts={texts} fetched={fetched} />
    </Dialog>
  );
}

interface FindProps extends Pick<Props, 'onClose'> {
  readonly texts: PdfTexts;
  readonly fetched: FetchedPdfs;
}

function Find({ onClose, texts, fetched }: FindProps): ReactNode {
  const { paths } = useChart();
  const navigate = useNavigate();
  const { lists, indexes, ready, pdfs, closedDocuments, cutRecords } = useFindIndexes(texts);
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<ReadonlyMap<KindId, number>>(new Map());
  const [chosen, setChosen] = useState<string>();
  const groups = useMemo(() => findGroups(indexes, query, opened), [indexes, query, opened]);
  const options = groups.flatMap((group) => group.options);
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const at = Math.max(
    0,
    options.findIndex(({ id }) => id === chosen),
  );
  const current = options[at];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A scroll position is the outside system here.
    if (current !== undefined) document.getElementById(current.id)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const take = (option: FindOption): void => {
    if ('rest' in option) {
      setOpened(new Map(opened).set(option.kind, (opened.get(option.kind) ?? 0) + 1));
      setChosen(options[options.indexOf(option) - 1]?.id);
      return;
    }
    const section = sectionOf(option.kind);
    onClose();
    void navigate(
      option.kind === 'patient' ? paths.section(section) : paths.record(section, option.hit.record.key),
      { state: pageState(foundLine(option.hit)?.page) },
    );
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setChosen(options[Math.min(options.length - 1, Math.max(0, at + step))]?.id);
    } else if (event.key === 'Enter' && current !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault();
      take(current);
    }
  };
  const asked = query.trim() !== '';
  return (
    <>
      <div className="find-field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type here
          autoFocus
          value={query}
          placeholder={t('find.placeholder')}
          aria-label={t('find.title')}
          aria-expanded={options.length > 0}
          aria-controls="find-results"
          aria-autocomplete="list"
          aria-activedescendant={asked ? current?.id : undefined}
          // Neither the browser's memory of forms nor a spelling service may see what is looked for.
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          onChange={(event) => {
            setQuery(event.target.value);
            setOpened(new Map());
            setChosen(undefined);
          }}
          onKeyDown={onKey}
        />
        <button type="button" className="link-button" onClick={onClose}>
          {t('record.close')}
        </button>
      </div>
      <output className="find-count">
        {asked
          ? n === 0
            ? t(ready ? 'find.nothing' : 'find.nothing-yet')
            : t('find.count', { n })
          : t('find.how')}
        {!ready && ` ${t('find.preparing')}`}
      </output>
      <div className="find-about">
        <WhatIs of="find" />
      </div>
      <div
        id="find-results"
        className="find-results"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- options with more than text in them, in groups
        role="listbox"
        aria-label={t('find.results')}
        ref={list}
      >
        {groups.map(({ section, n: found, options: own }) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a group of options, as ARIA names it
          <div key={section} role="group" aria-labelledby={`find-in-${section}`}>
            <div id={`find-in-${section}`} className="find-section">
              {t(`section.${section}`)} <span className="muted">{found}</span>
            </div>
            {own.map((option) => (
              <FindOptionView
                key={option.id}
                option={option}
                current={option === current}
                onTake={() => take(option)}
              />
            ))}
          </div>
        ))}
      </div>
      <FindLimits {...{ lists, pdfs, closedDocuments, cutRecords, fetched, texts }} />
    </>
  );
}
