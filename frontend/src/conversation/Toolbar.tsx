import { Bold, Italic, Link2, List, Paperclip, TextQuote, Zap } from 'lucide-react';
import type { RefObject } from 'react';
import { useRef } from 'react';
import { IconButton } from '../ui/Button';
import type { Format } from '../ui/markup';
import { formatted } from '../ui/markup';
import { t } from '../ui/text';
import { EmojiButton } from './EmojiButton';

type ToolbarProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
  onFiles: (files: Iterable<File>) => void;
  /** Without it there are no macros to choose from. */
  onMacros?: () => void;
  /** Whether the reader sees formatting. */
  formats: boolean;
};

const buttons = [
  { format: 'bold', icon: Bold, keys: 'Mod+b' },
  { format: 'italic', icon: Italic, keys: 'Mod+i' },
  { format: 'link', icon: Link2 },
  { format: 'list', icon: List },
  { format: 'quote', icon: TextQuote },
] as const;

/** Formats what is selected; the field keeps the focus and the browser its own undo. */
export function format(field: HTMLTextAreaElement, how: Format, onText: (text: string) => void) {
  const { value, selectionStart, selectionEnd } = field;
  const next = formatted({ text: value, from: selectionStart, to: selectionEnd }, how);
  onText(next.text);
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(next.from, next.to);
  });
}

/** Puts words where the cursor is, and the cursor behind them. */
export function insertAt(
  field: HTMLTextAreaElement,
  words: string,
  onText: (text: string) => void,
) {
  const { value, selectionStart, selectionEnd } = field;
  const end = selectionStart + words.length;
  onText(value.slice(0, selectionStart) + words + value.slice(selectionEnd));
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(end, end);
  });
}

export function Toolbar({ field, onText, onFiles, onMacros, formats }: ToolbarProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="flex shrink-0 items-center" role="group" aria-label={t('composer.tools')}>
      <IconButton label={t('files.add')} onClick={() => picker.current?.click()}>
        <Paperclip size={16} />
      </IconButton>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        onChange={(event) => {
          onFiles(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      {onMacros && (
        <IconButton label={t('command.macros')} keys="Mod+m" onClick={onMacros}>
          <Zap size={16} />
        </IconButton>
      )}
      <EmojiButton onPick={(sign) => field.current && insertAt(field.current, sign, onText)} />
      {formats && (
        <span className="ms-1 flex border-s border-line ps-1 max-tablet:hidden">
          {buttons.map(({ format: how, icon: Icon, ...keys }) => (
            <IconButton
              key={how}
              label={t(`format.${how}`)}
              {...keys}
              onClick={() => field.current && format(field.current, how, onText)}
            >
              <Icon size={15} />
            </IconButton>
          ))}
        </span>
      )}
    </div>
  );
}
