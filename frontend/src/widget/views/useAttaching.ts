import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Config } from '../config';
import type { Files } from '../files';
import { NotUploaded } from '../files';
import { t } from '../languages';
import type { Upload } from '../live/outbox';
import { bytes } from '../time';

export type Attaching = {
  key: number;
  file: File;
  share: number;
  upload?: Upload;
  /** Why it did not work; it may be tried again unless the file itself is the reason. */
  problem?: string;
  isHopeless?: boolean;
  /** Begins by itself when there is somebody to whom it belongs. */
  isEarly?: boolean;
};

export type Attachings = {
  all: readonly Attaching[];
  isBusy: boolean;
  add: (files: Iterable<File>) => void;
  remove: (key: number) => void;
  retry: (key: number) => void;
  /** The uploads that are whole, which are then no longer here. */
  takeDone: () => Upload[];
};

/** As many as the server takes with one message. */
const mostAtOnce = 10;

/** Files on their way to the server, before their message is; the first message has to go first of all. */
export function useAttaching(
  files: Files,
  limits: Config['upload'],
  hasToken: boolean,
): Attachings {
  const [all, setAll] = useState<readonly Attaching[]>([]);
  const running = useRef(new Map<number, AbortController>());
  const next = useRef(0);

  const change = useCallback((key: number, by: Partial<Attaching>) => {
    setAll((known) => known.map((each) => (each.key === key ? { ...each, ...by } : each)));
  }, []);

  const begin = useCallback(
    (key: number, file: File) => {
      const abort = new AbortController();
      running.current.set(key, abort);
      files
        .upload(file, (share) => change(key, { share }), abort.signal)
        .then((upload) => change(key, { upload, share: 1 }))
        .catch((failure: unknown) => change(key, refusal(failure, file, limits)))
        .finally(() => running.current.delete(key));
    },
    [files, change, limits],
  );

  const add = (chosen: Iterable<File>) => {
    for (const file of [...chosen].slice(0, mostAtOnce - all.length)) {
      const key = next.current++;
      const problem = misfit(file, limits);
      const entry = { key, file, share: 0, ...(problem ? { problem, isHopeless: true } : {}) };
      const isEarly = !problem && !hasToken;
      const early = isEarly ? { isEarly, isHopeless: true, problem: t('writeFirst') } : {};
      setAll((known) => [...known, { ...entry, ...early }]);
      if (!problem && !isEarly) begin(key, file);
    }
  };

  const remove = (key: number) => {
    running.current.get(key)?.abort();
    setAll((known) => known.filter((each) => each.key !== key));
  };

  const retry = (key: number) => {
    const entry = all.find((each) => each.key === key);
    if (!entry) return;
    setAll((known) =>
      known.map((each) => (each.key === key ? { key, file: entry.file, share: 0 } : each)),
    );
    begin(key, entry.file);
  };

  useEffect(() => {
    if (!hasToken) return;
    for (const { key, file } of all.filter(({ isEarly }) => isEarly)) {
      setAll((known) => known.map((each) => (each.key === key ? { key, file, share: 0 } : each)));
      begin(key, file);
    }
  }, [hasToken, all, begin]);

  const takeDone = () => {
    setAll((known) => known.filter(({ upload }) => !upload));
    return all.flatMap(({ upload }) => upload ?? []);
  };

  const isBusy = all.some(({ upload, problem }) => !upload && !problem);
  return { all, isBusy, add, remove, retry, takeDone };
}

function misfit(file: File, limits: Config['upload']): string | undefined {
  if (!limits) return undefined;
  const { max_size, types = [] } = limits;
  if (file.size > max_size) return t('tooLarge', { name: file.name, size: bytes(max_size) });
  const isWelcome = types.length === 0 || types.some((type) => matches(file.type, type));
  return isWelcome ? undefined : t('wrongType', { name: file.name });
}

/** A pattern is a media type, or its first half with a star. */
const matches = (type: string, pattern: string): boolean =>
  pattern === '*/*' || pattern.endsWith('/*')
    ? type.startsWith(pattern.slice(0, -1).replace('*', ''))
    : type === pattern;

function refusal(failure: unknown, file: File, limits: Config['upload']): Partial<Attaching> {
  const name = file.name;
  const status = failure instanceof NotUploaded ? failure.status : 0;
  if (status === 413 && limits) {
    return { problem: t('tooLarge', { name, size: bytes(limits.max_size) }), isHopeless: true };
  }
  if (status === 415) return { problem: t('wrongType', { name }), isHopeless: true };
  return { problem: t('uploadFailed', { name }) };
}
