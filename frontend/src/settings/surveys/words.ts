import type { Policy } from '../../api/surveys';
import { t } from '../../ui/text';

const hour = 60;
const day = 24 * hour;

/** How long after its moment a question is asked. */
export function delayInWords(minutes: number): string {
  if (minutes === 0) return t('surveys.atOnce');
  if (minutes % day === 0) return t('surveys.afterDays', { n: minutes / day });
  return minutes % hour === 0
    ? t('surveys.afterHours', { n: minutes / hour })
    : t('surveys.afterMinutes', { n: minutes });
}

/** What a policy comes to, in one line. */
export function inWords(policy: Policy): string {
  if (!policy.asks) return t('surveys.silent');
  return [
    t(`surveys.moment.${policy.moment}`),
    delayInWords(policy.delay_minutes),
    t(`surveys.scale.${policy.scale}`),
  ].join(' · ');
}

/** The name of a language in itself. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
