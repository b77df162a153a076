import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/request';

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      // the stream tells what changed; a refusal does not get better by asking again
      refetchOnWindowFocus: false,
      retry: (failures, error) => !(error instanceof Problem && error.status < 500) && failures < 2,
      retryDelay: (failures) => 400 * 2 ** failures,
      networkMode: 'always',
    },
  },
});
