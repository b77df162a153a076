import { Copy } from '../ui/Copy';
import { Dialog } from '../ui/Dialog';

type SecretProps = { title: string; text: string; value: string; onClose: () => void };

/** Something to hand on, shown once: an invitation link or a key. */
export const Secret = ({ title, text, value, onClose }: SecretProps) => (
  <Dialog title={title} description={text} onClose={onClose}>
    <div className="px-5 pt-2 pb-5">
      <Copy label={title} value={value} />
    </div>
  </Dialog>
);
