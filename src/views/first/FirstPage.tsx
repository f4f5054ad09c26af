/** The first look on a wide screen: everything else is folded to rails until somebody plays freely. */
import { Header } from '../frame/Header.tsx';
import { PageFrame } from '../frame/PageFrame.tsx';
import { Rail } from '../frame/Rail.tsx';
import { useLab } from '../lab.ts';
import { FirstLook } from './FirstLook.tsx';

export function FirstPage() {
  const { store } = useLab();
  const { endFirstLook } = store.getState();
  return (
    <PageFrame
      header={<Header quiet />}
      story={<Rail panel="story" onUnfold={endFirstLook} />}
      inspector={<Rail panel="inspector" onUnfold={endFirstLook} />}
      unfolded={{ story: false, inspector: false }}
    >
      <FirstLook scale="first" />
    </PageFrame>
  );
}
