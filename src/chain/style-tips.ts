import { type communicationStyles } from '#method/scales.ts';
import type { Text } from '#shared/messages.ts';

export type CommunicationStyle = keyof typeof communicationStyles;

/** How a person of a style goes about things, and how to talk to them. Source: Domain §4 (000), in our words. */
export type StyleTip = {
  readonly looks: Text;
  readonly dos: readonly Text[];
  readonly donts: readonly Text[];
  readonly opening: Text;
};

export const styleTips: { readonly [S in CommunicationStyle]: StyleTip } = {
  owl: {
    looks: { zh: '讲数据、讲逻辑，问得细，慢慢下结论', en: 'data and logic, detailed questions, slow conclusions' },
    dos: [
      { zh: '先发书面材料，数据注明出处', en: 'send papers first, with sources for every figure' },
      { zh: '按步骤讲，允许他逐条核对', en: 'go step by step and let every point be checked' },
      { zh: '主动说明不足和风险', en: 'name weaknesses and risks yourself' },
    ],
    donts: [
      { zh: '不要催他当场表态', en: 'do not press for an answer on the spot' },
      { zh: '不要用“大概”“很多客户”之类的说法', en: 'no "about" and no "many customers"' },
    ],
    opening: {
      zh: '我带了测试数据和依据，请您逐项看看。',
      en: 'I brought the test data and its basis; please go through it.',
    },
  },
  tiger: {
    looks: { zh: '看结果、要主导，说话直接，时间很紧', en: 'results and control, direct, short of time' },
    dos: [
      { zh: '一句话先说结论和对他的好处', en: 'the conclusion and the gain in one sentence first' },
      { zh: '给两三个方案请他选', en: 'offer two or three options to choose from' },
      { zh: '准时开始，提前结束', en: 'begin on time, end early' },
    ],
    donts: [
      { zh: '不要绕弯子、讲细节过程', en: 'no detours, no story of how it was done' },
      { zh: '不要当众与他争输赢', en: 'do not contest a point in front of others' },
    ],
    opening: { zh: '三个要点，五分钟，请您定一下方向。', en: 'Three points, five minutes, and you set the direction.' },
  },
  peacock: {
    looks: { zh: '热情健谈，看重认可和新意，易转话题', en: 'warm and talkative, likes recognition and what is new' },
    dos: [
      { zh: '先聊他的想法和成绩', en: 'begin with their ideas and achievements' },
      { zh: '用故事、样板和画面，让他有机会亮相', en: 'stories, showcases, pictures; give them a stage' },
      { zh: '会后把约定写下来请他确认', en: 'write down what was agreed and have it confirmed' },
    ],
    donts: [
      { zh: '不要一上来就念参数', en: 'do not begin with specifications' },
      { zh: '不要把口头热情当成承诺', en: 'do not take enthusiasm for a commitment' },
    ],
    opening: {
      zh: '您上次的想法很有意思，我们照着做了一个样子。',
      en: 'Your idea was striking; we made a sketch of it.',
    },
  },
  koala: {
    looks: {
      zh: '和气耐心，重关系、怕变动，很少直接说不',
      en: 'kind and patient, values ties, fears upheaval, seldom says no',
    },
    dos: [
      { zh: '先谈人和以往的合作，慢慢进入正题', en: 'people and past work first, business slowly' },
      { zh: '讲清谁来帮、怎样平稳过渡', en: 'say who helps and how the change stays smooth' },
      { zh: '问“还有什么让您不放心的”，等他说完', en: 'ask what still worries them, and wait' },
    ],
    donts: [
      { zh: '不要逼他站队或得罪人', en: 'do not make them take sides' },
      { zh: '不要把点头当同意', en: 'do not take a nod for a yes' },
    ],
    opening: {
      zh: '不急着定，先听听大家用下来哪里不方便。',
      en: 'No hurry to decide; where does it trouble people today?',
    },
  },
  chameleon: {
    looks: { zh: '随场合变化，善于平衡，不轻易亮底', en: 'changes with the occasion, balances, shows no hand' },
    dos: [
      { zh: '先看他这次用哪种方式，再跟着调整', en: 'see which way they talk today and follow' },
      { zh: '换一个场合、换一个人再核实他的态度', en: 'check the attitude on another occasion, with another person' },
      { zh: '把约定落到事情和日期上', en: 'tie what is agreed to a deed and a day' },
    ],
    donts: [
      { zh: '不要凭一次谈话判断立场', en: 'do not judge the stance by one talk' },
      { zh: '不要让他两边传话', en: 'do not use them to carry messages' },
    ],
    opening: {
      zh: '各部门的想法不太一样，您觉得怎样安排比较稳妥？',
      en: 'Departments differ; what would be a safe way to go?',
    },
  },
};
