import * as Popover from '@radix-ui/react-popover';
import { Smile } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../ui/Button';
import { t } from '../ui/text';

const Emojis = lazy(() => import('./Emojis').then((its) => ({ default: its.Emojis })));

/** Opens the emoji; what is picked goes where the cursor was, which has the focus again then. */
export function EmojiButton({ onPick }: { onPick: (sign: string) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton label={t('emoji.title')}>
          <Smile size={16} />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="start"
          sideOffset={5}
          collisionPadding={8}
          aria-label={t('emoji.title')}
          className="z-50 w-[17.25rem] overflow-hidden rounded-lg bg-raised shadow-lift animate-enter"
        >
          <Suspense fallback={<div className="h-73" />}>
            <Emojis
              onPick={(sign) => {
                setOpen(false);
                setTimeout(() => onPick(sign));
              }}
            />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
