import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { Attempt, type Sent } from './attempt';
import { untilShown } from './untilShown';

/**
 * A command of a page. One whose answer was lost is sent again as it was; "saving" ends when what shows it was asked anew.
 */
export function useCommand<Body, Answer>({
  name,
  send,
  shownBy,
  touches,
  onDone,
}: {
  /** Under which an undecided attempt is kept. */
  name: string;
  send: (body: Body, key: string) => Promise<Answer>;
  shownBy?: (body: Body) => readonly QueryKey[];
  /** What else shows it, asked when somebody looks at it. */
  touches: readonly QueryKey[];
  onDone?: (answer: Answer, body: Body) => void;
}) {
  const client = useQueryClient();
  const [attempt] = useState(() => new Attempt<Body>(name));
  const command = useMutation<Answer, Error, Sent<Body>>({
    mutationFn: ({ key, body }) => send(body, key),
    onSuccess: async (answer, { body }) => {
      await untilShown(client, shownBy?.(body) ?? []);
      attempt.settled();
      for (const queryKey of touches) void client.invalidateQueries({ queryKey });
      onDone?.(answer, body);
    },
    onError: (error) => attempt.settled(error),
  });
  return {
    error: command.error,
    isPending: command.isPending,
    /** What is under way or was sent last. */
    sent: command.variables?.body,
    send: (body: Body) => command.mutate(attempt.next(body, (undecided) => JSON.stringify(undecided) === JSON.stringify(body))),
    forget: () => {
      if (!command.isPending && command.error) command.reset();
    },
  };
}
