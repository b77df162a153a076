import { Button } from '../ui/Button';
import { Empty } from '../ui/States';
import { t } from '../ui/text';

/** A page that could not be shown, or that does not exist. */
export function Crash({ error }: { error?: unknown }) {
  return (
    <main className="h-full">
      <Empty
        title={t(error ? 'app.crash' : 'app.notFound')}
        {...(error instanceof Error ? { text: error.message } : {})}
      >
        <Button onClick={() => location.assign('/')}>{t('app.start')}</Button>
      </Empty>
    </main>
  );
}
