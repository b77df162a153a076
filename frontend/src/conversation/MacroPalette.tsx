import { useQuery } from '@tanstack/react-query';
import { Zap } from 'lucide-react';
import { useState } from 'react';
import { macrosQuery } from '../api/macros';
import type { Item, Macro } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { FindField } from '../ui/FindField';
import { Failed } from '../ui/States';
import { t } from '../ui/text';
import { useListbox } from '../ui/useListbox';
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
  const shown = macrosFor(macros ?? [], text);
  const pick = (index: number) => shown[index] && onPick(shown[index]);
  const { at, restart, field, list, option } = useListbox(shown.length, pick);
  const chosen = shown[at];

  return (
    <Dialog
      title={t('command.macros')}
      hideTitle
      width="broad"
      onClose={onClose}
      className="overflow-hidden"
    >
      <FindField
        {...field}
        label={t('macro.find')}
        value={text}
        onText={(next) => {
          setText(next);
          restart();
        }}
      />
      {error && !macros ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="grid min-h-0 flex-1 tablet:min-h-80 tablet:grid-cols-[19rem_1fr]">
          <ul {...list} aria-label={t('command.macros')} className="overflow-y-auto p-1.5">
            {shown.map((macro, index) => (
              <li
                key={macro.id}
                {...option(index)}
                aria-selected={index === at}
                className={`flex min-h-9 items-center gap-2.5 rounded-md px-2.5 select-none ${index === at ? 'bg-hover' : ''}`}
              >
                <Zap size={14} className="shrink-0 text-ink-3" aria-hidden="true" />
                <span className="min-w-0 flex-1 truncate">{macro.name}</span>
                {!macro.shared && <span className="text-meta text-ink-3">{t('macro.own')}</span>}
              </li>
            ))}
          </ul>
          <div
            className="overflow-y-auto border-line p-4 max-tablet:border-t tablet:border-s"
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
