import { useQuery } from '@tanstack/react-query';
import { Zap } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import { macrosQuery } from '../api/macros';
import type { Item, Macro } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { Failed } from '../ui/States';
import { t } from '../ui/text';
import { MacroPreview } from './MacroPreview';
import { macrosFor } from './macroText';

type MacroPaletteProps = {
  its: Item | null;
  onPick: (macro: Macro) => void;
  onClose: () => void;
};

/** All macros, found by typing, each with what it would write and do. */
export function MacroPalette({ its, onPick, onClose }: MacroPaletteProps) {
  const { data: macros, error, refetch } = useQuery(macrosQuery);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const shown = macrosFor(macros ?? [], text);
  const at = Math.min(active, shown.length - 1);
  const chosen = shown[at];

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      const next = (at + step + shown.length) % shown.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      onPick(chosen);
    }
  };

  return (
    <Dialog
      title={t('command.macros')}
      hideTitle
      width="broad"
      onClose={onClose}
      className="overflow-hidden"
    >
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${at}` : undefined}
        aria-label={t('macro.find')}
        placeholder={t('macro.find')}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="h-13 w-full shrink-0 border-b border-line bg-transparent px-4 text-write outline-none"
      />
      {error && !macros ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="grid min-h-0 flex-1 tablet:h-96 tablet:grid-cols-[19rem_1fr]">
          <ul
            id={`${id}-list`}
            role="listbox"
            aria-label={t('command.macros')}
            className="overflow-y-auto p-1.5"
          >
            {shown.map((macro, index) => (
              <li
                key={macro.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                onClick={() => onPick(macro)}
                onPointerMove={() => setActive(index)}
                className={`flex min-h-9 items-center gap-2.5 rounded-md px-2.5 select-none ${index === at ? 'bg-hover' : ''}`}
              >
                <Zap size={14} className="shrink-0 text-ink-3" aria-hidden="true" />
                <span className="min-w-0 flex-1 truncate">{macro.name}</span>
                {!macro.shared && <span className="text-meta text-ink-3">{t('macro.own')}</span>}
              </li>
            ))}
          </ul>
          <div
            className="overflow-y-auto border-line p-4 max-tablet:border-t tablet:border-l"
            aria-live="polite"
          >
            {chosen ? (
              <MacroPreview macro={chosen} its={its} />
            ) : (
              <p className="text-small text-ink-3">
                {t(macros?.length === 0 ? 'macro.none' : 'ui.nothingFound')}
              </p>
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}
