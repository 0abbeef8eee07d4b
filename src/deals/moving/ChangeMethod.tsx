import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { standingEvidence } from '#method/evidence.ts';
import type { MappingChoices } from '#method/playbook-mapping.ts';
import type { Deal } from '#deals/deal.ts';
import { Chips } from '#ui/Chips.tsx';
import { buyerStepFacts } from '#deals/moving/deal-move.ts';
import { MappingEditor } from '#deals/moving/MappingEditor.tsx';
import { MethodPreview } from '#deals/moving/MethodPreview.tsx';
import { movingMessages } from '#deals/moving/moving.messages.ts';
import { movingClient } from '#deals/moving/moving.queries.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { AskDialog, Labelled } from '#deals/page/AskDialog.tsx';
import { playbookListQuery, playbookQuery } from '#playbooks/playbooks.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { toast } from '#ui/toast.tsx';

/** 更换方法论: choose the method, see what becomes of the deal, do it; the toast takes it back. */
export function ChangeMethod({ onClose }: { onClose: () => void }) {
  const m = useMessages(movingMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const { view } = useDeal();
  const { deal } = view.page;
  const list = useQuery(playbookListQuery());
  const others = (list.data ?? []).filter(
    ({ id, version }) => id !== deal.playbookId || version !== deal.playbookVersion,
  );
  const [wanted, setWanted] = useState<string>();
  const chosen = others.find(({ id }) => id === wanted) ?? others[0];
  const [choices, setChoices] = useState<MappingChoices>({});
  const after = useQuery({ ...playbookQuery(chosen?.id ?? '', chosen?.version ?? 1), enabled: chosen !== undefined });

  const undo = async (version: number) => {
    const { id, playbookId, playbookVersion } = deal;
    try {
      await movingClient.changeMethod({ id, version, playbookId, playbookVersion });
      toast(m.changedBack);
    } catch (refused) {
      toast(wordsOf(refused, failures), { tone: 'bad' });
    }
    await queries.invalidateQueries();
  };
  const send = async () => {
    if (!chosen) return;
    const target = { playbookId: chosen.id, playbookVersion: chosen.version };
    const { version } = await movingClient.changeMethod({ id: deal.id, version: deal.version, ...target, choices });
    await queries.invalidateQueries();
    toast(m.changed(chosen.name[lang]), { undo: () => void undo(version) });
  };
  return (
    <AskDialog
      title={m.changeMethod}
      lead={list.data && others.length === 0 ? m.noOther : m.changeLead}
      lacking={undefined}
      act={m.change}
      disabled={!after.data}
      width={720}
      send={send}
      onClose={onClose}
    >
      {chosen && (
        <Labelled label={m.choosePlaybook}>
          <Chips
            label={m.choosePlaybook}
            value={chosen.id}
            onChoose={(id) => {
              setWanted(id);
              setChoices({});
            }}
            chips={others.map(({ id, name, version }) => ({
              value: id,
              label: id === deal.playbookId ? m.newerVersion(version) : name[lang],
            }))}
          />
        </Labelled>
      )}
      {chosen && !after.data && !after.error && <SkeletonLines lines={6} />}
      {after.data && (
        <>
          <MethodPreview view={view} after={after.data} choices={choices} />
          <MappingEditor
            key={chosen?.id}
            one={{ stage: deal.stageId, buyerStages: buyerStepsNamed(deal) }}
            befores={[view.playbook]}
            after={after.data}
            choices={choices}
            onChange={setChoices}
            evidence={evidenceCounts(view.page.evidence.map(({ record }) => record))}
          />
        </>
      )}
      <RefusalAlert error={after.error ?? list.error} issues />
    </AskDialog>
  );
}

function buyerStepsNamed({ facts }: Pick<Deal, 'facts'>): ReadonlySet<string> {
  return new Set(buyerStepFacts.flatMap((fact) => facts.values[fact] ?? []));
}

/** Standing evidence on each check, what is aside left out. */
function evidenceCounts(records: Parameters<typeof standingEvidence>[0]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { check, aside } of standingEvidence(records)) if (!aside) counts.set(check, (counts.get(check) ?? 0) + 1);
  return counts;
}
