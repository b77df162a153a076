import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ToConversation } from '../figures/FactsDrawer';
import { usePhone } from '../ui/preferences';
import { t } from '../ui/text';

/** The permalink of a message; whatever status its conversation has by now. */
export const toConversation: ToConversation = (id, seq, content) => (
  <Link
    to="/inbox/$view/$id"
    params={{ view: 'all', id }}
    search={{ tab: 'all' }}
    hash={String(seq)}
  >
    {content}
  </Link>
);

/** The phone has no rail. */
export function Back({ to }: { to: '/' | '/reports' }) {
  const phone = usePhone();
  if (!phone) return null;
  return (
    <Link
      to={to}
      aria-label={t('conversation.back')}
      className="flex size-10 shrink-0 items-center justify-center rounded-md text-ink-2"
    >
      <ArrowLeft size={18} />
    </Link>
  );
}
