import { Problem, Unreachable } from './request';

export type Upload = { id: string; name: string; media_type: string; size: number };

type Uploading = { onProgress: (share: number) => void; signal: AbortSignal };

/** Sends one file, as it is. Fails as {@link request} does; `fetch` could not tell how far it has come. */
export function upload(file: File, { onProgress, signal }: Uploading): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', `/api/uploads?name=${encodeURIComponent(file.name)}`);
    sending.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    sending.responseType = 'json';
    sending.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total);
    sending.onerror = () => reject(new Unreachable(sending.statusText));
    sending.onabort = () => reject(new DOMException('Aborted', 'AbortError'));
    sending.onload = () => {
      const body = (sending.response ?? {}) as Record<string, unknown>;
      if (sending.status < 300) resolve(body as unknown as Upload);
      else reject(new Problem(sending.status, body));
    };
    signal.addEventListener('abort', () => sending.abort());
    sending.send(file);
  });
}
