/** How long until nobody waits any more, at the pace of the last hour. */
export type Clearing =
  { kind: 'unknown' } | { kind: 'clear' } | { kind: 'growing' } | { kind: 'in'; seconds: number };

/**
 * The waiting ÷ (resolved − begun an hour). What did not happen within the hour has no value, which here is
 * none at all: `null` is told apart from a board that has not come yet, which is `undefined`.
 */
export function timeToClear(
  waiting: number | null | undefined,
  resolved: number | null | undefined,
  begun: number | null | undefined,
): Clearing {
  if (waiting === undefined || resolved === undefined || begun === undefined) {
    return { kind: 'unknown' };
  }
  if (!waiting) return { kind: 'clear' };
  const pace = (resolved ?? 0) - (begun ?? 0);
  return pace <= 0 ? { kind: 'growing' } : { kind: 'in', seconds: (waiting / pace) * 3600 };
}

export type Alarm = 'warn' | 'bad' | null;

const minute = 60;

/** From when a number is worth a look, and from when it is trouble. */
export const limits = {
  longest_wait: { warn: 15 * minute, bad: 60 * minute },
  overdue: { warn: 1, bad: 5 },
} as const;

export function alarmOf(value: number | null, limit: { warn: number; bad: number }): Alarm {
  if (value === null || value < limit.warn) return null;
  return value < limit.bad ? 'warn' : 'bad';
}
