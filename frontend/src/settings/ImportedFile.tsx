import { useInfiniteQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { ImportJob } from '../api/imports';
import { cancelImport, importsQuery, isUnderWay, refusedPage, refusedUrl } from '../api/imports';
import { Button, buttonClass } from '../ui/Button';
import { Bar, Failed } from '../ui/States';
import { t } from '../ui/text';
import { ago, exact } from '../ui/time';
import { Confirm } from './Confirm';
import { Chip } from './Page';
import { Progress } from './Progress';
import { useSaving } from './useSaving';

const tones = {
  receiving: 'plain',
  queued: 'plain',
  running: 'plain',
  done: 'good',
  failed: 'bad',
  cancelled: 'warn',
} as const;

function RefusedLines({ job }: { job: string }) {
  const query = useInfiniteQuery({
    queryKey: ['import', job, 'refused'],
    queryFn: ({ pageParam }) => refusedPage(job, pageParam),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });
  if (query.isPending) return <Bar className="h-16 animate-pulse" />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="mt-3">
      <ul className="flex flex-col gap-2">
        {query.data.pages
          .flatMap(({ items }) => items)
          .map((its) => (
            <li key={its.line} className="rounded-md bg-sunk px-3 py-2">
              <p className="text-small">
                <span className="figures font-medium">{t('imports.line', { line: its.line })}</span>{' '}
                <span className="text-bad">{its.reason}</span>
              </p>
              <p className="truncate font-mono text-meta text-ink-3">{its.beginning}</p>
            </li>
          ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <a href={refusedUrl(job, 'ndjson')} download className={buttonClass('plain', 'small')}>
          <Download size={14} /> {t('imports.asLines')}
        </a>
        <a href={refusedUrl(job, 'csv')} download className={buttonClass('plain', 'small')}>
          <Download size={14} /> {t('imports.asCsv')}
        </a>
        {query.hasNextPage && (
          <Button size="small" onClick={() => void query.fetchNextPage()}>
            {t('imports.more')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** One import: how far it has come, and what it refused. */
export function ImportedFile({ job }: { job: ImportJob }) {
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const { save, busy } = useSaving(importsQuery.queryKey);
  const name = job.name || job.source;
  const done = job.accepted + job.known + job.refused;
  const underWay = isUnderWay(job);
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-56 truncate font-medium">
          {name} {job.name && <span className="font-normal text-ink-3">{job.source}</span>}
        </p>
        <Chip tone={tones[job.state]}>{t(`imports.state.${job.state}`)}</Chip>
        <time
          className="figures text-meta text-ink-3"
          dateTime={job.created_at}
          title={exact(job.created_at)}
        >
          {ago(job.created_at, Date.now())}
        </time>
        {underWay && (
          <Button size="small" disabled={busy} onClick={() => setLeaving(true)}>
            {t('imports.cancel')}
          </Button>
        )}
      </div>
      {job.problem && <p className="text-small text-bad">{job.problem}</p>}
      {underWay && (
        <Progress label={t('imports.progress', { name })} value={done} most={job.lines} />
      )}
      <p className="figures mt-1.5 flex flex-wrap items-center gap-x-3 text-small text-ink-2">
        <span>{t('imports.figures', { done, lines: job.lines })}</span>
        <span>{t('imports.accepted', { n: job.accepted })}</span>
        {job.known > 0 && <span>{t('imports.known', { n: job.known })}</span>}
        {job.refused > 0 && (
          <button
            type="button"
            aria-expanded={open}
            aria-label={t('imports.showRefused')}
            onClick={() => setOpen(!open)}
            className="rounded-sm text-bad underline underline-offset-2"
          >
            {t('imports.refused', { n: job.refused })}
          </button>
        )}
      </p>
      {open && <RefusedLines job={job.id} />}
      {leaving && (
        <Confirm
          title={t('imports.cancelTitle')}
          text={t('imports.cancelText')}
          action={t('imports.cancel')}
          onConfirm={() => void save(() => cancelImport(job.id))}
          onClose={() => setLeaving(false)}
        />
      )}
    </li>
  );
}
