import { ArrowUp, MessageCircle } from 'lucide-react';
import { t } from '../../ui/text';
import { inkOn, isColor } from './color';

const fallback = '#2457d6';

type ChatPreviewProps = { name: string; settings: Record<string, string> };

/** How the chat looks on a page, as the form changes it. A picture: nothing in it can be used. */
export function ChatPreview({ name, settings }: ChatPreviewProps) {
  const color = isColor(settings.color ?? '') ? (settings.color ?? fallback) : fallback;
  const paint = { backgroundColor: color, color: inkOn(color) };
  const side = settings.position === 'left' ? 'items-start' : 'items-end';
  return (
    <figure>
      <figcaption className="mb-1 text-small font-medium">{t('chatPreview.title')}</figcaption>
      <div
        role="img"
        aria-label={t('chatPreview.words', {
          color,
          greeting: settings.greeting || t('chatPreview.noGreeting'),
          side: settings.position === 'left' ? 'left' : 'right',
        })}
        className={`flex flex-col gap-3 rounded-md bg-sunk p-5 ${side}`}
      >
        <div className="w-full max-w-[280px] overflow-hidden rounded-lg bg-raised shadow-lift">
          <div className="px-4 py-3" style={paint}>
            <p className="truncate text-title font-semibold">{name || t('chatPreview.name')}</p>
            <p className="text-small opacity-90">{t('chatPreview.soon')}</p>
          </div>
          <div className="flex min-h-24 flex-col gap-2 p-4">
            {settings.greeting && (
              <p className="max-w-[85%] self-start rounded-lg bg-sunk px-3 py-2 text-small break-words">
                {settings.greeting}
              </p>
            )}
            <p className="max-w-[85%] self-end rounded-lg px-3 py-2 text-small" style={paint}>
              {t('chatPreview.message')}
            </p>
          </div>
          <div className="flex items-center gap-2 border-t border-line px-4 py-2.5 text-small text-ink-3">
            <span className="flex-1">{t('chatPreview.write')}</span>
            <span className="flex size-6 items-center justify-center rounded-full" style={paint}>
              <ArrowUp size={14} />
            </span>
          </div>
        </div>
        <span
          className="flex size-12 items-center justify-center rounded-full shadow-lift"
          style={paint}
        >
          <MessageCircle size={22} />
        </span>
      </div>
    </figure>
  );
}
