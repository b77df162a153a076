import { X } from 'lucide-react';
import type { ClipboardEvent, DragEvent, KeyboardEvent, RefObject } from 'react';
import { lazy, Suspense, useLayoutEffect, useState } from 'react';
import type { Conversation, Macro } from '../api/types';
import { nameOf } from '../api/words';
import { usePresence } from '../live/presence';
import { usePhone } from '../ui/preferences';
import { useCommands } from '../ui/shortcuts';
import { t } from '../ui/text';
import { FileTray } from './FileTray';
import { Missed, Replying } from './Guard';
import { ThenMarks } from './MacroPreview';
import { Forwarding, To } from './To';
import { Foot, Tabs } from './ComposerFrame';
import { SendButtons } from './SendButtons';
import { SuggestedReply } from './SuggestedReply';
import { Unfilled } from './Unfilled';
import { showsMarks } from './composing';
import { CompletionMenu, completionId, completionsId } from './CompletionMenu';
import { format, Toolbar } from './Toolbar';
import type { Composing } from './useComposer';
import { useCompletions } from './useCompletions';

const CollisionSheet = lazy(() =>
  import('./CollisionSheet').then((its) => ({ default: its.CollisionSheet })),
);
const ToFields = lazy(() => import('./Recipients').then((its) => ({ default: its.ToFields })));
const MacroPalette = lazy(() =>
  import('./MacroPalette').then((its) => ({ default: its.MacroPalette })),
);

type ComposerProps = {
  its: Conversation;
  composing: Composing;
  field: RefObject<HTMLTextAreaElement | null>;
  onReview: () => void;
  onOpen: (id: string) => void;
};

/** As high as its text, up to two fifths of the window. */
export function useGrowing(field: RefObject<HTMLTextAreaElement | null>, text: string) {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    const most = Math.round(window.innerHeight * 0.4);
    element.style.height = `${Math.min(most, element.scrollHeight)}px`;
    element.style.overflowY = element.scrollHeight > most ? 'auto' : 'hidden';
  }, [field, text]);
}

/** Text copied from documents brings odd blanks and line ends: what is sent is what is seen. */
function pastedText(event: ClipboardEvent<HTMLTextAreaElement>): string | null {
  const text = event.clipboardData.getData('text/plain');
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/\u200b|\ufeff/g, '');
  return clean === text ? null : clean;
}

