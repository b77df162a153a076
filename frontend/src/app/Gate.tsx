import type { ReactNode } from 'react';

export const Mark = ({ size = 28 }: { size?: number }) => (
  <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="shrink-0">
    <rect width="32" height="32" rx="8" className="fill-brand" />
    <path
      d="M7 12.5c3-2.6 6-2.6 9 0s6 2.6 9 0M7 19.5c3-2.6 6-2.6 9 0s6 2.6 9 0"
      fill="none"
      strokeWidth="2.6"
      strokeLinecap="round"
      className="stroke-on-brand"
    />
  </svg>
);

type GateProps = { title: string; text?: string | undefined; children: ReactNode };

/** The frame of the pages before the inbox. */
export function Gate({ title, text, children }: GateProps) {
  return (
    <main className="flex h-full overflow-y-auto p-4">
      <div className="m-auto w-full max-w-[384px]">
        <div className="mb-6 flex items-center gap-2.5 px-1">
          <Mark />
          <span className="text-title font-semibold">Firth</span>
        </div>
        <div className="rounded-lg border border-line bg-panel p-6">
          <h1 className="text-page font-semibold tracking-tight">{title}</h1>
          {text && <p className="mt-1 text-body text-ink-2">{text}</p>}
          {children}
        </div>
      </div>
    </main>
  );
}

export const Notice = ({ tone, children }: { tone: 'bad' | 'warn'; children: ReactNode }) => (
  <p
    role="alert"
    className={`rounded-md px-3 py-2 text-small ${tone === 'bad' ? 'bg-bad-soft text-bad' : 'bg-warn-soft text-warn'}`}
  >
    {children}
  </p>
);
