import type { Config } from '../config';
import { t } from '../languages';
import type { ChatState } from '../live/state';
import { upcoming } from '../time';

/** Why this visitor cannot write, in words; null if nothing stands in the way. */
export function barrierWords(
  { isShut, greeted, visitor }: ChatState,
  config: Config,
): string | null {
  if (isShut) return t('unavailable');
  return config.verified_only && greeted && !visitor.verified ? t('signInFirst') : null;
}

export type OfficeWords = { isHere: boolean; text: string };

/** Whether somebody is there, and how soon they answer; not more than is known. */
export function officeWords(state: ChatState, config: Config, now: number): OfficeWords | null {
  const office = state.office ?? config.office;
  if (!office) return null;
  if (!office.open) {
    const back = office.opens_at ? ` ${t('backAt', { when: upcoming(office.opens_at, now) })}` : '';
    return { isHere: false, text: t('weAreAway') + back };
  }
  const seconds = state.greeted ? state.replySeconds : (config.reply_seconds ?? null);
  return { isHere: true, text: seconds === null ? t('weAreHere') : answerIn(seconds) };
}

function answerIn(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes < 60
    ? t('answerInMinutes', { n: minutes })
    : t('answerInHours', { n: Math.round(minutes / 60) });
}
