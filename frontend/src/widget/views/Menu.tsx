/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { t } from '../languages';
import type { Memory } from '../live/memory';
import { chime } from '../sound';
import { MoreIcon } from './icons';
import { usePopover } from './usePopover';

type MenuProps = { memory: Memory; onTranscript: (() => void) | null };

export function Menu({ memory, onTranscript }: MenuProps) {
  const { isOpen, box, button, toggle, close } = usePopover();
  const [hasSound, setSound] = useState(memory.get('sound') === 'on');

  const turnSound = () => {
    memory.set('sound', hasSound ? null : 'on');
    setSound(!hasSound);
    if (!hasSound) chime();
  };

  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const items = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const step = event.key === 'ArrowDown' ? 1 : -1;
    items.at((at + step) % items.length)?.focus();
  };

  return (
    <div class="popover-place">
      <button
        ref={button}
        type="button"
        class="round"
        aria-label={t('more')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <MoreIcon />
      </button>
      {isOpen && (
        <div ref={box} class="popover menu" role="menu" onKeyDown={move}>
          <button type="button" role="menuitemcheckbox" aria-checked={hasSound} onClick={turnSound}>
            <span class="check" aria-hidden="true">
              {hasSound ? '✓' : ''}
            </span>
            {t('sound')}
          </button>
          {onTranscript && (
            <button
              type="button"
              role="menuitem"
              onClick={() => {
                close();
                onTranscript();
              }}
            >
              <span class="check" aria-hidden="true" />
              {t('transcript')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
