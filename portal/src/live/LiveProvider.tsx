import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { startOfLiveStream } from '../api/client';
import { liveUpdates } from './applyEvent';
import { openLiveStream, type LiveState } from './eventStream';
import { readLiveEvent } from './readLiveEvent';

const Live = createContext<LiveState>('connecting');

export function useLiveState(): LiveState {
  return useContext(Live);
}

export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    const apply = liveUpdates(client);
    return openLiveStream({
      from: startOfLiveStream(),
      onState: (next) => {
        setState(next);
        if (next === 'signed-out') void client.invalidateQueries({ queryKey: ['me'] });
      },
      onEvent: (event) => {
        // The stream cannot tell what was missed (the platform was restored, or we were away for too long).
        if (event.event === 'Gap') {
          void client.invalidateQueries();
          return;
        }
        const live = readLiveEvent(event);
        if (live) apply(live);
      },
      onReturn: () => void client.invalidateQueries(),
    });
  }, [client]);
  return <Live value={state}>{children}</Live>;
}
