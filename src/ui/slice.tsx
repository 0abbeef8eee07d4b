import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { Permission } from '#permissions/permission.ts';
import type { Lang, Text } from '#shared/messages.ts';

/** What a slice brings to the house: `export const dealSlice: Slice = {…}` in `deals.routes.tsx`, one line in src/app. */
export type Slice = {
  pages: readonly Page[];
  /** Fixed entries of the ⌘K palette, beside those that navigation gives. */
  commands?: readonly Command[];
  /** Live results of the ⌘K palette. */
  finders?: readonly Finder[];
  /** The notifications bell of the top bar, on demand; one slice brings it. */
  bell?: ComponentType;
};

export type Page = {
  /** TanStack Router path: '/deals', '/deals/$dealId'. */
  path: `/${string}`;
  title: Text;
  /** The page, fetched when it is first needed or hovered: `async () => (await import(…DealsPage.tsx)).DealsPage`. */
  load: () => Promise<ComponentType>;
  /** Data to fetch while the code is on its way (and on hover). Import queries lazily: this file is in the first load. */
  prefetch?: (at: PageAt) => unknown;
  /** Who may open it; absent: every signed-in person. */
  permission?: Permission;
  /** Shown without shell and session (sign-in). */
  public?: true;
  nav?: Nav;
  /** Its place in the side menu of the settings; its path begins with '/settings/'. */
  setting?: Setting;
};

export type PageAt = { params: Record<string, string>; search: Record<string, string>; queries: QueryClient };

export type Nav = {
  icon: ComponentType;
  /** Place in the navigation: Today 10, accounts 20, contacts 30, deals 40, visits 50, … settings 100. */
  order: number;
  /** Among the jobs of the phone's bottom bar (the first four by order; the rest is in its drawer). */
  phone?: true;
  /** At the foot of the left navigation. */
  foot?: true;
};

/** Order: profile 10, security 20 · company 30, people 40, teams 45, roles 50, keys 60, audit 70 · products 80, fields 90. */
export type Setting = { group: 'me' | 'company' | 'work'; order: number };

/** 'go' opens, 'create' starts something new, 'act' does something here. */
export type CommandKind = 'go' | 'create' | 'act';

export type Command = {
  id: string;
  kind: CommandKind;
  label: Text;
  /** Further words that find it: pinyin, initials, synonyms ('xjsj 新增商机'). */
  keywords?: string;
  permission?: Permission;
  icon?: ComponentType;
} & Doing;

export type Doing = { to: string; run?: undefined } | { run: () => void | Promise<void>; to?: undefined };

/** Results for what was typed, e.g. deals by name. Called at most once per pause in typing; obey the signal. */
export type Finder = {
  id: string;
  label: Text;
  permission?: Permission;
  find: (asked: { text: string; lang: Lang; signal: AbortSignal }) => Promise<readonly Found[]>;
  /** What is offered before anything is typed. */
  idle?: () => readonly Found[];
};

export type Found = { id: string; label: string; hint?: string; icon?: ComponentType } & Doing;
