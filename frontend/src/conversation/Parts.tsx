import { Download, ExternalLink, MapPin, Puzzle, Smile } from 'lucide-react';
import type { Part } from '../api/types';
import { t } from '../ui/text';
import { exact } from '../ui/time';
import { Text } from './Text';

const card = 'flex max-w-md gap-3 rounded-md border border-line bg-panel px-3 py-2.5';

/** Only what a browser may open safely is made a link. */
const safe = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);

function Out({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="inline-flex min-h-6 max-w-full items-center gap-1 text-small text-brand hover:underline"
    >
      <span className="truncate">{children}</span>
      <ExternalLink size={12} className="shrink-0" aria-hidden="true" />
    </a>
  );
}

function One({ part, raw }: { part: Part; raw: string }) {
  switch (part.kind) {
    case 'location': {
      const { latitude, longitude, name } = part;
      const place = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
      return (
        <div className={card}>
          <MapPin size={18} className="mt-0.5 shrink-0 text-brand" aria-hidden="true" />
          <div className="min-w-0">
            <p className="font-medium">{name ?? t('part.location')}</p>
            <p className="figures text-meta text-ink-3">{place}</p>
            <Out
              href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
            >
              {t('part.map')}
            </Out>
          </div>
        </div>
      );
    }
    case 'card':
      return (
        <div className={card}>
          <div className="min-w-0">
            <p className="font-medium break-words">{part.title}</p>
            {part.text && <Text text={part.text} className="text-small text-ink-2" />}
            {safe(part.url) && <Out href={part.url}>{part.url.replace(/^https?:\/\//, '')}</Out>}
          </div>
        </div>
      );
    case 'choice':
      return (
        <p className="inline-flex min-h-7 items-center gap-2 self-start rounded-full border border-brand-line bg-brand-soft px-3 text-small">
          <span className="text-ink-3">{t('part.chose')}</span>
          <span className="font-medium">{part.label}</span>
        </p>
      );
    case 'quote':
      return (
        <blockquote className="border-s-2 border-line-strong ps-3 text-small text-ink-2">
          {part.author && <p className="font-medium">{part.author}</p>}
          {part.text ? <Text text={part.text} /> : <p>{t('part.quoteGone')}</p>}
          {safe(part.reference) && <Out href={part.reference}>{t('part.original')}</Out>}
        </blockquote>
      );
    case 'survey':
      return (
        <p className="inline-flex items-center gap-1.5 text-meta text-ink-3">
          <Smile size={13} className="shrink-0" aria-hidden="true" />
          {t('part.survey', {
            scale: part.scale,
            reminder: part.reminder ? 'yes' : 'no',
            until: exact(part.until),
          })}
        </p>
      );
    case 'unsupported':
      return (
        <div className={`${card} border-dashed`}>
          <Puzzle size={18} className="mt-0.5 shrink-0 text-ink-3" aria-hidden="true" />
          <div className="min-w-0 text-small">
            <p className="font-medium">{t('part.unsupported', { type: part.type })}</p>
            {part.summary && <p className="break-words text-ink-2">{part.summary}</p>}
            <a
              href={raw}
              download
              className="inline-flex min-h-6 items-center gap-1 text-brand hover:underline"
            >
              <Download size={12} aria-hidden="true" /> {t('part.raw')}
            </a>
          </div>
        </div>
      );
  }
}

/** What a message holds besides text and files. */
export function Parts({ parts, raw }: { parts: Part[]; raw: string }) {
  if (parts.length === 0) return null;
  return (
    <div className="mt-2 flex flex-col gap-2 first:mt-0">
      {parts.map((part, index) => (
        <One key={index} part={part} raw={raw} />
      ))}
    </div>
  );
}
