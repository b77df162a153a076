import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { fieldClass } from '../ui/Field';
import { t } from '../ui/text';

type SecretProps = { title: string; text: string; value: string; onClose: () => void };

/** Something to hand on, shown once: an invitation link or a key. */
export function Secret({ title, text, value, onClose }: SecretProps) {
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // the text is selected: it can be copied by hand
    }
  };
  return (
    <Dialog title={title} description={text} onClose={onClose}>
      <div className="flex gap-2 px-5 pt-2 pb-5">
        <input
          ref={field}
          readOnly
          aria-label={title}
          value={value}
          onFocus={(event) => event.target.select()}
          className={`${fieldClass} h-9 font-mono text-small`}
        />
        <Button look="primary" className="h-9!" onClick={() => void copy()}>
          {copied ? <Check size={15} /> : <Copy size={15} />}
          {t(copied ? 'ui.copied' : 'ui.copy')}
        </Button>
      </div>
    </Dialog>
  );
}
