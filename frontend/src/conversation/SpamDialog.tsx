import { useRef } from 'react';
import type { Conversation } from '../api/types';
import { nameOf } from '../api/words';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { t } from '../ui/text';

type SpamDialogProps = {
  its: Conversation;
  onMark: (block: boolean) => void;
  onClose: () => void;
};

/** Spam, or spam and nothing from there ever again. */
export function SpamDialog({ its, onMark, onClose }: SpamDialogProps) {
  const heading = useRef<HTMLElement>(null);
  return (
    <Dialog
      alert
      width="narrow"
      title={t('spam.title', { number: its.number })}
      description={t('spam.text', { name: nameOf(its) })}
      focus={heading}
      onClose={onClose}
    >
      <footer className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-5">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button onClick={() => onMark(true)}>{t('spam.block')}</Button>
        <Button look="primary" onClick={() => onMark(false)}>
          {t('spam.only')}
        </Button>
      </footer>
    </Dialog>
  );
}
