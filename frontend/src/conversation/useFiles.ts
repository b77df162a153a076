import { useRef, useState } from 'react';
import type { Limits } from '../api/types';
import type { Upload } from '../api/uploads';
import { upload } from '../api/uploads';
import { newKey } from '../api/request';
import { t } from '../ui/text';
import { bytes } from '../ui/time';

/** A file on its way to the server. */
export type Sending = {
  key: string;
  file: File;
  share: number;
  failure: string | null;
};

type Files = {
  limits: Limits | undefined;
  /** The files that are there already. */
  count: number;
  onUploaded: (its: Upload) => void;
};

/** Uploads files for a message, each with its progress; one that fails can be tried again. */
export function useFiles({ limits, count, onUploaded }: Files) {
  const [sending, setSending] = useState<Sending[]>([]);
  const controllers = useRef(new Map<string, AbortController>());

  const update = (key: string, change: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const forget = (key: string) => {
    controllers.current.get(key)?.abort();
    controllers.current.delete(key);
    setSending((all) => all.filter((one) => one.key !== key));
  };

  const start = async (key: string, file: File) => {
    const controller = new AbortController();
    controllers.current.set(key, controller);
    try {
      const its = await upload(file, {
        signal: controller.signal,
        onProgress: (share) => update(key, { share }),
      });
      onUploaded(its);
      forget(key);
    } catch (failure) {
      if (controller.signal.aborted) return;
      update(key, {
        failure: failure instanceof Error ? failure.message : t('ui.failedShort'),
      });
    }
  };

  const refused = (file: File, place: number): string | null => {
    const most = limits?.max_attachment_size;
    if (most && file.size > most) return t('files.tooBig', { most: bytes(most) });
    const many = limits?.max_attachments;
    if (many !== undefined && place >= many) return t('files.tooMany', { most: many });
    return file.size === 0 ? t('files.empty') : null;
  };

  return {
    sending,
    uploading: sending.some(({ failure }) => failure === null),
    add: (files: Iterable<File>) => {
      [...files].forEach((file, index) => {
        const key = newKey();
        const failure = refused(file, count + sending.length + index);
        setSending((all) => [...all, { key, file, share: 0, failure }]);
        if (!failure) void start(key, file);
      });
    },
    retry: (key: string) => {
      const its = sending.find((one) => one.key === key);
      if (!its) return;
      const failure = refused(its.file, count);
      update(key, { failure, share: 0 });
      if (!failure) void start(key, its.file);
    },
    remove: forget,
  };
}

export type FilesOnTheWay = ReturnType<typeof useFiles>;
