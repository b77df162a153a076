import { ImageOff } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMedia, usePreferences } from '../ui/preferences';
import { t } from '../ui/text';
import type { Fetcher } from './mailDocument';
import { mailDocument, restoreStyles } from './mailDocument';

/** What every mail starts from; the mail's own styles come after it. */
const sheetText = (dark: boolean, foldQuotes: boolean) => `
  html { color-scheme: ${dark ? 'dark' : 'light'}; }
  body { margin: 0; font: 14px/1.55 system-ui, sans-serif; color: ${dark ? '#e9ecee' : '#14191d'}; overflow-wrap: anywhere; overflow-x: auto; overflow-y: hidden; }
  img { max-width: 100%; height: auto; }
  img:not([src]) { display: inline-block; width: auto !important; height: auto !important; min-width: 48px; min-height: 24px; padding: 4px 8px; border: 1px dashed #8a949b; border-radius: 4px; font-size: 12px; color: #5f6a72; }
  a { color: ${dark ? '#5cbdd9' : '#0c6780'}; }
  table, td, div { max-width: 100%; }
  pre { white-space: pre-wrap; }
  p { margin: 0 0 0.8em; }
  blockquote { margin: 0.5em 0; padding-inline-start: 0.8em; border-inline-start: 2px solid ${dark ? '#39424a' : '#c9cfd3'}; color: ${dark ? '#b3bcc3' : '#465058'}; }
  ${foldQuotes ? 'body > blockquote:last-child, body > div > blockquote:last-child, blockquote[type=cite] { display: none; }' : ''}
`;

type MailBodyProps = { html: string; title: string; foldQuotes: boolean; pictureUrl: Fetcher };

/** A mail's HTML in a frame without scripts. It may not navigate the page nor fetch from elsewhere. */
export function MailBody({ html, title, foldQuotes, pictureUrl }: MailBodyProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);
  const { theme } = usePreferences();
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const [pictures, setPictures] = useState(false);
  const its = useMemo(
    () => mailDocument(html, pictures ? pictureUrl : null),
    [html, pictures, pictureUrl],
  );
  const dark = (theme === 'dark' || (theme === 'system' && systemDark)) && !its.designed;

  const dress = useCallback(() => {
    const inner = frame.current?.contentDocument;
    const view = frame.current?.contentWindow as (Window & typeof globalThis) | null | undefined;
    if (!inner?.body || !view) return;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(sheetText(dark, foldQuotes));
    inner.adoptedStyleSheets = [sheet];
    restoreStyles(inner);
    const measure = () => setHeight(Math.ceil(inner.body.getBoundingClientRect().height));
    observer.current?.disconnect();
    observer.current = new ResizeObserver(measure);
    observer.current.observe(inner.body);
    measure();
  }, [dark, foldQuotes]);

  useEffect(dress, [dress]);
  useEffect(() => () => observer.current?.disconnect(), []);

  return (
    <div className="flex flex-col gap-2">
      {!pictures && its.remoteImages > 0 && (
        <p className="flex items-center gap-2 text-meta text-ink-3">
          <ImageOff size={14} className="shrink-0" aria-hidden="true" />
          <span className="min-w-0">
            {t('message.remoteImages', { count: its.remoteImages })}{' '}
            <button
              type="button"
              onClick={() => setPictures(true)}
              className="min-h-6 font-medium text-brand hover:underline"
            >
              {t('message.showImages', { count: its.remoteImages })}
            </button>
          </span>
        </p>
      )}
      <iframe
        ref={frame}
        title={title}
        srcDoc={its.srcdoc}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        onLoad={dress}
        className={`w-full rounded-sm border-0 transition-opacity ${its.designed ? 'bg-[#ffffff] p-3' : ''} ${height ? '' : 'opacity-0'}`}
        style={{ height: height + (its.designed ? 24 : 0), colorScheme: dark ? 'dark' : 'light' }}
      />
    </div>
  );
}
