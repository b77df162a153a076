/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { Files } from '../files';
import { t } from '../languages';
import { EmailForm } from './EmailForm';

type TranscriptProps = { files: Files; email: string; onDone: (said: string | null) => void };

export function Transcript({ files, email, onDone }: TranscriptProps) {
  const [failed, setFailed] = useState(false);
  return (
    <div class="strip">
      <p>{t('transcript')}</p>
      {failed && (
        <p class="problem" role="alert">
          {t('transcriptFailed')}
        </p>
      )}
      <EmailForm
        initial={email}
        action={t('send')}
        onCancel={() => onDone(null)}
        onSubmit={(address) => {
          void files
            .sendTranscript(address)
            .then((isOn) =>
              isOn ? onDone(t('transcriptOn', { email: address })) : setFailed(true),
            );
        }}
      />
    </div>
  );
}
