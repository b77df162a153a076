import { CircleCheck, CircleX, Info } from 'lucide-react';
import type { Trial } from '../../api/types';
import { t } from '../../ui/text';
import { stepOf } from './words';

function Mark({ ok, hint }: Omit<Trial, 'step' | 'detail'>) {
  const [Icon, color, word] = !ok
    ? ([CircleX, 'text-bad', 'trial.notOk'] as const)
    : hint
      ? ([Info, 'text-ink-3', 'trial.hint'] as const)
      : ([CircleCheck, 'text-good', 'trial.ok'] as const);
  return <Icon size={17} className={`mt-0.5 shrink-0 ${color}`} role="img" aria-label={t(word)} />;
}

/** What came of trying an account out, step by step; said aloud when it comes. */
export function Trials({ trials, busy }: { trials: Trial[] | null; busy: boolean }) {
  const failures = trials?.filter(({ ok }) => !ok).length ?? 0;
  return (
    <div role="status">
      {busy && <p className="text-small text-ink-2">{t('trial.running')}</p>}
      {trials && (
        <div
          className={`rounded-lg border bg-panel p-4 ${failures ? 'border-bad' : 'border-good'}`}
        >
          <p className="font-semibold">
            {trials.length === 0
              ? t('trial.nothing')
              : failures
                ? t('trial.failed', { count: failures })
                : t('trial.passed')}
          </p>
          <ul className="mt-2 flex flex-col gap-2">
            {trials.map(({ detail, ...trial }) => (
              <li key={trial.step + detail} className="flex gap-2.5">
                <Mark {...trial} />
                <div className="min-w-0">
                  <p className="font-medium">{stepOf(trial.step)}</p>
                  <p className="text-small break-words text-ink-2">{detail}</p>
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
