import { CircleCheck, CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSocketStatus } from '../live/Live';
import { Hint } from '../ui/Hint';
import { t } from '../ui/text';
import { clockSeconds } from '../ui/time';

const patienceMs = 1500;
const relievedMs = 2000;

export function ConnectionDot({ wide }: { wide: boolean }) {
  const { phase, latencyMs } = useSocketStatus();
  const live = phase === 'live';
  const text = live ? t('connection.live', { ms: latencyMs ?? 0 }) : t(`connection.${phase}`);
  return (
    <Hint text={text} side="right">
      <div
        tabIndex={0}
        role="img"
        aria-label={text}
        className={`flex h-8 items-center gap-2.5 rounded-md text-meta text-ink-3 ${wide ? 'px-2.5' : 'justify-center'}`}
      >
        <span className="flex w-4 shrink-0 justify-center">
          <span className={`size-2 rounded-full ${live ? 'bg-good' : 'animate-pulse bg-warn'}`} />
        </span>
        {wide && (
          <span className="truncate">{t(live ? 'connection.isLive' : `connection.${phase}`)}</span>
        )}
      </div>
    </Hint>
  );
}

/** Says that what is seen may be old, from when it is, and then that it is not any more. */
export function ConnectionBanner() {
  const { phase, lastFrameAt } = useSocketStatus();
  const [shown, setShown] = useState<'none' | 'lost' | 'back'>('none');

  useEffect(() => {
    if (phase === 'reconnecting') {
      const timer = setTimeout(() => setShown('lost'), patienceMs);
      return () => clearTimeout(timer);
    }
    if (phase !== 'live') return;
    setShown((before) => (before === 'lost' ? 'back' : 'none'));
    const timer = setTimeout(() => setShown('none'), relievedMs);
    return () => clearTimeout(timer);
  }, [phase]);

  if (shown === 'none') return null;
  const lost = shown === 'lost';
  return (
    <p
      role="status"
      className={`flex min-h-8 shrink-0 items-center justify-center gap-2 px-4 text-small font-medium ${lost ? 'bg-warn-soft text-warn' : 'bg-good-soft text-good'}`}
    >
      {lost ? (
        <CloudOff size={15} aria-hidden="true" />
      ) : (
        <CircleCheck size={15} aria-hidden="true" />
      )}
      {lost
        ? lastFrameAt > 0
          ? t('connection.lost', { at: clockSeconds(lastFrameAt) })
          : t('connection.lostAtOnce')
        : t('connection.back')}
    </p>
  );
}
