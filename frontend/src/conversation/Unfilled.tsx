import type { RefObject } from 'react';
import { t } from '../ui/text';
import type { Hindrance } from './composing';
import { hindranceText } from './SendButtons';

const action = 'min-h-6 rounded-sm px-1 font-medium text-brand hover:underline';

type UnfilledProps = {
  id: string;
  hindered: Hindrance | null;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Sends it with its braces. */
  onSend: () => void;
};

/** What was left open in a text, and a way out for whoever means the braces. */
export function Unfilled({ id, hindered, field, onSend }: UnfilledProps) {
  if (hindered?.why !== 'slot') return null;
  const { slot } = hindered;
  const show = () => {
    field.current?.focus();
    field.current?.setSelectionRange(slot.from, slot.to);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 px-3.5 pb-1.5 text-meta">
      <span id={id} role="status" className="font-medium break-words text-bad">
        {hindranceText(hindered)}
      </span>
      <span className="-ms-1 flex gap-x-1">
        <button type="button" className={action} onClick={show}>
          {t('composer.showSlot')}
        </button>
        <button type="button" className={action} onClick={onSend}>
          {t('composer.asWritten')}
        </button>
      </span>
    </div>
  );
}
