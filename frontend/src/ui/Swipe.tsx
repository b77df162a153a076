import type { LucideIcon } from 'lucide-react';
import type { PointerEvent, ReactNode } from 'react';
import { useRef, useState } from 'react';

type Side = { icon: LucideIcon; label: string; tone: 'good' | 'brand'; run: () => void };

type SwipeProps = { right: Side; left: Side; children: ReactNode };

const beginsPx = 12;
const enoughPx = 88;

const tones = { good: 'bg-good text-on-brand', brand: 'bg-brand text-on-brand' };

/** Something that a finger can push aside, either way; the buttons elsewhere do the same. */
export function Swipe({ right, left, children }: SwipeProps) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const swiping = useRef(false);
  const [offset, setOffset] = useState(0);
  const side = offset > 0 ? right : left;

  const onPointerDown = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') return;
    from.current = { x: event.clientX, y: event.clientY };
    swiping.current = false;
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!from.current) return;
    const dx = event.clientX - from.current.x;
    const dy = event.clientY - from.current.y;
    if (!swiping.current && Math.abs(dx) < beginsPx) return;
    if (!swiping.current && Math.abs(dy) > Math.abs(dx)) {
      from.current = null;
      return;
    }
    swiping.current = true;
    setOffset(dx);
  };
  const finish = () => {
    if (swiping.current && Math.abs(offset) >= enoughPx) side.run();
    from.current = null;
    setOffset(0);
  };

  return (
    <div
      className="relative h-full touch-pan-y overflow-hidden"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={finish}
      onPointerCancel={() => {
        from.current = null;
        setOffset(0);
      }}
      onClickCapture={(event) => {
        // the end of a swipe is no tap
        if (swiping.current) event.stopPropagation();
        swiping.current = false;
      }}
    >
      {offset !== 0 && (
        <span
          className={`absolute inset-0 flex items-center gap-2 px-5 text-small font-medium ${tones[side.tone]} ${offset > 0 ? '' : 'justify-end'} ${Math.abs(offset) < enoughPx ? 'opacity-60' : ''}`}
          aria-hidden="true"
        >
          <side.icon size={18} /> {side.label}
        </span>
      )}
      <div
        className={`h-full bg-panel ${offset === 0 ? 'transition-transform duration-150' : ''}`}
        style={offset === 0 ? undefined : { transform: `translateX(${offset}px)` }}
      >
        {children}
      </div>
    </div>
  );
}
