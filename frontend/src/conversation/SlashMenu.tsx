import type { Item } from '../api/types';
import { t } from '../ui/text';
import { MacroPreview } from './MacroPreview';
import type { Slashing } from './useSlash';

export const slashListId = 'composer-macros';
export const slashOptionId = (at: number) => `${slashListId}-${at}`;

/** The macros that fit what was typed after `/`, over the field, with what the chosen one would write. */
export function SlashMenu({ its, slashing }: { its: Item; slashing: Slashing }) {
  const { shown, at } = slashing;
  const chosen = shown[at];
  if (!chosen) return null;
  return (
    <div className="absolute right-0 bottom-full left-0 z-30 mb-1 grid max-h-72 overflow-hidden rounded-lg bg-raised shadow-lift tablet:grid-cols-[15rem_1fr]">
      <ul
        id={slashListId}
        role="listbox"
        aria-label={t('command.macros')}
        className="overflow-y-auto p-1"
      >
        {shown.map((macro, index) => (
          <li
            key={macro.id}
            id={slashOptionId(index)}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => {
              event.preventDefault();
              slashing.pick(macro);
            }}
            onPointerMove={() => slashing.point(index)}
            className={`flex min-h-8 items-center rounded-md px-2 select-none ${index === at ? 'bg-hover' : ''}`}
          >
            <span className="truncate">{macro.name}</span>
          </li>
        ))}
      </ul>
      <div
        className="overflow-y-auto border-l border-line p-3 max-tablet:hidden"
        aria-hidden="true"
      >
        <MacroPreview macro={chosen} its={its} />
      </div>
    </div>
  );
}
