import { Bold, Italic, Link2, List, Paperclip, TextQuote, Zap } from 'lucide-react';
import type { RefObject } from 'react';
import { useRef } from 'react';
import { IconButton } from '../ui/Button';
import type { Format } from '../ui/markup';
import { formatted } from '../ui/markup';
import { t } from '../ui/text';

type ToolbarProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
  onFiles: (files: Iterable<File>) => void;
  /** Without it there are no macros to choose from. */
  onMacros?: () => void;
  html: boolean;
};

const formats = [
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

export function Toolbar({ field, onText, onFiles, onMacros, html }: ToolbarProps) {
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
      {html && (
        <span className="ml-1 flex border-l border-line pl-1 max-tablet:hidden">
          {formats.map(({ format: how, icon: Icon, ...keys }) => (
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
