/** How far something has come. */
export function Progress({ label, value, most }: { label: string; value: number; most: number }) {
  const share = most > 0 ? Math.min(1, value / most) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-sunk"
    >
      <div
        className="h-full bg-brand transition-[width] duration-300"
        style={{ width: `${share * 100}%` }}
      />
    </div>
  );
}
