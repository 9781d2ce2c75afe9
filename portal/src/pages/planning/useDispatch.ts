import { dispatch, ticketQuery } from '../../api/queries';
import type { Dispatch } from '../../api/types';
import { useCommand } from '../../api/useCommand';

export interface Planned {
  readonly reference: string;
  readonly plan: Dispatch;
}

/** Sends an engineer; "saving" ends when the board shows it. */
export function useDispatch(onDone?: () => void, board?: readonly unknown[]) {
  return useCommand<Planned, unknown>({
    name: 'platen.dispatch.sent',
    send: ({ reference, plan }, key) => dispatch(reference, plan, key),
    shownBy: ({ reference }) => [ticketQuery(reference).queryKey, ...(board ? [board] : [])],
    touches: [['board'], ['tickets'], ['worklist'], ['customer']],
    onDone,
  });
}
