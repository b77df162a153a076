import { useState } from 'react';
import { emojisFor } from '../ui/emoji';
import { FindField } from '../ui/FindField';
import { t } from '../ui/text';
import { useListbox } from '../ui/useListbox';

const columns = 8;

/** All emoji, found by typing and walked with the arrow keys. */
export function Emojis({ onPick }: { onPick: (sign: string) => void }) {
  const [text, setText] = useState('');
  const shown = emojisFor(text);
  const { at, restart, field, list, option } = useListbox(
    shown.length,
    (index) => onPick(shown[index]?.sign ?? ''),
    columns,
  );
  return (
    <>
      <FindField
        {...field}
        label={t('emoji.find')}
        value={text}
        onText={(next) => {
          setText(next);
          restart();
        }}
        small
      />
      <ul
        {...list}
        aria-label={t('emoji.title')}
        className="grid max-h-56 grid-cols-8 overflow-y-auto p-1.5"
      >
        {shown.map(({ sign, name }, index) => (
          <li
            key={sign}
            {...option(index)}
            aria-label={name}
            aria-selected={index === at}
            className={`flex size-8 items-center justify-center rounded-md emoji text-lg select-none ${index === at ? 'bg-hover' : ''}`}
          >
            {sign}
          </li>
        ))}
      </ul>
      <p
        role="status"
        className="h-8 truncate border-t border-line px-3 py-1.5 text-meta text-ink-3"
      >
        {shown[at]?.name ?? t('ui.nothingFound')}
      </p>
    </>
  );
}
