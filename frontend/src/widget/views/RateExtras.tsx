/** @jsxImportSource preact */
import { useId, useState } from 'preact/hooks';
import type { Key } from '../languages';
import { t } from '../languages';
import type { Extras } from '../live/frames';

const longestComment = 2000;
const questions: Record<string, Key> = {
  solved: 'rateSolved',
  helpful: 'rateHelpful',
  comes_back: 'rateComesBack',
};

type RateExtrasProps = {
  items: readonly string[];
  isLive: boolean;
  onSend: (said: Extras) => void;
};

/** What may be said beside a score; none of it has to. */
export function RateExtras({ items, isLive, onSend }: RateExtrasProps) {
  const id = useId();
  const [said, setSaid] = useState<Record<string, boolean>>({});
  const [comment, setComment] = useState('');
  const asked = items.flatMap((item) => {
    const question = questions[item];
    return question ? [{ item, question }] : [];
  });
  return (
    <form
      class="rate-more"
      onSubmit={(event) => {
        event.preventDefault();
        const words = comment.trim();
        onSend({ items: said, ...(words ? { comment: words } : {}) });
      }}
    >
      {asked.map(({ item, question }) => (
        <fieldset key={item}>
          <legend>{t(question)}</legend>
          {[true, false].map((yes) => (
            <label key={String(yes)}>
              <input
                type="radio"
                name={`${id}-${item}`}
                checked={said[item] === yes}
                onChange={() => setSaid({ ...said, [item]: yes })}
              />
              {t(yes ? 'yes' : 'no')}
            </label>
          ))}
        </fieldset>
      ))}
      <label for={`${id}-comment`}>{t('rateComment')}</label>
      <textarea
        id={`${id}-comment`}
        rows={3}
        dir="auto"
        maxLength={longestComment}
        value={comment}
        onInput={(event) => setComment(event.currentTarget.value)}
      />
      <button type="submit" class="primary" disabled={!isLive}>
        {t('send')}
      </button>
    </form>
  );
}
