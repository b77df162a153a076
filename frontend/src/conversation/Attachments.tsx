import { Download, File, FileArchive, FileImage, FileText } from 'lucide-react';
import { useState } from 'react';
import type { Attachment } from '../api/types';
import { t } from '../ui/text';
import { bytes } from '../ui/time';

const raster = /^image\/(png|jpe?g|gif|webp)$/;

function Icon({ type }: { type: string }) {
  const icon = { size: 18, strokeWidth: 1.5, className: 'text-ink-3' };
  if (type.startsWith('image/')) return <FileImage {...icon} />;
  if (/zip|compressed|tar/.test(type)) return <FileArchive {...icon} />;
  if (/pdf|text|word|document/.test(type)) return <FileText {...icon} />;
  return <File {...icon} />;
}

function Thumbnail({ its }: { its: Attachment }) {
  const [broken, setBroken] = useState(false);
  if (broken || !raster.test(its.media_type)) return <Icon type={its.media_type} />;
  return (
    <img
      src={`${its.url}${its.url.includes('?') ? '&' : '?'}inline`}
      alt=""
      loading="lazy"
      onError={() => setBroken(true)}
      className="size-9 rounded-sm object-cover"
    />
  );
}

export function Attachments({ attachments }: { attachments: Attachment[] }) {
  const shown = attachments.filter(({ inline }) => !inline);
  if (shown.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-wrap gap-2" aria-label={t('message.attachments')}>
      {shown.map((its) => (
        <li key={its.n}>
          <a
            href={its.url}
            download={its.name}
            className="group flex h-13 w-60 items-center gap-2.5 rounded-md border border-line bg-panel px-2.5 transition-colors hover:border-line-strong hover:bg-hover"
          >
            <span className="flex size-9 shrink-0 items-center justify-center rounded-sm bg-sunk">
              <Thumbnail its={its} />
            </span>
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="truncate text-small">{its.name}</span>
              <span className="figures text-meta text-ink-3">{bytes(its.size)}</span>
            </span>
            <Download size={15} className="shrink-0 text-ink-3 group-hover:text-ink" />
          </a>
        </li>
      ))}
    </ul>
  );
}
