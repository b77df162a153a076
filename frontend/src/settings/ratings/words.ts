import type { Policy } from '../../api/surveys';
import { t } from '../../ui/text';

const hour = 60;
const day = 24 * hour;

/** How long after its moment a question is asked. */
export function delayInWords(minutes: number): string {
  if (minutes === 0) return t('ratings.atOnce');
  if (minutes % day === 0) return t('ratings.afterDays', { n: minutes / day });
  return minutes % hour === 0
    ? t('ratings.afterHours', { n: minutes / hour })
    : t('ratings.afterMinutes', { n: minutes });
}

/** What a policy comes to, in one line. */
export function inWords(policy: Policy): string {
  if (!policy.asks) return t('ratings.silent');
  return [
    t(`ratings.moment.${policy.moment}`),
    delayInWords(policy.delay_minutes),
    t(`ratings.scale.${policy.scale}`),
  ].join(' · ');
}

/** The name of a language in itself. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
