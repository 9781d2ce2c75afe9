import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Attempt, type Sent } from '../../api/attempt';
import { deviceQuery, readsQuery, submitRead } from '../../api/queries';
import type { ReadAccepted, SubmitRead } from '../../api/types';
import { untilShown } from '../../api/untilShown';
import { doubtAfter, type Doubt } from './doubt';
import { isSameRead } from './draft';

/** Hands in reads of one device, keeping what was asked back until it is decided. */
export function useSubmitRead(deviceId: string, onAccepted: () => void) {
  const client = useQueryClient();
  const [attempt] = useState(() => new Attempt<SubmitRead>(`platen.read.${deviceId}.sent`));
  const [doubt, setDoubt] = useState<Doubt | null>(null);

  const submit = useMutation<ReadAccepted, Error, Sent<SubmitRead>>({
    mutationFn: ({ key, body }) => submitRead(deviceId, body, key),
    onSuccess: async () => {
      await untilShown(client, [deviceQuery(deviceId).queryKey, readsQuery(deviceId).queryKey]);
      attempt.settled();
      onAccepted();
      for (const queryKey of [['devices'], ['dashboard'], ['device-timeline', deviceId]]) void client.invalidateQueries({ queryKey });
    },
    onError: (error) => {
      attempt.settled(error);
      setDoubt((before) => doubtAfter(before, error));
    },
  });

  return {
    doubt,
    /** What went wrong besides the question. */
    error: submit.error === doubt ? null : submit.error,
    /** What the last attempt ended with, the question included. */
    lastError: submit.error,
    accepted: submit.data,
    isPending: submit.isPending,
    send: (read: SubmitRead, warningToken?: string) =>
      submit.mutate(attempt.next({ ...read, ...(warningToken ? { warningToken } : {}) }, (undecided) => isSameRead(undecided, read))),
    /** The answer was about other values than the ones now in the form. */
    forget: () => {
      if (submit.isPending) return;
      setDoubt(null);
      if (submit.error) submit.reset();
    },
  };
}
