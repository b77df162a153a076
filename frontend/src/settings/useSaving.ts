import type { QueryKey } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../ui/text';
import { toast } from '../ui/toasts';

/** Does something at the server, then fetches again what it changed; a refusal is told. */
export function useSaving(...changes: QueryKey[]) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const save = async <T>(work: () => Promise<T>, said?: string): Promise<T | undefined> => {
    setBusy(true);
    try {
      const answer = await work();
      await Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey })));
      if (said) toast(said, { tone: 'good' });
      return answer;
    } catch (failure) {
      toast(failure instanceof Error ? failure.message : t('ui.failedShort'), { tone: 'bad' });
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { save, busy };
}
