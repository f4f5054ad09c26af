import { connectionOf } from '../../kernel/world.ts';
import { arrival } from '../invariant.ts';

/** What a connection still carries when a packet comes out of it was sent after that packet; so at every arrival, in any order. */
export const messageFifo = arrival({
  id: 'MessageFifo',
  name: 'Connections keep order',
  group: 'implementation',
  statement: 'In one direction of one connection packets arrive in the order in which they were sent.',
  source: 'TCP, on which DSN 2011, section II relies',
  check: ({ arrival: { on, from, sentAt, by }, world, node }) => {
    const connection = connectionOf(world, on);
    if (connection === null) return null;
    const { items } = connection.forth.to === node.id ? connection.forth : connection.back;
    const [next] = items;
    if (next === undefined || next.sentAt > sentAt || (next.sentAt === sentAt && next.by >= by)) return null;
    return { nodes: [from, node.id], fact: { kind: 'overtook', sentAt, overtaken: next.sentAt } };
  },
});
