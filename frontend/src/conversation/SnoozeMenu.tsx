import * as Popover from '@radix-ui/react-popover';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { meQuery } from '../api/queries';
import { serverNow } from '../live/clock';
import { Button } from '../ui/Button';
import { fieldClass } from '../ui/Field';
import { t } from '../ui/text';
import { upcoming } from '../ui/time';
import { custom, fieldValue, snoozeChoices, tomorrowAtNine } from '../ui/moments';

type SnoozeMenuProps = {
  /** Opens it; without one it opens where it stands, by other means. */
  trigger?: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: (until: string) => void;
  side?: 'top' | 'bottom';
};

function Times({ onPick }: { onPick: (until: string) => void }) {
  const { data: me } = useQuery(meQuery);
  const zone = me?.zone ?? 'UTC';
  const [now] = useState(serverNow);
  const [value, setValue] = useState(() => fieldValue(tomorrowAtNine(now, zone), zone));
  const chosen = custom(value, zone, now);
  return (
    <>
      {snoozeChoices(now, zone).map(({ id, at }) => (
        <button
          key={id}
          type="button"
          onClick={() => onPick(at)}
          className="flex h-8 w-full items-center gap-4 rounded-md px-2 hover:bg-hover focus-visible:bg-hover"
        >
          <span className="flex-1 text-start">{t(`snooze.${id}`)}</span>
          <span className="figures text-meta text-ink-3">{upcoming(at, now)}</span>
        </button>
      ))}
      <form
        className="mt-1 flex gap-2 border-t border-line p-2 pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) onPick(chosen);
        }}
      >
        <input
          type="datetime-local"
          aria-label={t('snooze.custom')}
          aria-invalid={chosen === null}
          value={value}
          min={fieldValue(now, zone)}
          onChange={(event) => setValue(event.target.value)}
          className={`${fieldClass} h-8 min-w-0 flex-1`}
        />
        <Button type="submit" size="small" className="h-8!" disabled={chosen === null}>
          {t('snooze.set')}
        </Button>
      </form>
      <p className="px-2 pb-1 text-meta text-ink-3">{t('snooze.zone', { zone })}</p>
    </>
  );
}

/** Until when the conversation should rest; it comes back by itself, or when the customer writes. */
export function SnoozeMenu({
  trigger,
  open,
  onOpenChange,
  onPick,
  side = 'bottom',
}: SnoozeMenuProps) {
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? (
        <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      ) : (
        <Popover.Anchor className="w-0" />
      )}
      <Popover.Portal>
        <Popover.Content
          side={side}
          align="end"
          sideOffset={5}
          collisionPadding={8}
          aria-label={t('snooze.title')}
          onKeyDown={(event) => {
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step === undefined || event.target instanceof HTMLInputElement) return;
            event.preventDefault();
            const buttons = [...event.currentTarget.querySelectorAll('button')];
            const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
            buttons[(at + step + buttons.length) % buttons.length]?.focus();
          }}
          className="z-50 w-80 rounded-lg bg-raised p-1 shadow-lift animate-enter"
        >
          <Times
            onPick={(until) => {
              onOpenChange(false);
              onPick(until);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
