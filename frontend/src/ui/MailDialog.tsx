import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { buttonClass } from './Button';
import { Dialog } from './Dialog';
import type { ReadMail } from './mailSource';
import { readMail } from './mailSource';
import { Bar, Failed } from './States';
import { t } from './text';

const shownHeaders = ['From', 'To', 'Cc', 'Subject', 'Date', 'Message-ID', 'In-Reply-To'];

type MailDialogProps = {
  title: string;
  description: string;
  url: string;
  load: (url: string) => Promise<Uint8Array>;
  onClose: () => void;
};

/** A whole mail, head and text, as it would have left. */
export function MailDialog({ title, description, url, load, onClose }: MailDialogProps) {
  const [mail, setMail] = useState<ReadMail | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let here = true;
    setFailure(null);
    load(url).then(
      (bytes) => here && setMail(readMail(bytes)),
      (error: unknown) => here && setFailure(error),
    );
    return () => {
      here = false;
    };
  }, [load, url, tries]);

  return (
    <Dialog title={title} description={description} onClose={onClose} width="broad">
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">
        {failure !== null && <Failed error={failure} onRetry={() => setTries(tries + 1)} />}
        {!mail && failure === null && <Bar className="mt-4 h-40 animate-pulse" />}
        {mail && (
          <>
            <dl className="mt-2 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-0.5 text-small">
              {mail.headers
                .filter(([name]) => shownHeaders.includes(name))
                .map(([name, value]) => (
                  <div key={name} className="contents">
                    <dt className="text-ink-3">{name}</dt>
                    <dd className="break-all">{value}</dd>
                  </div>
                ))}
            </dl>
            <pre className="mt-4 overflow-x-auto rounded-md bg-sunk p-4 font-mono text-small whitespace-pre-wrap">
              {mail.text}
            </pre>
            <a href={url} download className={`${buttonClass('plain')} mt-4`}>
              <Download size={15} /> {t('ui.download')}
            </a>
          </>
        )}
      </div>
    </Dialog>
  );
}
