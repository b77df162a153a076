import '../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSignedOut } from '../api/request';
import { HintProvider } from '../ui/Hint';
import { listenForKeys } from '../ui/shortcuts';
import { speak } from '../ui/text';
import { Toasts } from '../ui/Toasts';
import { client } from './client';
import catalogue from './en.json';
import { leave, router } from './routes';

speak('en', catalogue);
listenForKeys();
onSignedOut(leave);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <HintProvider>
          <RouterProvider router={router} />
          <Toasts />
        </HintProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
