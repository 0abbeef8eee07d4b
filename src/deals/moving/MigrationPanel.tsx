import { Button } from 'antd';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MappingChoices } from '#method/playbook-mapping.ts';
import { Chips } from '#ui/Chips.tsx';
import { ForesightSums } from '#deals/moving/ForesightSums.tsx';
import { ForesightTable } from '#deals/moving/ForesightTable.tsx';
import { MappingEditor } from '#deals/moving/MappingEditor.tsx';
import { movingMessages } from '#deals/moving/moving.messages.ts';
import { previewQuery } from '#deals/moving/moving.queries.tsx';
import { useMigration } from '#deals/moving/useMigration.tsx';
import { playbookQuery } from '#playbooks/playbooks.queries.tsx';
import { versionsQuery } from '#playbooks/studio/studio.queries.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMessages } from '#ui/lang.tsx';
import { Notice } from '#ui/Notice.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#deals/moving/Foresight.module.css';

/** Open deals to another version: choose, see what becomes of each, carry out, take back. Made to be embedded. */
export function MigrationPanel({ playbookId }: { playbookId: string }) {
  const m = useMessages(movingMessages);
  const versions = useQuery(versionsQuery(playbookId));
  if (versions.error) return <RefusalAlert error={versions.error} onRetry={() => void versions.refetch()} />;
  if (!versions.data) return <SkeletonLines lines={6} />;
  const all = versions.data.versions;
  if (all.length < 2) return <EmptyState title={m.onlyVersion} hint={m.onlyVersionHint} />;
  return <Migration playbookId={playbookId} versions={all} />;
}

type Version = { version: number; openDeals: number };

function Migration({ playbookId, versions }: { playbookId: string; versions: readonly Version[] }) {
  const m = useMessages(movingMessages);
  const [to, setTo] = useState(versions[0]!.version);
  const others = versions.filter(({ version, openDeals }) => version !== to && openDeals > 0);
  const [leftOut, setLeftOut] = useState<readonly number[]>([]);
  const from = others.map(({ version }) => version).filter((version) => !leftOut.includes(version));
  const [choices, setChoices] = useState<MappingChoices>({});
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const migration = useMigration(playbookId);
  const preview = useQuery(previewQuery({ id: playbookId, from, to, choices }));
  const befores = useQueries({ queries: from.map((version) => playbookQuery(playbookId, version)) });
  const after = useQuery(playbookQuery(playbookId, to));
  const known = befores.flatMap(({ data }) => data ?? []);
  const foresight = from.length > 0 ? preview.data : undefined;
  const rows = foresight?.rows ?? [];
  const chosen = rows.filter(({ id }) => selected.has(id));
  const { progress, result } = migration;
  const carryOut = async (those: typeof rows) => {
    await migration.carryOut(to, those, choices);
    setSelected(new Set());
  };
  const chooseTo = (version: number) => {
    setTo(version);
    setChoices({});
    setSelected(new Set());
  };
  return (
    <section className={styles.panel} aria-label={m.migrate}>
      <div className={styles.choose}>
        <div className={styles.ask}>
          <span>{m.toVersion}</span>
          <Chips
            label={m.toVersion}
            value={String(to)}
            onChoose={(version) => chooseTo(Number(version))}
            chips={versions.map(({ version }, at) => ({
              value: String(version),
              label: at === 0 ? `${m.version(version)} · ${m.newest}` : m.version(version),
            }))}
          />
        </div>
        {others.length > 0 && (
          <fieldset className={styles.ask} style={{ border: 0, margin: 0, padding: 0 }} aria-label={m.fromVersions}>
            <span>{m.fromVersions}</span>
            {others.map(({ version, openDeals }) => (
              <label key={version} className={styles.tick}>
                <input
                  type="checkbox"
                  checked={!leftOut.includes(version)}
                  onChange={({ target }) =>
                    setLeftOut(target.checked ? leftOut.filter((one) => one !== version) : [...leftOut, version])
                  }
                />
                {m.versionDeals(version, openDeals)}
              </label>
            ))}
          </fieldset>
        )}
      </div>
      {result && !progress && (
        <Notice title={result.back ? m.undone(result.done.length) : m.moved(result.done.length)}>
          {result.left > 0 && <p>{m.left(result.left)}</p>}
          {!result.back && result.done.length > 0 && (
            <Button onClick={() => void migration.undo()}>{m.undoMove}</Button>
          )}
        </Notice>
      )}
      <RefusalAlert error={migration.error ?? preview.error} />
      {others.length === 0 && <EmptyState title={m.allThere(to)} hint={m.allThereHint} />}
      {others.length > 0 && from.length === 0 && <EmptyState title={m.noneChosen} compact />}
      {from.length > 0 && !foresight && !preview.error && <SkeletonLines lines={8} />}
      {foresight && (
        <>
          <ForesightSums foresight={foresight} />
          {after.data && known.length > 0 && (
            <SectionCard title={m.mapping}>
              <MappingEditor befores={known} after={after.data} choices={choices} onChange={setChoices} />
            </SectionCard>
          )}
          <div className={styles.foot}>
            {progress && <span role="status">{m.moving(progress.done, progress.all)}</span>}
            <Button
              disabled={chosen.length === 0 || preview.isFetching}
              loading={progress !== undefined}
              onClick={() => void carryOut(chosen)}
            >
              {m.moveChosen(chosen.length)}
            </Button>
            <Button
              type="primary"
              disabled={rows.length === 0 || preview.isFetching}
              loading={progress !== undefined}
              onClick={() => void carryOut(rows)}
            >
              {m.moveAll(rows.length)}
            </Button>
          </div>
          <ForesightTable
            foresight={foresight}
            stale={preview.isPlaceholderData}
            selected={selected}
            onSelect={setSelected}
          />
          {foresight.more > 0 && <p className={styles.lead}>{m.more(foresight.more)}</p>}
        </>
      )}
    </section>
  );
}
