/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { t } from '../languages';
import type { Chat } from '../live/chat';
import type { ChatState } from '../live/state';
import { EmailForm } from './EmailForm';

/** Offers to answer by mail, once something was said and as long as there is no address. */
export function LeaveCard({ chat, state }: { chat: Chat; state: ChatState }) {
  const [isAsking, setAsking] = useState(false);
  const [told, setTold] = useState<string>();
  const hasWritten = state.thread.written.some(({ from }) => from === 'visitor');
  const { email } = state.visitor;
  if (email && email === told) {
    return (
      <p class="strip" role="status">
        {t('leaveSaved', { email })}
      </p>
    );
  }
  if (email || !hasWritten || !chat.token()) return null;
  if (!isAsking) {
    return (
      <button type="button" class="strip action" onClick={() => setAsking(true)}>
        {t('leave')}
      </button>
    );
  }
  return (
    <div class="strip">
      <p>{t('leaveHint')}</p>
      <EmailForm
        initial=""
        action={t('save')}
        onCancel={() => setAsking(false)}
        onSubmit={(address) => {
          if (!chat.tell({ email: address })) return;
          setTold(address);
          setAsking(false);
        }}
      />
    </div>
  );
}
