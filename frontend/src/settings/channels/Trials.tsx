import { CircleCheck, CircleX } from 'lucide-react';
import type { Trial } from '../../api/types';
import { t } from '../../ui/text';
import { stepOf } from './words';

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
            {trials.map(({ step, ok, detail }) => (
              <li key={step + detail} className="flex gap-2.5">
                {ok ? (
                  <CircleCheck
                    size={17}
                    className="mt-0.5 shrink-0 text-good"
                    role="img"
                    aria-label={t('trial.ok')}
                  />
                ) : (
                  <CircleX
                    size={17}
                    className="mt-0.5 shrink-0 text-bad"
                    role="img"
                    aria-label={t('trial.notOk')}
                  />
                )}
                <div className="min-w-0">
                  <p className="font-medium">{stepOf(step)}</p>
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
