import type { KeyboardEvent, PointerEvent } from 'react';
import { prefer, usePreferences } from '../ui/preferences';
import { t } from '../ui/text';

const [least, most, step] = [320, 440, 16];

const within = (width: number) => Math.max(least, Math.min(most, width));

/** Between list and thread; by pointer or with the arrow keys. */
export function Divider() {
  const { listWidth, direction } = usePreferences();
  // the list stands where lines begin
  const along = direction === 'rtl' ? -1 : 1;
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    const from = event.clientX - along * listWidth;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = ({ clientX }) => prefer({ listWidth: within(along * (clientX - from)) });
    handle.onpointerup = () => (handle.onpointermove = null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const change = { ArrowLeft: -along * step, ArrowRight: along * step }[event.key];
    if (change === undefined) return;
    event.preventDefault();
    prefer({ listWidth: within(listWidth + change) });
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('app.listWidth')}
      aria-valuenow={listWidth}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={drag}
      onKeyDown={onKeyDown}
      className="relative z-10 -mx-1 w-2 shrink-0 cursor-col-resize touch-none after:absolute after:inset-y-0 after:inset-s-1 after:w-px after:bg-line hover:after:w-0.5 hover:after:bg-brand"
    />
  );
}