/** Where replies and notes are written. The two differ in tint, border and words, not in colour alone. */
export function Composer({ its, composing, field, onReview, onOpen }: ComposerProps) {
  const { draft, text, missed, failure, limits, account } = composing;
  const typed = usePresence(its.id, draft.reply.trim() !== '');
  const note = draft.kind === 'note';
  const phone = usePhone();
  const [unfolded, setUnfolded] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [over, setOver] = useState(false);
  useGrowing(field, text);

  const insert = (its_: Macro | string, from: number, to: number) => {
    const end = composing.insert(its_, from, to);
    setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(end, end);
    });
  };
  const completing = useCompletions(field, (each, { from, to }) => {
    if (each.by === 'emoji') insert(`${each.emoji.sign} `, from, to);
    // a snippet is words alone: what its macro wants done is not asked for
    else insert(each.by === 'macro' ? each.macro : { ...each.macro, then: {} }, from, to);
  });
  useCommands([
    {
      id: 'macros',
      keys: ['m', 'Mod+m'],
      label: t('command.macros'),
      group: t('group.conversation'),
      inFields: true,
      run: () => setChoosing(true),
    },
  ]);
  const formats = !note && (limits?.html === true || showsMarks(its.channel));
  const open = !note && limits?.recipients === true && (unfolded || draft.forward !== undefined);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (completing.onKeyDown(event)) return;
    const mod = event.metaKey || event.ctrlKey;
    if (event.key === 'Enter' && mod) {
      event.preventDefault();
      if (composing.hindered) return;
      if (missed.length > 0) onReview();
      else composing.submit(event.shiftKey && !note ? { status: 'resolved' } : undefined);
    } else if (formats && mod && !event.shiftKey && (event.key === 'b' || event.key === 'i')) {
      event.preventDefault();
      format(event.currentTarget, event.key === 'b' ? 'bold' : 'italic', composing.setText);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      document.getElementById('conversation-title')?.focus();
    }
  };

  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      setOver(false);
      composing.files.add(event.dataTransfer.files);
    },
  };

  const chosen = completing.shown[completing.at] ? completionId(completing.at) : undefined;
  return (
    <section
      aria-label={t(note ? 'composer.note' : 'composer.reply')}
      className="shrink-0 bg-panel px-4 pb-4 max-tablet:px-2 max-tablet:pb-[max(0.5rem,env(safe-area-inset-bottom))]"
    >
      <div className="mx-auto flex max-w-[736px] flex-col gap-2">
        <Replying its={its} />
        <Missed missed={missed} onReview={onReview} />
        <SuggestedReply its={its} composing={composing} field={field} onOpen={onOpen} />
        {failure && (
          <p role="alert" className="rounded-md bg-bad-soft px-3 py-1.5 text-small text-bad">
            {failure}
          </p>
        )}
        <div
          {...drop}
          className={`relative rounded-lg border transition-colors ${note ? 'border-note-line bg-note focus-within:ring-2 focus-within:ring-note-line/50' : 'border-control bg-panel focus-within:border-brand focus-within:ring-2 focus-within:ring-brand/20'}`}
        >
          {over && (
            <p className="pointer-events-none absolute inset-1 z-20 flex items-center justify-center rounded-md border-2 border-dashed border-brand bg-brand-soft font-medium text-brand-strong">
              {t('files.drop')}
            </p>
          )}
          <CompletionMenu its={its} completing={completing} />
          <div className="flex items-center gap-3 px-2 pt-2">
            <Tabs composing={composing} />
            <To
              its={its}
              composing={composing}
              open={open}
              onToggle={() => setUnfolded(!unfolded)}
            />
          </div>
          {!note && <Forwarding its={its} composing={composing} />}
          {open && (
            <Suspense fallback={<div className="h-9" />}>
              <ToFields its={its} composing={composing} />
            </Suspense>
          )}
          <textarea
            ref={field}
            dir="auto"
            rows={phone ? 1 : 2}
            aria-label={t(note ? 'composer.noteText' : 'composer.replyText')}
            aria-autocomplete="list"
            aria-controls={completing.shown.length > 0 ? completionsId : undefined}
            aria-activedescendant={chosen}
            placeholder={t(note ? 'composer.notePlaceholder' : 'composer.replyPlaceholder', {
              name: nameOf(its),
            })}
            value={text}
            onChange={(event) => {
              composing.setText(event.target.value);
              if (!note) typed();
              completing.look();
            }}
            onBlur={completing.close}
            onKeyDown={onKeyDown}
            onPaste={(event) => {
              if (event.clipboardData.files.length > 0) {
                event.preventDefault();
                composing.files.add(event.clipboardData.files);
                return;
              }
              const clean = pastedText(event);
              if (clean === null) return;
              event.preventDefault();
              const { selectionStart: from, selectionEnd: to } = event.currentTarget;
              event.currentTarget.setRangeText(clean, from, to, 'end');
              composing.setText(event.currentTarget.value);
            }}
            className="block w-full resize-none bg-transparent px-3.5 py-2 text-write outline-none"
          />
          {!note && account?.signature && text.trim() !== '' && (
            <p
              title={t('composer.signature', { account: account.name })}
              className="mx-3.5 mb-2 line-clamp-3 border-s-2 border-line ps-2.5 text-small whitespace-pre-line text-ink-3"
            >
              {account.signature}
            </p>
          )}
          <FileTray
            files={draft.files ?? []}
            onTheWay={composing.files}
            onRemove={composing.removeFile}
          />
          {draft.then && (
            <p className="flex flex-wrap items-center gap-1 px-3.5 pb-2 text-meta text-ink-3">
              {t('macro.then')} <ThenMarks then={draft.then} />
              <button
                type="button"
                aria-label={t('macro.dropThen')}
                onClick={composing.dropThen}
                className="flex size-6 items-center justify-center rounded-sm hover:bg-hover"
              >
                <X size={12} />
              </button>
            </p>
          )}
          <Unfilled
            id="composer-hindrance"
            hindered={composing.hindered}
            field={field}
            onSend={() =>
              missed.length > 0 ? onReview() : composing.submit(undefined, { as_written: true })
            }
          />
          <div className="flex items-center gap-2 px-1.5 pb-2 pe-2">
            <Toolbar
              field={field}
              formats={formats}
              onText={composing.setText}
              onFiles={composing.files.add}
              onMacros={() => setChoosing(true)}
            />
            <Foot composing={composing} />
            <SendButtons composing={composing} onReview={onReview} />
          </div>
        </div>
      </div>
      {composing.collision && (
        <Suspense>
          <CollisionSheet its={its} composing={composing} />
        </Suspense>
      )}
      {choosing && (
        <Suspense>
          <MacroPalette
            its={its}
            onClose={() => setChoosing(false)}
            onPick={(macro) => {
              setChoosing(false);
              const at = field.current?.selectionStart ?? text.length;
              const end = field.current?.selectionEnd ?? text.length;
              insert(macro, at, end);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
