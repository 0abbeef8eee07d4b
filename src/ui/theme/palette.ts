/**
 * Every colour of the product, once. CSS reads them as `var(--lm-<name>)`, antd through its tokens, charts directly.
 * Ground and text are neutral; one accent; the rest means something: stance −2…+2 runs vermilion → grey → teal, which
 * the colour-blind can tell apart, and is always accompanied by a shape and a word.
 */
export type Palette = { readonly [name in keyof typeof light]: string };

export const light = {
  ground: '#f6f6f4',
  surface: '#ffffff',
  sunken: '#efefec',
  hover: '#f2f2ef',
  selected: '#eef0fb',
  line: '#e4e4df',
  'line-strong': '#cfcfc8',
  text: '#1b1d22',
  'text-soft': '#555a64',
  'text-faint': '#5b606a',
  accent: '#3a4bb8',
  'accent-hover': '#2f3e9e',
  'accent-soft': '#e7eafa',
  'on-accent': '#ffffff',
  good: '#0d7366',
  'good-soft': '#dff1ed',
  warn: '#97590a',
  'warn-soft': '#fbeed6',
  bad: '#b3372b',
  'bad-soft': '#fbe6e2',
  calm: '#5f6570',
  'calm-soft': '#ececea',
  dispute: '#7a3fa0',
  'dispute-soft': '#f2e7f8',
  'stance-m2': '#b3372b',
  'stance-m1': '#cc7a4a',
  'stance-0': '#858b96',
  'stance-p1': '#3f9a8c',
  'stance-p2': '#0d7366',
  shadow: 'rgb(24 26 32 / 10%)',
};

export const dark: Palette = {
  ground: '#131416',
  surface: '#1b1c1f',
  sunken: '#0e0f11',
  hover: '#232529',
  selected: '#252a45',
  line: '#2b2d32',
  'line-strong': '#44474e',
  text: '#e8e9eb',
  'text-soft': '#abb0b9',
  'text-faint': '#8f959f',
  accent: '#93a0f5',
  'accent-hover': '#aab5fa',
  'accent-soft': '#272c4b',
  'on-accent': '#14162a',
  good: '#57c2b0',
  'good-soft': '#15312d',
  warn: '#e0aa55',
  'warn-soft': '#362914',
  bad: '#f08877',
  'bad-soft': '#3c1f1b',
  calm: '#a0a6b0',
  'calm-soft': '#2a2c30',
  dispute: '#c99be6',
  'dispute-soft': '#33223d',
  'stance-m2': '#f08877',
  'stance-m1': '#d99a72',
  'stance-0': '#9aa0aa',
  'stance-p1': '#5fae9f',
  'stance-p2': '#57c2b0',
  shadow: 'rgb(0 0 0 / 45%)',
};

export type Stance = -2 | -1 | 0 | 1 | 2;

export const stanceColour: Record<Stance, keyof Palette> = {
  [-2]: 'stance-m2',
  [-1]: 'stance-m1',
  0: 'stance-0',
  1: 'stance-p1',
  2: 'stance-p2',
};

/** What is known about one check of a gate. */
export const checkStates = ['met', 'weak', 'contested', 'stale', 'refuted', 'unknown'] as const;
export type CheckState = (typeof checkStates)[number];

export const checkColour: Record<CheckState, 'good' | 'warn' | 'dispute' | 'bad' | 'calm'> = {
  met: 'good',
  weak: 'warn',
  contested: 'dispute',
  stale: 'warn',
  refuted: 'bad',
  unknown: 'calm',
};

export const fontFamily =
  "-apple-system, 'Segoe UI', 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif";
