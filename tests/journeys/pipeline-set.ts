/**
 * A hardware maker's CRM as another system exports it: the shape, size and quirks of a well-known sample set, made up
 * from a fixed seed. `GTXPro` for `GTX Pro`, `technolgy`, `Philipines`, open deals without an account, prospecting ones
 * without a day, lost ones worth 0.
 */
export type PipelineSet = {
  files: { accounts: string; products: string; sales_teams: string; sales_pipeline: string };
  totals: Totals;
};
export type Totals = {
  accounts: number;
  products: number;
  agents: number;
  won: number;
  lost: number;
  open: number;
  /** Of won deals, in whole units of money. */
  wonValue: number;
  withoutAccount: number;
  withoutDay: number;
  /** Deals whose product is spelt GTXPro. */
  respelt: number;
  misspeltSectors: number;
};

const sectors = ['medical', 'retail', 'software', 'services', 'finance', 'marketing', 'telecommunications'];
const products = [
  ['GTX Basic', 'GTX', 550],
  ['GTX Pro', 'GTX', 4821],
  ['MG Special', 'MG', 55],
  ['MG Advanced', 'MG', 3393],
  ['GTX Plus Pro', 'GTX', 5482],
  ['GTX Plus Basic', 'GTX', 1096],
  ['GTK 500', 'GTK', 26768],
] as const;
const firstNames = ['Ada', 'Boris', 'Celia', 'Dana', 'Emil', 'Flora', 'Gus', 'Hana', 'Ivo', 'Jana', 'Karl', 'Lena'];
const lastNames = ['Aldous', 'Brandt', 'Corvin'];

const ACCOUNTS = 85;
const AGENTS = 35;
const WON = 4_238;
const LOST = 2_473;
const ENGAGING = 1_589;
const PROSPECTING = 500;
const WITHOUT_ACCOUNT = 1_425;
const RESPELT = 1_480;
const MISSPELT = 12;

export function madeUpSet(): PipelineSet {
  let seed = 20_161_020;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const accounts = Array.from({ length: ACCOUNTS }, (_, i) => `${letters(i)}tronix`);
  const agents = Array.from({ length: AGENTS }, (_, i) => `${firstNames[i % 12]!} ${lastNames[Math.floor(i / 12)]!}`);
  const stages: string[] = Array.from({ length: WON + LOST + ENGAGING }, (_, i) =>
    i < WON ? 'Won' : i < WON + LOST ? 'Lost' : 'Engaging',
  );
  for (let i = stages.length - 1; i > 0; i--) {
    const j = next(i + 1);
    [stages[i], stages[j]] = [stages[j]!, stages[i]!];
  }
  let wonValue = 0;
  let unplaced = 0;
  const deals = [...stages, ...Array.from({ length: PROSPECTING }, () => 'Prospecting')].map((stage, i) => {
    const closed = stage === 'Won' || stage === 'Lost';
    const product = i % 6 === 0 && i / 6 < RESPELT ? 'GTXPro' : products[i % 6 === 0 ? 0 : (i % 6) + 1]![0];
    const engaged = `201${6 + (i % 2)}-${two(1 + next(10))}-${two(1 + next(28))}`;
    const placed = closed || unplaced >= WITHOUT_ACCOUNT || next(4) === 0;
    if (!placed) unplaced++;
    const value = stage === 'Won' ? 30 + next(4_700) : 0;
    wonValue += value;
    return [
      `OP${String(i).padStart(6, '0')}`,
      agents[next(AGENTS)]!,
      product,
      placed ? accounts[next(ACCOUNTS)]! : '',
      stage,
      stage === 'Prospecting' ? '' : engaged,
      closed ? `2017-12-${two(1 + next(30))}` : '',
      closed ? value : '',
    ];
  });
  return {
    files: {
      accounts: csv(
        'account,sector,year_established,revenue,employees,office_location,subsidiary_of',
        accounts.map((name, i) => [
          name,
          i < MISSPELT ? 'technolgy' : sectors[i % sectors.length]!,
          1980 + (i % 40),
          (100 + next(9_000) / 7).toFixed(2),
          10 + next(9_000),
          i === 3 ? 'Philipines' : 'United States',
          i % 6 === 5 ? accounts[i - 5]! : '',
        ]),
      ),
      products: csv('product,series,sales_price', products),
      sales_teams: csv(
        'sales_agent,manager,regional_office',
        agents.map((agent, i) => [
          agent,
          `Manager ${['Ost', 'West', 'Nord', 'Sund', 'Berg', 'Tal'][i % 6]!}`,
          ['Central', 'East', 'West'][Math.floor((i % 6) / 2)]!,
        ]),
      ),
      sales_pipeline: csv(
        'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
        deals,
      ),
    },
    totals: {
      accounts: ACCOUNTS,
      products: products.length,
      agents: AGENTS,
      won: WON,
      lost: LOST,
      open: ENGAGING + PROSPECTING,
      wonValue,
      withoutAccount: unplaced,
      withoutDay: PROSPECTING,
      respelt: deals.filter(([, , product]) => product === 'GTXPro').length,
      misspeltSectors: MISSPELT,
    },
  };
}

/** Of the public set that LONGMEN_PIPELINE_SET may name (CONTRIBUTING.md). */
export const realTotals: Totals = {
  accounts: 85,
  products: 7,
  agents: 35,
  won: 4_238,
  lost: 2_473,
  open: 2_089,
  wonValue: 10_005_534,
  withoutAccount: 1_425,
  withoutDay: 500,
  respelt: 1_480,
  misspeltSectors: 12,
};

/** Names that no slip of the finger turns into one another. */
function letters(i: number): string {
  const syllables = ['Ba', 'Ce', 'Di', 'Fo', 'Gu', 'Ha', 'Je', 'Ki', 'Lo', 'Mu'];
  return `${syllables[i % 10]!}${syllables[(i * 3 + 1) % 10]!.toLowerCase()}${syllables[Math.floor(i / 10)]!.toLowerCase()}`;
}

const two = (n: number) => String(n).padStart(2, '0');

function csv(header: string, rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows.map((row) => row.join(','))].join('\n');
}
