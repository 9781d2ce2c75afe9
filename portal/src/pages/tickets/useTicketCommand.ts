import { useCommand } from '../../api/useCommand';
import { ticketQuery } from '../../api/queries';

const LISTS = [['tickets'], ['board'], ['worklist'], ['customer']];

/** A command about one ticket; it is saved for the reader when the page of the ticket shows it. */
export function useTicketCommand<Body>(reference: string, what: string, send: (body: Body, key: string) => Promise<unknown>, onDone?: () => void) {
  return useCommand<Body, unknown>({
    name: `platen.ticket.${reference}.${what}.sent`,
    send,
    shownBy: () => [ticketQuery(reference).queryKey],
    touches: LISTS,
    onDone,
  });
}
