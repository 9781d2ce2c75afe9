import { useSessionStorage } from '@mantine/hooks';
import type { OpenTicket, TicketKind } from '../../api/types';
import type { Topic } from './topics';

/** A ticket as it is being written, kept until it is opened. */
export interface TicketDraft {
  readonly kind: TicketKind;
  readonly deviceId: string;
  readonly topic: string;
  readonly subject: string;
  readonly description: string;
  readonly accountId: string;
  readonly onBehalfOf: string;
  readonly machineDown: boolean;
}

const EMPTY: TicketDraft = { kind: 'INCIDENT', deviceId: '', topic: '', subject: '', description: '', accountId: '', onBehalfOf: '', machineDown: false };

export type TicketField = 'deviceId' | 'topic' | 'subject' | 'description' | 'accountId' | 'onBehalfOf';

/** One draft for each device, matter or customer the form was opened for, so that none overwrites another. */
export function useTicketDraft(about: string, deviceId?: string, topic?: Topic) {
  return useSessionStorage<TicketDraft>({ key: `platen.ticket.${about}`, defaultValue: newDraft(deviceId, topic), getInitialValueInEffect: false });
}

/** With a matter already chosen it is a question, unless the machine is known. */
export function newDraft(deviceId = '', topic?: Topic): TicketDraft {
  return { ...EMPTY, deviceId, ...(topic ? { topic, kind: deviceId ? 'INCIDENT' : 'QUESTION' } : {}) };
}

/** It is asked of an incident with a machine only. */
export function canBeDown(draft: TicketDraft): boolean {
  return draft.kind === 'INCIDENT' && draft.deviceId !== '';
}

/** What is missing before it makes sense to send; every other rule is the platform's. */
export function missingOf(draft: TicketDraft, asks: { readonly account: boolean; readonly person: boolean }): ReadonlySet<TicketField> {
  const missing = new Set<TicketField>();
  if (draft.kind === 'INCIDENT' && !draft.deviceId) missing.add('deviceId');
  for (const field of ['topic', 'subject', 'description'] as const) if (!draft[field].trim()) missing.add(field);
  if (asks.account && !draft.deviceId && !draft.accountId) missing.add('accountId');
  if (asks.person && !draft.onBehalfOf) missing.add('onBehalfOf');
  return missing;
}

/** @param accountId of the account on which the person works now, where that is one */
export function ticketOf(draft: TicketDraft, accountId: string | undefined): OpenTicket {
  const account = draft.deviceId ? undefined : draft.accountId || accountId;
  return {
    kind: draft.kind,
    topic: draft.topic,
    subject: draft.subject.trim(),
    description: draft.description.trim(),
    ...(draft.deviceId ? { deviceId: draft.deviceId } : {}),
    ...(canBeDown(draft) && draft.machineDown ? { machineDown: true } : {}),
    ...(account ? { accountId: account } : {}),
    ...(draft.onBehalfOf ? { onBehalfOf: draft.onBehalfOf, channel: 'PHONE' as const } : {}),
  };
}
