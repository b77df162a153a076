import { ChevronDown, SendHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { Then } from '../api/types';
import { buttonClass } from '../ui/Button';
import { Hint } from '../ui/Hint';
import { Menu, MenuItem } from '../ui/Menu';
import { t } from '../ui/text';
import type { Hindrance } from './composing';
import { SnoozeMenu } from './SnoozeMenu';
import type { Composing } from './useComposer';

/** Why it cannot be sent, in words; what is plain to see is not said. */
export function hindranceText(its: Hindrance | null): string | null {
  switch (its?.why) {
    case 'tooLong':
      return t('composer.tooLong', { count: its.over });
    case 'address':
      return t('composer.noAddress', { value: its.value });
    case 'tooMany':
      return t('files.tooMany', { most: its.most });
    case 'nobody':
      return t('composer.noRecipient');
    case 'slot':
      return t('composer.unfilled', { slot: its.slot.written });
    case 'uploading':
      return t('composer.uploading');
    default:
      return null;
  }
}

export function SendButtons({
  composing,
  onReview,
}: {
  composing: Composing;
  onReview: () => void;
}) {
  const [snoozing, setSnoozing] = useState(false);
  const { draft, missed, hindered } = composing;
  const note = draft.kind === 'note';
  const review = missed.length > 0;
  const blocked = hindered !== null;
  const press = (then?: Then) => {
    if (blocked) return;
    if (review) onReview();
    else composing.submit(then);
  };
  const look = buttonClass(note ? 'note' : 'primary');
  const label = note ? t('composer.saveNote') : t(review ? 'composer.review' : 'composer.send');
  return (
    <div className="flex shrink-0">
      <Hint text={hindranceText(hindered) ?? label} keys="Mod+Enter" side="top">
        <button
          type="button"
          aria-disabled={blocked}
          aria-describedby={hindranceText(hindered) ? 'composer-hindrance' : undefined}
          onClick={() => press()}
          className={`${look} ${note ? '' : 'rounded-e-none'}`}
        >
          {!note && <SendHorizontal size={15} aria-hidden="true" />}
          {label}
        </button>
      </Hint>
      {!note && (
        <SnoozeMenu
          open={snoozing}
          onOpenChange={setSnoozing}
          side="top"
          onPick={(until) => press({ status: 'snoozed', snoozed_until: until })}
        />
      )}
      {!note && (
        <Menu
          side="top"
          trigger={
            <button
              type="button"
              aria-label={t('composer.sendAnd')}
              aria-disabled={blocked}
              className={`${look} ms-px rounded-s-none px-1.5!`}
            >
              <ChevronDown size={15} />
            </button>
          }
        >
          <MenuItem
            keys="Mod+Shift+Enter"
            disabled={blocked}
            onSelect={() => press({ status: 'resolved' })}
          >
            {t('composer.sendResolve')}
          </MenuItem>
          <MenuItem disabled={blocked} onSelect={() => press({ status: 'pending' })}>
            {t('composer.sendPending')}
          </MenuItem>
          <MenuItem disabled={blocked} onSelect={() => setTimeout(() => setSnoozing(true))}>
            {t('composer.sendSnooze')}
          </MenuItem>
        </Menu>
      )}
    </div>
  );
}
