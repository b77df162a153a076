/** @jsxImportSource preact */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Config } from '../config';
import { t } from '../languages';
import type { Chat } from '../live/chat';
import type { Memory } from '../live/memory';
import type { Upload } from '../live/outbox';
import { EmojiPicker } from './EmojiPicker';
import { AttachingList } from './AttachingList';
import { ClipIcon, SendIcon } from './icons';
import type { Attachings } from './useAttaching';

type ComposerProps = {
  chat: Chat;
  memory: Memory;
  attachings: Attachings;
  limits: Config['upload'];
  field: RefObject<HTMLTextAreaElement | null>;
  onSend: (text: string, uploads: Upload[]) => void;
};

/** Where the visitor writes. What is half written outlives the page. */
export function Composer({ chat, memory, attachings, limits, field, onSend }: ComposerProps) {
  const [text, setText] = useState(memory.get('draft') ?? '');
  const chooser = useRef<HTMLInputElement>(null);
  const isEmpty = text.trim() === '' && !attachings.all.some(({ upload }) => upload);

  const write = (value: string) => {
    setText(value);
    memory.set('draft', value || null);
    chat.typing(value !== '');
  };

  const send = () => {
    if (isEmpty || attachings.isBusy) return;
    onSend(text.trim(), attachings.takeDone());
    setText('');
    memory.set('draft', null);
    field.current?.focus();
  };

  const insert = (emoji: string) => {
    const { selectionStart: from, selectionEnd: to } = field.current as HTMLTextAreaElement;
    write(text.slice(0, from) + emoji + text.slice(to));
    field.current?.focus();
  };

  useLayoutEffect(() => {
    const area = field.current as HTMLTextAreaElement;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 120)}px`;
  }, [text, field]);

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <AttachingList attachings={attachings} />
      <div class="composer-row">
        <textarea
          ref={field}
          rows={1}
          value={text}
          dir={text ? 'auto' : undefined}
          aria-label={t('write')}
          placeholder={t('write')}
          onInput={(event) => write(event.currentTarget.value)}
          onBlur={() => chat.typing(false)}
          onPaste={(event) => {
            const pasted = [...(event.clipboardData?.files ?? [])];
            if (limits === null || pasted.length === 0) return;
            event.preventDefault();
            attachings.add(pasted);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <EmojiPicker onPick={insert} />
        {limits !== null && (
          <>
            <button
              type="button"
              class="round"
              aria-label={t('attach')}
              title={t('attach')}
              onClick={() => chooser.current?.click()}
            >
              <ClipIcon />
            </button>
            <input
              ref={chooser}
              type="file"
              multiple
              hidden
              aria-label={t('file')}
              {...(limits?.types?.length ? { accept: limits.types.join(',') } : {})}
              onChange={(event) => {
                attachings.add([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
          </>
        )}
        <button
          type="submit"
          class="round send"
          aria-label={t('send')}
          title={t('send')}
          disabled={isEmpty || attachings.isBusy}
        >
          <SendIcon />
        </button>
      </div>
    </form>
  );
}
