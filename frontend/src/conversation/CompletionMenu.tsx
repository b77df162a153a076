import type { Item } from '../api/types';
import { t } from '../ui/text';
import { MacroPreview } from './MacroPreview';
import type { Completing } from './useCompletions';

export const completionsId = 'composer-completions';
export const completionId = (at: number) => `${completionsId}-${at}`;

/** What fits what was typed after `/`, `::` or `:`, over the field, with what the chosen macro would write. */
export function CompletionMenu({ its, completing }: { its: Item; completing: Completing }) {
  const { shown, at } = completing;
  const [first] = shown;
  if (!first) return null;
  const chosen = shown[at];
  const emoji = first.by === 'emoji';
  return (
    <div
      className={`absolute inset-s-0 bottom-full z-30 mb-1 grid max-h-72 overflow-hidden rounded-lg bg-raised shadow-lift ${emoji ? 'w-60' : 'inset-e-0 tablet:grid-cols-[15rem_1fr]'}`}
    >
      <ul
        id={completionsId}
        role="listbox"
        aria-label={t(emoji ? 'emoji.title' : 'command.macros')}
        className="overflow-y-auto p-1"
      >
        {shown.map((each, index) => (
          <li
            key={each.id}
            id={completionId(index)}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => {
              event.preventDefault();
              completing.pick(each);
            }}
            onPointerMove={() => completing.point(index)}
            className={`flex min-h-8 items-center gap-2 rounded-md px-2 select-none ${index === at ? 'bg-hover' : ''}`}
          >
            {each.by === 'emoji' && <span className="emoji text-lg">{each.emoji.sign}</span>}
            <span className="truncate">
              {each.by === 'emoji' ? each.emoji.name : each.macro.name}
            </span>
          </li>
        ))}
      </ul>
      {!emoji && (
        <div
          className="overflow-y-auto border-s border-line p-3 max-tablet:hidden"
          aria-hidden="true"
        >
          {chosen?.by === 'macro' && <MacroPreview macro={chosen.macro} its={its} />}
          {chosen?.by === 'snippet' && (
            <MacroPreview macro={{ ...chosen.macro, then: {} }} its={its} />
          )}
        </div>
      )}
    </div>
  );
}
