import { useQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { importsQuery, sendHistory } from '../api/imports';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Empty } from '../ui/States';
import { t } from '../ui/text';
import { ImportedFile } from './ImportedFile';
import { card, Cards, Page } from './Page';
import { Progress } from './Progress';
import { Remote } from './Remote';
import { useSaving } from './useSaving';

const sourceForm = /^[a-z0-9][a-z0-9._-]{0,59}$/;

type Sending = { name: string; share: number; stop: AbortController };

/** Under which name a file comes, the file, and how far it has gone. */
function FileForm() {
  const [source, setSource] = useState('import');
  const [sending, setSending] = useState<Sending | null>(null);
  const { save } = useSaving(importsQuery.queryKey);
  const chooser = useRef<HTMLInputElement>(null);
  const isName = sourceForm.test(source);
  const take = async (file: File) => {
    const stop = new AbortController();
    setSending({ name: file.name, share: 0, stop });
    const onProgress = (share: number) => setSending({ name: file.name, share, stop });
    await save(() => sendHistory(source, file, onProgress, stop.signal).catch(silently));
    setSending(null);
  };
  return (
    <section className={`${card} mb-6`} aria-label={t('imports.choose')}>
      <TextField
        label={t('imports.source')}
        hint={t('imports.sourceHint')}
        value={source}
        onChange={(event) => setSource(event.target.value)}
        disabled={sending !== null}
        {...(isName ? {} : { error: t('imports.sourceWrong') })}
      />
      <input
        ref={chooser}
        type="file"
        accept=".ndjson,.jsonl,.json,application/x-ndjson"
        className="hidden"
        aria-label={t('imports.choose')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void take(file);
        }}
      />
      {sending ? (
        <div className="flex items-center gap-4">
          <div className="min-w-0 flex-1">
            <p className="flex gap-2 text-small">
              <span className="min-w-0 flex-1 truncate">
                {t('imports.sending', { name: sending.name })}
              </span>
              <span className="figures text-ink-3">
                {t('imports.sendingShare', { share: sending.share })}
              </span>
            </p>
            <Progress
              label={t('imports.sending', { name: sending.name })}
              value={sending.share}
              most={1}
            />
          </div>
          <Button onClick={() => sending.stop.abort()}>{t('imports.stop')}</Button>
        </div>
      ) : (
        <Button
          look="primary"
          className="self-start"
          disabled={!isName}
          onClick={() => chooser.current?.click()}
        >
          <FileUp size={16} /> {t('imports.choose')}
        </Button>
      )}
    </section>
  );
}

/** Whoever stopped it knows. */
function silently(failure: unknown): undefined {
  if (failure instanceof DOMException && failure.name === 'AbortError') return undefined;
  throw failure;
}

export function Import() {
  const query = useQuery(importsQuery);
  return (
    <Page title={t('settings.import')} text={t('imports.text')}>
      <FileForm />
      <Remote query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={FileUp} title={t('imports.none')} text={t('imports.noneText')} />
          ) : (
            <Cards label={t('imports.recent')}>
              {items.map((job) => (
                <ImportedFile key={job.id} job={job} />
              ))}
            </Cards>
          )
        }
      </Remote>
    </Page>
  );
}
