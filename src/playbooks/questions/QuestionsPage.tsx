import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { friendsSaying, narrowed } from '#method/question-search.ts';
import { type QuestionKind, questionKinds } from '#method/scales.ts';
import { FriendCards } from '#playbooks/questions/FriendCards.tsx';
import { ProblemCard } from '#playbooks/questions/ProblemCard.tsx';
import { questionMessages } from '#playbooks/questions/questions.messages.ts';
import { type Bank, questionsQuery } from '#playbooks/questions/questions.queries.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { choiceFilter, searchFilter } from '#ui/list/filter.tsx';
import { ListToolbar } from '#ui/list/ListToolbar.tsx';
import { useListState } from '#ui/list/useListState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PageTabs } from '#ui/PageTabs.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#playbooks/questions/QuestionsPage.module.css';

/** What to ask, by industry and problem; and what not to believe. */
export function QuestionsPage() {
  const m = useMessages(questionMessages);
  const { data, error, refetch } = useQuery(questionsQuery());
  return (
    <>
      <PageHeader title={m.title} facts={m.lead} back={{ to: '/playbooks', label: m.back }} />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={8} />}
      {data && <Shelves bank={data} />}
    </>
  );
}

const views = ['questions', 'friends'] as const;
const none: never[] = [];

function Shelves({ bank }: { bank: Bank }) {
  const m = useMessages(questionMessages);
  const filters = useBankFilters(bank);
  const state = useListState(filters, none);
  const { view }: { view?: string } = useSearch({ strict: false });
  const shownView = view === 'friends' ? view : 'questions';
  const { problem, ...rest } = filters;
  // Forty problems make no menu; those of one industry do.
  const shown = state.values.industry || state.values.problem ? { ...rest, problem } : rest;
  const toolbar = shownView === 'friends' ? { search: filters.search } : shown;
  return (
    <div className={styles.page}>
      <PageTabs
        label={m.parts}
        tabs={views}
        words={m.views}
        shown={shownView}
        onShow={(next) => state.change({ view: next === 'friends' ? next : undefined })}
      />
      <ListToolbar
        filters={toolbar}
        state={state}
        columns={none}
        toggled={new Set()}
        onToggleColumn={() => undefined}
      />
      {shownView === 'friends' ? (
        <Friends friends={friendsSaying(bank.falseFriends, state.values.search)} />
      ) : (
        <Problems bank={bank} problems={narrowed(bank.problems, state.values)} onClear={() => state.replace({})} />
      )}
    </div>
  );
}

function Problems({ bank, problems, onClear }: { bank: Bank; problems: Bank['problems']; onClear: () => void }) {
  const m = useMessages(questionMessages);
  const lang = useLang();
  const clear = <Button onClick={onClear}>{m.clear}</Button>;
  if (problems.length === 0) return <EmptyState title={m.nothing} hint={m.nothingHint} act={clear} />;
  const questions = problems.reduce((sum, problem) => sum + problem.questions.length, 0);
  return (
    <>
      <p className={styles.count} role="status">
        {m.found(problems.length, questions)}
      </p>
      {bank.industries.map(({ id, name }) => {
        const own = problems.filter(({ industry }) => industry === id);
        return (
          own.length > 0 && (
            <section key={id} className={styles.industry} aria-labelledby={`of-${id}`}>
              <h2 id={`of-${id}`}>{name[lang]}</h2>
              {own.map((problem) => (
                <ProblemCard key={problem.id} problem={problem} />
              ))}
            </section>
          )
        );
      })}
    </>
  );
}

function Friends({ friends }: { friends: Bank['falseFriends'] }) {
  const m = useMessages(questionMessages);
  if (friends.length === 0) return <EmptyState title={m.nothing} hint={m.nothingHint} />;
  return (
    <>
      <p className={styles.count}>
        <span role="status">{m.friends(friends.length)}</span> · {m.friendsLead}
      </p>
      <FriendCards friends={friends} />
    </>
  );
}

/** Problems to choose are those of the industry chosen, else all. */
function useBankFilters({ industries }: Bank) {
  const m = useMessages(questionMessages);
  const lang = useLang();
  const { industry }: { industry?: string } = useSearch({ strict: false });
  return useMemo(() => {
    const choices = (list: readonly { id: string; name: { zh: string; en: string } }[]) =>
      list.map(({ id, name }) => ({ value: id, label: name[lang] }));
    const chosen = industries.find(({ id }) => id === industry);
    const kinds = Object.keys(questionKinds) as QuestionKind[];
    return {
      search: searchFilter(m.search),
      industry: choiceFilter(m.industry, choices(industries)),
      problem: choiceFilter(m.problem, choices(chosen?.problems ?? industries.flatMap(({ problems }) => problems))),
      kind: choiceFilter(
        m.kind,
        kinds.map((kind) => ({ value: kind, label: questionKinds[kind][lang] })),
      ),
    };
  }, [industries, industry, lang, m]);
}
