import type { LucideIcon } from 'lucide-react';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { t } from './text';

type EmptyProps = { icon?: LucideIcon; title: string; text?: string; children?: ReactNode };

/** Nothing is here, and what to do about it. */
export function Empty({ icon: Icon, title, text, children }: EmptyProps) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-2 p-8 text-center">
      {Icon && <Icon size={40} strokeWidth={1} className="text-ink-3" aria-hidden="true" />}
      <p className="text-body font-medium">{title}</p>
      {text && <p className="max-w-60 text-small text-ink-3">{text}</p>}
      {children && <div className="mt-2 flex flex-col items-center gap-2">{children}</div>}
    </div>
  );
}

/** A code an agent can tell the administrator: the status if there is one. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'status' in error ? String(error.status) : 'net';

export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div role="alert" className="flex flex-col items-center gap-2 p-8 text-center">
      <TriangleAlert size={28} strokeWidth={1.25} className="text-warn" aria-hidden="true" />
      <p className="text-body font-medium">{t('ui.failed', { code: codeOf(error) })}</p>
      {error instanceof Error && <p className="max-w-72 text-small text-ink-3">{error.message}</p>}
      <Button onClick={onRetry}>{t('ui.tryAgain')}</Button>
    </div>
  );
}

export const Bar = ({ className = '' }: { className?: string }) => (
  <span className={`block rounded-sm bg-pressed ${className}`} />
);
