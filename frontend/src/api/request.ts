/** What the server answers when it refuses: RFC 9457, with the members of its type. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly members: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    const title = typeof body.title === 'string' ? body.title : `HTTP ${status}`;
    super(typeof body.detail === 'string' ? body.detail : title);
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.type = typeof body.type === 'string' ? body.type : '';
    this.members = body;
  }

  /** Whether the type's last part is this code, such as `collision.reply`. */
  is(code: string): boolean {
    return this.type === code || this.type.endsWith(`/${code}`);
  }
}

/** The server could not be reached, so nobody knows whether it acted. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server could not be reached.', { cause });
    this.name = 'Unreachable';
  }
}

const signedOut = new EventTarget();

/** Calls back when the server no longer knows the session. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.addEventListener('out', listener);
  return () => signedOut.removeEventListener('out', listener);
}

type Options = { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal };

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => ({}));
  const members = typeof body === 'object' && body !== null ? body : {};
  const retryAfter = response.headers.get('Retry-After');
  return new Problem(response.status, {
    ...(retryAfter ? { retry_after: Number(retryAfter) } : {}),
    ...members,
  });
}

/** Fails with {@link Problem} when the server refuses and with {@link Unreachable} when it is not there. */
export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new Unreachable(cause);
  }
  if (response.status === 401 && path !== '/api/session') signedOut.dispatchEvent(new Event('out'));
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** A key no other request has. `randomUUID` exists only on secure origins, and an inbox may run on plain HTTP. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
