import { opponentsBlock } from '#chain/blocking-sets.ts';
import { unansweredOpponents } from '#chain/chain-gaps.ts';
import type { ChainMap } from '#chain/chain-map.ts';
import { namesIn } from '#chain/item-words.ts';
import { votersOf } from '#chain/move-cost.ts';
import type { ChainRisk } from '#chain/risk.ts';

/** Who is against us and goes unanswered, and whether they could block. */
export function opponentRisks(map: ChainMap, answered: ReadonlySet<string>): ChainRisk[] {
  const open = unansweredOpponents(map, answered).map((person): ChainRisk => {
    const swaying = map.edges.find((e) => e.kind === 'influences' && e.sign === 1 && e.to === person.id);
    const who = map.nodes.find(({ id }) => id === swaying?.from)?.name;
    return {
      code: 'opponentUnanswered',
      severity: 'serious',
      people: [person.id],
      words: { zh: `${person.name}反对我们，无人应对`, en: `${person.name} is against us and nobody answers` },
      act: who
        ? { zh: `先争取能影响他的${who}，再由其转达`, en: `First win ${who}, whom they listen to` }
        : {
            zh: '请支持者了解他反对的理由，再定由谁、用什么化解',
            en: 'Learn the reason through a supporter, then decide who answers',
          },
    };
  });
  return [...open, ...blockRisks(map)];
}

/** Those against us already weigh enough to block; the heaviest of them first, until they no longer would. */
function blockRisks(map: ChainMap): ChainRisk[] {
  const voters = votersOf(map);
  if (!opponentsBlock(voters)) return [];
  const against = voters.filter(({ stance }) => stance <= -1).toSorted((a, b) => b.weight - a.weight);
  const turned = against.findIndex((_, i) => {
    const won = new Set(against.slice(0, i + 1));
    return !opponentsBlock(voters.map((voter) => (won.has(voter) ? { ...voter, stance: 0 as const } : voter)));
  });
  const [names, first] = [namesIn(against), namesIn(against.slice(0, turned + 1))];
  return [
    {
      code: 'opponentsBlock',
      severity: 'serious',
      people: against.map(({ id }) => id),
      words: {
        zh: `反对者（${names.zh}）的分量已足以否决`,
        en: `Those against us (${names.en}) weigh enough to block the decision`,
      },
      act: { zh: `先把${first.zh}争取到中立`, en: `First bring ${first.en} to neutral` },
    },
  ];
}
