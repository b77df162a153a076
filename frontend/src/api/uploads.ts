import { Problem, Unreachable } from './request';

export type Upload = { id: string; name: string; media_type: string; size: number };

type Uploading = { onProgress: (share: number) => void; signal: AbortSignal };

/** Sends one file, as it is. Fails as {@link request} does; `fetch` could not tell how far it has come. */
export function send<T>(
  path: string,
  file: File,
  type: string,
  { onProgress, signal }: Uploading,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', path);
    sending.setRequestHeader('Content-Type', type);
    sending.responseType = 'json';
    sending.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total);
    sending.onerror = () => reject(new Unreachable(sending.statusText));
    sending.onabort = () => reject(new DOMException('Aborted', 'AbortError'));
    sending.onload = () => {
      const body = (sending.response ?? {}) as Record<string, unknown>;
      if (sending.status < 300) resolve(body as T);
      else reject(new Problem(sending.status, body));
    };
    signal.addEventListener('abort', () => sending.abort());
    sending.send(file);
  });
}

export const upload = (file: File, uploading: Uploading): Promise<Upload> =>
  send(
    `/api/uploads?name=${encodeURIComponent(file.name)}`,
    file,
    file.type || 'application/octet-stream',
    uploading,
  );
