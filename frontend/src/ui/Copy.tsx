import { Check, Copy as CopyIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from './Button';
import { fieldClass } from './Field';
import { t } from './text';

type CopyProps = { label: string; value: string; lines?: number };

/** Words to take elsewhere: selected when they get the focus, copied by the button. */
export function Copy({ label, value, lines = 1 }: CopyProps) {
  const [copied, setCopied] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(value);
    } catch {
      // the text is selected: it can be copied by hand
    }
  };
  const around = {
    ref: field,
    readOnly: true,
    'aria-label': label,
    value,
    onFocus: () => field.current?.select(),
    spellCheck: false,
  };
  return (
    <div className="flex items-start gap-2">
      {lines === 1 ? (
        <input {...around} className={`${fieldClass} h-9 min-w-0 font-mono text-small`} />
      ) : (
        <textarea
          {...around}
          rows={lines}
          wrap={value.includes('\n') ? 'off' : 'soft'}
          className={`${fieldClass} min-w-0 resize-none field-sizing-content py-2 font-mono text-small`}
        />
      )}
      <Button
        className="h-9!"
        aria-label={t('ui.copyOf', { what: label })}
        onClick={() => void copy()}
      >
        {copied === value ? <Check size={15} /> : <CopyIcon size={15} />}
        <span className="max-tablet:sr-only">{t(copied === value ? 'ui.copied' : 'ui.copy')}</span>
      </Button>
    </div>
  );
}
