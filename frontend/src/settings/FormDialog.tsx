import type { FormEvent, ReactNode } from 'react';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { t } from '../ui/text';

type FormDialogProps = {
  title: string;
  /** What the button says; else it saves. */
  action?: string;
  busy: boolean;
  onSubmit: (form: FormData) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
};

/** A few fields in a dialog. It closes when what it does answers something. */
export function FormDialog({ title, action, busy, onSubmit, onClose, children }: FormDialogProps) {
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (await onSubmit(new FormData(event.currentTarget))) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} width="narrow">
      <form
        className="flex flex-col gap-4 overflow-y-auto px-5 pt-2 pb-5"
        onSubmit={(event) => void submit(event)}
      >
        {children}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" disabled={busy}>
            {action ?? t('ui.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
