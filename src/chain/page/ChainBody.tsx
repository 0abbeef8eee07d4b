import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { MapView } from '#chain/prefetch-chain.tsx';
import { AddToChain } from '#chain/page/AddToChain.tsx';
import { useChain } from '#chain/page/chain-context.tsx';
import { ChainList } from '#chain/page/ChainList.tsx';
import { ChainNotices } from '#chain/page/ChainNotices.tsx';
import { chainPageMessages } from '#chain/page/chain-page.messages.ts';
import { PersonSheet } from '#chain/page/PersonSheet.tsx';
import { type ChainShow, chainShows, useChainUrl } from '#chain/page/useChainUrl.tsx';
import { setWording, useWording } from '#chain/page/wording.tsx';
import { Chips } from '#ui/Chips.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#chain/page/ChainBody.module.css';

const lines = <SkeletonLines lines={8} />;
const AnalysisPanel = onDemand(async () => (await import('#chain/page/AnalysisPanel.tsx')).AnalysisPanel, lines);
const HistoryView = onDemand(async () => (await import('#chain/page/HistoryView.tsx')).HistoryView, lines);

/** A decision chain: its map, the same as a list, and what follows from it; whoever is opened stands beside it. */
export function ChainBody() {
  const m = useMessages(chainPageMessages);
  const isPhone = useIsPhone();
  const wording = useWording();
  const { scene, readOnly, deal } = useChain();
  const { asked, change } = useChainUrl();
  const { seesBeliefs } = scene.data;
  const shows = chainShows.filter((one) => (one !== 'map' || !isPhone) && (one !== 'analysis' || seesBeliefs));
  const show = shows.find((one) => one === asked('show')) ?? shows[0]!;
  const person = asked('person');
  const isEmpty = scene.map.nodes.length === 0;
  const add = !readOnly && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => change({ add: '1' })}>
      {m.add}
    </Button>
  );
  return (
    <div className={styles.chain}>
      <div className={styles.bar}>
        {shows.length > 1 && (
          <Chips<ChainShow>
            label={m.showLabel}
            value={show}
            chips={shows.map((one) => ({ value: one, label: m.shows[one] }))}
            onChoose={(one) => change({ show: one === shows[0] ? undefined : one })}
          />
        )}
        <span className={styles.acts}>
          {seesBeliefs && (show === 'list' || show === 'analysis') && (
            <button
              type="button"
              className={styles.wording}
              aria-pressed={wording === 'neutral'}
              onClick={() => setWording(wording === 'neutral' ? 'plain' : 'neutral')}
            >
              {m.wordings.neutral}
            </button>
          )}
          {add}
        </span>
      </div>
      <ChainNotices />
      {isEmpty ? (
        <EmptyState title={deal ? m.empty : m.emptyAccount} hint={deal ? m.emptyHint : m.emptyAccountHint} act={add} />
      ) : (
        <>
          {show === 'map' && <MapView />}
          {show === 'list' && <ChainList />}
          {show === 'analysis' && <AnalysisPanel />}
          {show === 'history' && <HistoryView />}
        </>
      )}
      {person && <PersonSheet id={person} />}
      {asked('add') && !readOnly && !person && (
        <AddToChain
          onAdded={(id) => change({ add: undefined, person: id })}
          onClose={() => change({ add: undefined })}
        />
      )}
    </div>
  );
}
