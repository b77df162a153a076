import { FileText, RotateCcw, X } from 'lucide-react';
import type { Upload } from '../api/uploads';
import { t } from '../ui/text';
import { bytes } from '../ui/time';
import type { FilesOnTheWay } from './useFiles';

type FileTrayProps = {
  files: Upload[];
  onTheWay: FilesOnTheWay;
  onRemove: (id: string) => void;
};

const card =
  'relative flex h-9 max-w-60 items-center gap-2 overflow-hidden rounded-md border bg-panel ps-2.5 text-small';

function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={t('files.remove', { name })}
      onClick={onClick}
      className="flex size-8 shrink-0 items-center justify-center text-ink-3 hover:text-ink"
    >
      <X size={14} />
    </button>
  );
}

/** The files that go with the message: there already, on their way, or refused and why. */
export function FileTray({ files, onTheWay, onRemove }: FileTrayProps) {
  if (files.length === 0 && onTheWay.sending.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5 px-3 pb-2" aria-label={t('message.attachments')}>
      {files.map(({ id, name, size }) => (
        <li key={id} className={`${card} border-line`}>
          <FileText size={15} className="shrink-0 text-ink-3" aria-hidden="true" />
          <span className="truncate">{name}</span>
          <span className="figures shrink-0 text-meta text-ink-3">{bytes(size)}</span>
          <Remove name={name} onClick={() => onRemove(id)} />
        </li>
      ))}
      {onTheWay.sending.map(({ key, file, share, failure }) => (
        <li key={key} className={`${card} ${failure ? 'border-bad' : 'border-line'}`}>
          {!failure && (
            <span
              role="progressbar"
              aria-label={t('files.uploading', { name: file.name })}
              aria-valuenow={Math.round(share * 100)}
              aria-valuemin={0}
              aria-valuemax={100}
              className="absolute inset-x-0 bottom-0 h-0.5 origin-left bg-brand transition-transform"
              style={{ transform: `scaleX(${share})` }}
            />
          )}
          <span className="flex min-w-0 flex-col text-small/4">
            <span className="truncate">{file.name}</span>
            {failure && (
              <span role="alert" className="truncate text-meta text-bad" title={failure}>
                {failure}
              </span>
            )}
          </span>
          {failure && (
            <button
              type="button"
              aria-label={t('files.retry', { name: file.name })}
              onClick={() => onTheWay.retry(key)}
              className="flex size-6 shrink-0 items-center justify-center text-ink-3 hover:text-ink"
            >
              <RotateCcw size={13} />
            </button>
          )}
          <Remove name={file.name} onClick={() => onTheWay.remove(key)} />
        </li>
      ))}
    </ul>
  );
}
