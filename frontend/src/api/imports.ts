import { queryOptions } from '@tanstack/react-query';
import { request } from './request';
import { send } from './uploads';

export type ImportJob = {
  id: string;
  source: string;
  name: string;
  state: 'receiving' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  problem: string | null;
  lines: number;
  accepted: number;
  known: number;
  refused: number;
  created_at: string;
  ended_at: string | null;
};

export type RefusedLine = { line: number; reason: string; beginning: string };

const lookMs = 1000;

export const isUnderWay = ({ state }: ImportJob): boolean =>
  state === 'receiving' || state === 'queued' || state === 'running';

/** The last imports; looked at again and again while one is under way. */
export const importsQuery = queryOptions({
  queryKey: ['import'],
  queryFn: ({ signal }) => request<{ items: ImportJob[] }>('GET', '/api/import', { signal }),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? lookMs : false),
});

export type RefusedPage = { items: RefusedLine[]; next: number | null };

export const refusedUrl = (job: string, format: 'csv' | 'ndjson'): string =>
  `/api/import/${job}/refused?format=${format}`;

export const refusedPage = (job: string, after: number): Promise<RefusedPage> =>
  request('GET', `/api/import/${job}/refused?after=${after}&limit=50`);

export const cancelImport = (job: string): Promise<ImportJob> =>
  request('POST', `/api/import/${job}/cancel`);

/** Hands a file over. Fails as {@link request} does. */
export const sendHistory = (
  source: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<ImportJob> =>
  send(
    `/api/import?${new URLSearchParams({ source, name: file.name })}`,
    file,
    'application/x-ndjson',
    { onProgress, signal },
  );
