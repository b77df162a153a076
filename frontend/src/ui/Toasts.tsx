import { X } from 'lucide-react';
import { IconButton } from './Button';
import { Keys } from './Keys';
import { t } from './text';
import { dismiss, useToasts } from './toasts';

const tones = { plain: 'bg-ink', good: 'bg-good', bad: 'bg-bad' };

export function Toasts() {
  const toasts = useToasts();
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex flex-col items-center gap-2 px-4 max-tablet:bottom-20"
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className="pointer-events-auto flex min-h-10 max-w-lg items-center gap-3 rounded-lg bg-raised py-1 pe-1 ps-3 text-body shadow-lift animate-rise"
        >
          <span className={`size-2 shrink-0 rounded-full ${tones[toast.tone]}`} />
          <span className="min-w-0 flex-1 py-1">{toast.text}</span>
          {toast.undo && (
            <button
              type="button"
              onClick={() => {
                dismiss(toast.id);
                toast.undo?.();
              }}
              className="flex h-8 items-center gap-1.5 rounded-md px-2 font-medium text-brand hover:bg-hover"
            >
              {t('ui.undo')} <Keys keys="z" />
            </button>
          )}
          <IconButton label={t('ui.dismiss')} onClick={() => dismiss(toast.id)}>
            <X size={15} />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
