import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListedDraft } from '../api/drafts';
import { draftsQuery, dropDraft, fetchDraft, saveDraft } from '../api/drafts';
import { draftKey } from '../api/queries';
import { t } from '../ui/text';
import { toast } from '../ui/toasts';
import { adopted, contentOf, fingerprint, isEmptyContent, reconcile } from './draftSync';
import type { Draft } from './drafts';
import { draftOf, keepDraft } from './drafts';

const pauseMs = 800;

/** The list of drafts with what has just become of one; the live stream says the same a moment later. */
export function noteDraft(client: QueryClient, id: string, draft: ListedDraft | null): void {
  client.setQueryData(draftsQuery.queryKey, (all: ListedDraft[] | undefined) => {
    const others = all?.filter(({ conversation }) => conversation !== id);
    return others && draft ? [draft, ...others] : others;
  });
}

export type Saving = 'none' | 'saving' | 'saved' | 'here';

/**
 * Keeps the draft of a conversation with the server, so that it is there on any device: saved when typing
 * has stopped, fetched when the conversation is opened, looked at or changed elsewhere.
 */
export function useDraftSync(id: string, draft: Draft): Saving {
  const client = useQueryClient();
  const [saving, setSaving] = useState<Saving>('none');
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });

  const savedAt = useRef(0);
  const { data: answer } = useQuery({
    queryKey: draftKey(id),
    queryFn: async () => {
      const askedAt = Date.now();
      return { draft: await fetchDraft(id), askedAt };
    },
    staleTime: 0,
    refetchOnWindowFocus: true,
    retry: false,
  });

  const save = useCallback(async () => {
    const sent = latest.current;
    const content = fingerprint(sent);
    setSaving('saving');
    try {
      if (isEmptyContent(sent)) {
        await dropDraft(id);
        const { kept: _, ...rest } = draftOf(id) ?? sent;
        keepDraft(id, rest);
        noteDraft(client, id, null);
        setSaving('none');
        return;
      }
      const { kind, text, ...others } = contentOf(sent);
      const answer = await saveDraft(id, { kind, text, ...others });
      savedAt.current = Date.now();
      const kept = { savedAt: answer?.saved_at ?? new Date().toISOString(), content };
      noteDraft(client, id, { conversation: id, kind, text, saved_at: kept.savedAt });
      keepDraft(id, { ...(draftOf(id) ?? sent), kept });
      setSaving('saved');
    } catch {
      // it is kept in this browser; the next key tries again
      setSaving('here');
    }
  }, [client, id]);

  const content = fingerprint(draft);
  const agreed = draft.kept ? draft.kept.content === content : isEmptyContent(draft);
  const underWay = draft.outgoing !== undefined;
  useEffect(() => {
    if (agreed || underWay) return;
    setSaving((before) => (before === 'here' ? before : 'none'));
    const timer = setTimeout(() => void save(), pauseMs);
    return () => clearTimeout(timer);
  }, [content, agreed, underWay, save]);

  useEffect(() => {
    if (answer === undefined) return;
    const { draft: kept, askedAt } = answer;
    const here = latest.current;
    // it was not there yet when it was asked for
    if (kept === null && askedAt <= savedAt.current) return;
    const verdict = reconcile(here, kept);
    if (verdict.do === 'agree' && kept) {
      const agreed = { savedAt: kept.saved_at, content: fingerprint(here) };
      keepDraft(id, { ...here, kept: agreed });
    }
    if (verdict.do === 'adopt' && kept) {
      keepDraft(id, adopted(here, kept));
      setSaving('saved');
      if (verdict.conflict) {
        toast(t('draft.replaced'), {
          undo: () => keepDraft(id, { ...here, editedAt: Date.now() }),
        });
      }
    }
    if (verdict.do === 'save' && verdict.conflict && kept) {
      toast(t('draft.stayed'), { undo: () => keepDraft(id, adopted(latest.current, kept)) });
    }
    if (verdict.do === 'drop') {
      const { kept: _, files: __, people: ___, forward: ____, then: _____, ...rest } = here;
      keepDraft(id, { ...rest, [contentOf(here).kind]: '' });
      setSaving('none');
    }
    // what was fetched is looked at once, when it comes
  }, [id, answer]);

  return agreed && saving === 'none' && draft.kept ? 'saved' : saving;
}
