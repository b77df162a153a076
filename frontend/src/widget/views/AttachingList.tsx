/** @jsxImportSource preact */
import { t } from '../languages';
import { bytes } from '../time';
import { CloseIcon, FileIcon } from './icons';
import type { Attaching, Attachings } from './useAttaching';

/** The files that will go with the next message, and how far they have come. */
export function AttachingList({ attachings }: { attachings: Attachings }) {
  if (attachings.all.length === 0) return null;
  return (
    <ul class="attaching">
      {attachings.all.map((entry) => (
        <li key={entry.key}>
          <FileIcon />
          <span class="file-name" dir="auto">
            {entry.file.name}
          </span>
          <span class="file-size">{bytes(entry.file.size)}</span>
          {entry.problem && !entry.isHopeless && (
            <button
              type="button"
              class="link"
              aria-label={t('retryFile', { name: entry.file.name })}
              onClick={() => attachings.retry(entry.key)}
            >
              {t('retry')}
            </button>
          )}
          <button
            type="button"
            class="round"
            aria-label={t('removeFile', { name: entry.file.name })}
            onClick={() => attachings.remove(entry.key)}
          >
            <CloseIcon />
          </button>
          <Progress entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function Progress({ entry: { file, share, upload, problem } }: { entry: Attaching }) {
  if (problem)
    return (
      <p class="problem" role="alert">
        {problem}
      </p>
    );
  if (upload) return null;
  const percent = Math.round(share * 100);
  return (
    <progress
      max={100}
      value={percent}
      aria-label={t('uploading', { name: file.name, percent: String(percent) })}
    />
  );
}
