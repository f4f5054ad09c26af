/** To the start, back, play, forward, to the end, speed: always at the same place. */
import { Icon, type IconName } from '../../widgets/Icon.tsx';
import { Menu } from '../../widgets/Menu.tsx';
import { useBeat, useFacts, useLab, useLabState, usePlace, useWords } from '../lab.ts';
import { statusOf } from '../story/status.ts';
import { type ReactNode, useRef } from 'react';
import { setText } from '../set-text.ts';
import { LADDER, SLOW_FACTOR } from '../../app/speed.ts';
import { useActedParts } from './use-acted-parts.ts';
import styles from './Transport.module.css';

/** `paused`: what is said while it stands still after an event; without it, how the cluster stands. */
export function Transport({ paused = <Standing /> }: { readonly paused?: ReactNode }) {
  const lab = useLab();
  const { store } = lab;
  const words = useWords();
  const parts = useActedParts();
  const place = usePlace();
  const speed = useLabState((state) => state.speed);
  const playing = useLabState((state) => state.playing);
  const paced = useLabState((state) => state.paced);
  const slows = useLabState((state) => state.slows);
  const slowed = useLabState((state) => state.slowed);
  const { toStart, step, togglePlay, toEnd, setSpeed } = store.getState();
  const speedName = paced ? words.time.ownPace : words.time.speedOf(speed);
  return (
    <div className={styles.transport}>
      <div className={styles.keys} role="group" aria-label={words.time.transport}>
        <Key icon="start" name={words.time.toStart} onPress={toStart} />
        <Key icon="back" name={words.time.back} onPress={() => step(-1)} />
        <Key
          icon={playing ? 'pause' : 'play'}
          name={playing ? words.time.pause : words.time.play}
          onPress={togglePlay}
          main
        />
        <Key icon="forward" name={words.time.forward} onPress={() => step(1)} />
        <Key icon="end" name={words.time.toEnd} onPress={toEnd} />
        <span className={styles.speed}>
          <Menu
            place="above"
            title={words.time.speed}
            name={`${words.time.speed} ${speedName}`}
            buttonClass={styles.pick}
            button={
              <>
                {slowed ? words.time.speedOf(speed / SLOW_FACTOR) : speedName}
                <Icon name="chevronDown" />
              </>
            }
            choices={[
              ...LADDER.map((one) => ({
                key: String(one),
                label: words.time.speedOf(one),
                current: !paced && one === speed,
                onChoose: () => setSpeed(one),
              })),
              ...(parts === null ? [] : [parts.slowChoice(lab, slows)]),
            ]}
          />
        </span>
      </div>
      <p className={styles.clock}>
        <Now />
        {place.notes ? parts?.insideMark() : <small>{words.time.event(place.cursor)}</small>}
        <span className={styles.menus}>{parts?.clockMenus()}</span>
      </p>
      <p className={styles.held}>
        {slowed && parts !== null
          ? parts.slowNote()
          : playing
            ? words.time.playing
            : place.cursor === 0
              ? words.time.atStart
              : paused}
      </p>
    </div>
  );
}

function Standing() {
  const words = useWords();
  return words.time.paused(words.row(statusOf(useFacts(), words)));
}

/** The clock. */
function Now() {
  const words = useWords();
  const { now } = useFacts();
  const text = useRef<HTMLSpanElement>(null);
  useBeat((time) => {
    setText(text.current, words.time.clock(time));
  });
  return (
    <span
      ref={text}
      className={styles.now}
      style={{ width: `${(words.time.clock(now).length * 0.53).toFixed(2)}em` }}
    />
  );
}

interface KeyProps {
  readonly icon: IconName;
  readonly name: string;
  readonly main?: boolean;
  readonly onPress: () => void;
}

function Key({ icon, name, main = false, onPress }: KeyProps) {
  return (
    <button type="button" className={main ? styles.play : styles.key} aria-label={name} title={name} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}
