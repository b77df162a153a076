/** @jsxImportSource preact */
import { t } from '../languages';
import { SmileIcon } from './icons';
import { usePopover } from './usePopover';

const emojis = [
  ...'😀 😄 😂 🙂 😉 😊 😍 😎 🤔 😐 😕 🙁 😢 😡 😱 😴 👍 👎 👏 🙏 👋 💪 👌 🤝 ❤️ 🎉 🔥 ✨ ✅ ❌ ⏰ 📦 🚚 💳 📷 🛠️'.split(
    ' ',
  ),
];
const columns = 6;

/** A few that people send to a shop; the rest comes from the visitor's own keyboard. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { isOpen, box, button, toggle, close } = usePopover();

  const move = (event: KeyboardEvent) => {
    const isRtl = document.documentElement.dir === 'rtl';
    const forward = isRtl ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: forward,
      ArrowLeft: -forward,
      ArrowDown: columns,
      ArrowUp: -columns,
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[at + step]?.focus();
  };

  return (
    <div class="popover-place">
      <button
        ref={button}
        type="button"
        class="round"
        aria-label={t('emoji')}
        title={t('emoji')}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <SmileIcon />
      </button>
      {isOpen && (
        <div ref={box} class="popover emojis" role="group" aria-label={t('emoji')} onKeyDown={move}>
          {emojis.map((emoji, at) => (
            <button
              key={emoji}
              type="button"
              tabIndex={at === 0 ? 0 : -1}
              onClick={() => {
                close();
                onPick(emoji);
              }}
            >
              {emoji}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
