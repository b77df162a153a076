import { BadgeCheck, ChevronLeft, ChevronRight, MessageSquareReply } from 'lucide-react';
import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import type { SuggestedAnswer } from '../api/suggestions';
import { serverNow } from '../live/clock';
import { Button, IconButton } from '../ui/Button';
import { Keys } from '../ui/Keys';
import { Slotted } from '../ui/Slotted';
import { t } from '../ui/text';
import { shortDate } from '../ui/time';
import type { Suggested } from './useSuggestions';

const action = 'rounded-sm px-0.5 font-medium text-brand hover:underline';

/** Where it comes from; what is not known is not said. */
function provenance({ times, agents, last_at: last, unedited }: SuggestedAnswer): string[] {
  return [
    ...(times > 0 && agents > 0 ? [t('suggestion.used', { times, agents })] : []),
    ...(last ? [t('suggestion.last', { date: shortDate(last, serverNow()) })] : []),
    ...(unedited === null
      ? []
      : [t('suggestion.unedited', { percent: Math.round(unedited * 100) })]),
  ];
}

/** What lines apart would take room for. */
const dense = (text: string) => text.replace(/\n\s*\n/g, '\n');

type Extent = 'two' | 'few' | 'all';

/** On a phone a few are two. */
const extents: Record<Extent, string> = {
  two: 'line-clamp-2',
  few: 'line-clamp-4 whitespace-pre-line max-tablet:line-clamp-2 max-tablet:whitespace-normal',
  all: 'max-h-[min(40vh,18rem)] overflow-y-auto whitespace-pre-line max-tablet:max-h-[25vh]',
};

type WordsProps = { text: string; lines: Extent; onCut: (isCut: boolean) => void };

/** A few lines of it, or all; what is to be filled in stands out. */
function Words({ text, lines, onCut }: WordsProps) {
  const words = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const element = words.current;
    if (element && lines !== 'all') onCut(element.scrollHeight > element.clientHeight + 1);
  }, [text, lines, onCut]);
  return (
    <p
      ref={words}
      dir="auto"
      tabIndex={lines === 'all' ? 0 : undefined}
      className={`break-words ${extents[lines]}`}
    >
      <Slotted text={lines === 'all' ? text : dense(text)} />
    </p>
  );
}

const mostSources = 3;

type ProvenanceProps = {
  item: SuggestedAnswer;
  /** On a phone there is room for one line, unless all is shown. */
  all: boolean;
  onOpen: (id: string) => void;
};

/** What speaks for it, and the conversations that it was given in. */
function Provenance({ item, all, onOpen }: ProvenanceProps) {
  const said = provenance(item);
  const sources = item.sources.slice(0, mostSources);
  if (said.length + sources.length === 0) return null;
  return (
    <p
      className={`figures text-meta/5 text-ink-3 ${all ? '' : 'max-tablet:h-5 max-tablet:overflow-hidden'}`}
    >
      {said.map((words, index) => (
        <Fragment key={words}>
          <span className="whitespace-nowrap">
            {words}
            {index < said.length - 1 && ' ·'}
          </span>{' '}
        </Fragment>
      ))}
      {sources.length > 0 && (
        <span className="whitespace-nowrap">
          {said.length > 0 && '· '}
          {t('suggestion.sources')}
          {sources.map(({ id, number }) => (
            <button
              key={id}
              type="button"
              aria-label={t('suggestion.source', { number })}
              onClick={() => onOpen(id)}
              className={`${action} ms-0.5`}
            >
              #{number}
            </button>
          ))}
        </span>
      )}
    </p>
  );
}

type SuggestionCardProps = {
  item: SuggestedAnswer;
  suggested: Suggested;
  /** It makes room for a reply that is being written. */
  small: boolean;
  onOpen: (id: string) => void;
};

/** One reply that may fit, with what speaks for it. Nothing is sent from here. In a low window, as over a phone's keyboard, there is no room for it. */
export function SuggestionCard({ item, suggested, small, onOpen }: SuggestionCardProps) {
  const { at, count } = suggested;
  const [unfolded, setUnfolded] = useState<string | null>(null);
  const [isCut, setIsCut] = useState(false);
  const all = unfolded === item.answer;
  return (
    <section
      aria-label={t('suggestion.title')}
      className="@container flex flex-col gap-1 rounded-lg border border-line bg-canvas py-1.5 ps-3.5 pe-2 [@media(max-height:30rem)]:hidden"
    >
      <header className="flex min-h-7 items-center gap-2 text-meta text-ink-3">
        <MessageSquareReply size={14} className="shrink-0 text-brand" aria-hidden="true" />
        <span className="truncate font-semibold text-ink-2">{t('suggestion.title')}</span>
        <span className="shrink-0">{t(`suggestion.strength.${item.strength}`)}</span>
        {item.approved && (
          <span title={t('suggestion.approved')} className="flex shrink-0 items-center gap-1">
            <BadgeCheck size={13} className="shrink-0" aria-hidden="true" />
            <span className="sr-only @md:not-sr-only">{t('suggestion.approved')}</span>
          </span>
        )}
        {count > 1 && (
          <span className="ms-auto flex shrink-0 items-center">
            <IconButton
              label={t('suggestion.previous')}
              className="size-7!"
              onClick={() => suggested.step(-1)}
            >
              <ChevronLeft size={15} />
            </IconButton>
            <span className="figures">{t('suggestion.position', { n: at + 1, count })}</span>
            <IconButton
              label={t('suggestion.next')}
              className="size-7!"
              onClick={() => suggested.step(1)}
            >
              <ChevronRight size={15} />
            </IconButton>
          </span>
        )}
      </header>
      <Words text={item.text} lines={all ? 'all' : small ? 'two' : 'few'} onCut={setIsCut} />
      {(all || !small) && <Provenance item={item} all={all} onOpen={onOpen} />}
      <footer className="flex items-center gap-3">
        {(isCut || all) && (
          <button
            type="button"
            aria-expanded={all}
            onClick={() => setUnfolded(all ? null : item.answer)}
            className={`${action} -ms-0.5 min-h-6 text-meta`}
          >
            {t(all ? 'suggestion.showLess' : 'suggestion.showAll')}
          </button>
        )}
        <span className="ms-auto flex shrink-0 gap-1">
          <Button look="quiet" size="small" onClick={suggested.dismiss}>
            {t('suggestion.notHelpful')}
          </Button>
          <Button
            size="small"
            // so that the field keeps the cursor where the words shall go
            onMouseDown={(event) => event.preventDefault()}
            onClick={suggested.insert}
          >
            {t('suggestion.insert')}
            <span className="max-tablet:hidden">
              <Keys keys="Mod+j" />
            </span>
          </Button>
        </span>
      </footer>
    </section>
  );
}
