import { useRef } from 'react';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { t } from '../ui/text';

type ConfirmProps = {
  title: string;
  text: string;
  /** What the button does, in a word; else it deletes. */
  action?: string;
  onConfirm: () => void;
  onClose: () => void;
};

export function Confirm({ title, text, action, onConfirm, onClose }: ConfirmProps) {
  const heading = useRef<HTMLElement>(null);
  return (
    <Dialog alert width="narrow" title={title} description={text} focus={heading} onClose={onClose}>
      <div className="flex justify-end gap-2 px-5 pt-3 pb-5">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button
          look="danger"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {action ?? t('ui.delete')}
        </Button>
      </div>
    </Dialog>
  );
}
