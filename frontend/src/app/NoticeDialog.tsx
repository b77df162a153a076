import { NoticeSettings } from '../live/NoticeSettings';
import { Dialog } from '../ui/Dialog';
import { t } from '../ui/text';

export const NoticeDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog title={t('notice.title')} description={t('notice.text')} onClose={onClose}>
    <div className="overflow-y-auto px-5 pt-2 pb-6">
      <NoticeSettings />
    </div>
  </Dialog>
);
