import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'A pause is not a death',
  question: 'The leader stops. How can the others tell a crash from a long garbage collection?',
  steps: {
    healthy: {
      title: 'The process dies',
      says: '{leader} leads, S1 and S2 follow. In a moment its process is killed: kill -9, no goodbye. The machine and its network stay.',
      ask: 'Do the followers notice within a tenth of a second?',
      choices: {
        notices: 'Yes, nearly at once',
        waits: 'No, a timeout must pass first',
      },
      answer:
        'Yes: {millis} ms later S1 is looking for a leader already. When a process dies, its operating system closes its sockets, and the other side reads the end of the connection. No timeout is involved.',
      wrong: {
        waits:
          'A timeout is needed where the sockets stay open. In this branch S3 is not killed, it is frozen. Three seconds later {followers} still follow it.',
      },
    },
    frozen: {
      title: 'The process is frozen',
      says: 'The same moment, another fate: S3 is stopped in the middle, as by a long garbage collection or a machine that is moved while it runs. Its sockets stay open; whatever is sent to it is taken by its operating system and waits.',
      ask: 'Who still follows S3 after five seconds?',
      choices: {
        both: 'S1 and S2, both',
        nobody: 'Nobody',
      },
      answer:
        '{followers} follow S3 still. An open connection that says nothing looks the same whether the leader is slow, frozen or cut off, so they give it the time that was agreed: syncLimit ticks, here 5 × 2 s.',
      wrong: {
        nobody:
          'That is how it goes after a crash. Here S3 is killed: the sockets close, S1 and S2 notice at once, and {leader} leads long before five seconds are over.',
      },
    },
    silence: {
      title: 'Silence is enough',
      says: 'S1 has read nothing from its leader for {silent} ms. That is the limit, and it goes looking. It does not know that S3 is frozen. All it knows is that nothing came.',
    },
    successor: {
      title: 'A successor',
      says: 'S1 and S2 are a quorum. {leader} leads epoch {epoch} now. S3 knows nothing of it: inside, no time has passed.',
    },
    awake: {
      title: 'S3 wakes up',
      says: 'Now the pause ends, and S3 goes on with the very next instruction.',
      ask: 'Who is LEADING right after that?',
      answer:
        '{leaders}, both. S3 still takes itself for the leader of epoch {old}, because nobody could tell it otherwise. It may say so to whoever asks, and may answer reads from its old data. What it cannot do is commit anything: for that it would need an ACK from a server that has promised epoch {young} by now and has left it.',
      wrong: {
        '*': 'That would be so if S3 had died. In this branch it is killed and started anew: it has forgotten that it led, asks around, and joins {leader}. A server that wakes up has forgotten nothing, and there the trouble begins.',
      },
    },
    'finds-out': {
      title: 'It finds out',
      says: 'S3 reads what was waiting in its sockets: its followers are gone. It steps down, asks around, and after {millis} ms it follows {leader}. (When it woke, it took the client’s session for expired and proposed to close it: that is the 2·2 on its disk. Nobody else has it, so it will go.)\n\nThat window is why a client which needs the newest data must not simply trust whoever answers. There is a lesson about sync, too.',
    },
    short: {
      title: 'A pause of five seconds',
      says: 'The same ensemble again. S3 leads and is frozen now; five seconds later it goes on.',
      ask: 'Who leads three seconds after that?',
      answer:
        '{leader}, in epoch {epoch} as before: five seconds of silence are less than the ten that were agreed. For the clients it was five seconds without an answer. The limit is a choice: shorter finds real deaths of machines sooner, and makes more elections out of pauses.',
      wrong: {
        '*': 'A new leader takes a reason to look for one, and five seconds of silence are none. In this branch S3 is killed instead; then {leader} takes over at once.',
      },
    },
  },
};
