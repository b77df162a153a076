import type { Upload } from './live/outbox';

export type FilesOptions = {
  /** Where the account answers, with a slash at its end. */
  base: string;
  token: () => string | undefined;
};

/** Why a file was not taken, as far as the visitor can do something about it. */
export class NotUploaded extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

type Ticket = { id: string; url: string };

/** Files from and to the server; the token goes in a header and never stands in an address. */
export class Files {
  private readonly options: FilesOptions;
  private readonly loaded = new Map<string, Promise<string>>();

  constructor(options: FilesOptions) {
    this.options = options;
  }

  /** An address of the file that only this page can read. */
  load(url: string): Promise<string> {
    const known = this.loaded.get(url);
    if (known) return known;
    const loading = this.fetched(url);
    this.loaded.set(url, loading);
    // another try may have more luck
    loading.catch(() => this.loaded.delete(url));
    return loading;
  }

  async upload(
    file: File,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Upload> {
    const answer = await fetch(`${this.options.base}uploads`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...this.authorization() },
      body: JSON.stringify({ name: file.name, size: file.size, media_type: typeOf(file) }),
      signal,
    });
    if (!answer.ok) throw new NotUploaded(answer.status);
    const ticket = (await answer.json()) as Ticket;
    return this.put(ticket, file, onProgress, signal);
  }

  async sendTranscript(email: string): Promise<boolean> {
    const answer = await fetch(`${this.options.base}transcript`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...this.authorization() },
      body: JSON.stringify({ email }),
    }).catch(() => null);
    return answer?.ok ?? false;
  }

  /** By XMLHttpRequest, because fetch does not say how far it has come. */
  private put(
    ticket: Ticket,
    file: File,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Upload> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('PUT', ticket.url);
      request.setRequestHeader('Content-Type', typeOf(file));
      for (const [name, value] of Object.entries(this.authorization()))
        request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
      request.onload = () =>
        request.status < 300
          ? resolve(JSON.parse(request.responseText) as Upload)
          : reject(new NotUploaded(request.status));
      request.onerror = request.onabort = () => reject(new NotUploaded(0));
      signal.addEventListener('abort', () => request.abort());
      request.send(file);
    });
  }

  private async fetched(url: string): Promise<string> {
    const answer = await fetch(url, { headers: this.authorization() });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    return URL.createObjectURL(await answer.blob());
  }

  private authorization(): Record<string, string> {
    const token = this.options.token();
    return token ? { Authorization: `Bearer ${token}` } : {};
  }
}

const typeOf = (file: File): string => file.type || 'application/octet-stream';
