/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { Files } from '../files';
import { t } from '../languages';
import type { Attachment } from '../live/frames';
import { bytes } from '../time';
import { FileIcon } from './icons';

/** Larger pictures are fetched only when they are asked for. */
const shownUpTo = 5_000_000;

export function AttachmentView({ attachment, files }: { attachment: Attachment; files: Files }) {
  return attachment.inline && attachment.size <= shownUpTo ? (
    <Picture attachment={attachment} files={files} />
  ) : (
    <Download attachment={attachment} files={files} />
  );
}

function Picture({ attachment, files }: { attachment: Attachment; files: Files }) {
  const [source, setSource] = useState<string | null>();
  useEffect(() => {
    let isHere = true;
    files
      .load(attachment.url)
      .then((url) => isHere && setSource(url))
      .catch(() => isHere && setSource(null));
    return () => {
      isHere = false;
    };
  }, [attachment.url, files]);
  if (source === null) return <Download attachment={attachment} files={files} />;
  return (
    <button
      type="button"
      class="picture"
      aria-label={t('download', { name: attachment.name, size: bytes(attachment.size) })}
      onClick={() => source && save(source, attachment.name)}
    >
      {source && <img src={source} alt="" />}
    </button>
  );
}

function Download({ attachment, files }: { attachment: Attachment; files: Files }) {
  const [failed, setFailed] = useState(false);
  const fetchIt = () => {
    setFailed(false);
    files
      .load(attachment.url)
      .then((url) => save(url, attachment.name))
      .catch(() => setFailed(true));
  };
  const size = bytes(attachment.size);
  return (
    <>
      <button
        type="button"
        class="file"
        aria-label={t('download', { name: attachment.name, size })}
        onClick={fetchIt}
      >
        <FileIcon />
        <span class="file-name" dir="auto">
          {attachment.name}
        </span>
        <span class="file-size">{size}</span>
      </button>
      {failed && (
        <p class="problem" role="alert">
          {t('fileFailed', { name: attachment.name })}
        </p>
      )}
    </>
  );
}

function save(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
