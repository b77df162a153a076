import { useRef } from 'react';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { t } from '../ui/text';

type ConfirmProps = { title: string; text: string; onConfirm: () => void; onClose: () => void };

export function Confirm({ title, text, onConfirm, onClose }: ConfirmProps) {
  const heading = useRef<HTMLElement>(null);
  return (
    <Dialog alert width="narrow" title={title} description={text} focus={heading} onClose={onClose}>
      <div className="flex justify-end gap-2 px-5 pt-3 pb-5">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button
          look="danger"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {t('ui.delete')}
        </Button>
      </div>
    </Dialog>
  );
}
