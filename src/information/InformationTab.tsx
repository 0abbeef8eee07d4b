import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Switch } from 'antd';
import { useState } from 'react';
import { accountFacts } from '#information/account-catalogue.ts';
import { FactItem } from '#information/FactItem.tsx';
import { fieldWords } from '#information/field-words.ts';
import { InformationProvider, useShared } from '#information/information-context.tsx';
import {
  type AccountField,
  accountKinds,
  informationKinds,
  type InformationFact,
} from '#information/information-fact.ts';
import type { AccountInformation } from '#information/information.contract.ts';
import { informationMessages } from '#information/information.messages.ts';
import { informationQuery } from '#information/information.queries.tsx';
import { accountLists, informationLists } from '#information/information-row.ts';
import { KindSection } from '#information/KindSection.tsx';
import { PeopleList } from '#information/PeopleList.tsx';
import { emptySeats, missingOf } from '#information/people-known.ts';
import { RowsTable } from '#information/RowsTable.tsx';
import { ShareBar } from '#information/ShareBar.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import styles from '#information/Information.module.css';

type Props = { accountId: string; onAddContact: () => void };

/** 客户资料 of an account: what is known with its sources, and every hole with what to ask and whom. */
export function InformationTab({ accountId, onAddContact }: Props) {
  const query = useQuery(informationQuery(accountId));
  if (query.data) return <Known view={query.data} onAddContact={onAddContact} />;
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  return <PageSkeleton />;
}

function Known({ view, onAddContact }: { view: AccountInformation; onAddContact: () => void }) {
  const m = useMessages(informationMessages);
  const lang = useLang();
  const [onlyHoles, setOnlyHoles] = useState(false);
  const { account, completeness, rows, people, canEdit } = view;
  const shared = useShared('account', account.id, view);
  const isHole = ({ id, keptIn }: InformationFact) =>
    keptIn ? !account[keptIn as AccountField] : shared.facts.get(id)?.state !== 'known';
  const tableHole = (list: keyof typeof informationLists) =>
    rows.filter(({ content }) => content.list === list).length < informationLists[list].enough;
  return (
    <InformationProvider value={shared}>
      <SectionCard
        title={m.title}
        note={`${m.overall} ${m.percent(completeness.overall)}`}
        acts={
          <Link className={styles.print} to={`/accounts/${account.id}/information`}>
            {m.sheet}
          </Link>
        }
      >
        <p className={styles.note}>{view.begun ? m.follows : m.begin}</p>
        <ul className={styles.shares}>
          {accountKinds.map((kind) => (
            <li key={kind}>
              <a href={`#information-${kind}`}>
                <span>{informationKinds[kind][lang]}</span>
                <strong>{m.percent(completeness[kind])}</strong>
                <ShareBar share={completeness[kind]} />
              </a>
            </li>
          ))}
        </ul>
        <label className={styles.only}>
          <Switch size="small" checked={onlyHoles} onChange={setOnlyHoles} /> {m.onlyHoles}
        </label>
      </SectionCard>
      {accountKinds.map((kind) => {
        if (kind === 'people')
          return (
            <KindSection
              key={kind}
              kind={kind}
              share={completeness.people}
              holes={emptySeats(people).length + people.filter((one) => missingOf(one).length > 0).length}
            >
              <PeopleList people={people} onlyHoles={onlyHoles} onAdd={canEdit ? onAddContact : undefined} />
            </KindSection>
          );
        const mine = accountFacts.filter((fact) => fact.kind === kind);
        const tables = accountLists.filter((list) => informationLists[list].kind === kind);
        const holes = mine.filter(isHole).length + tables.filter(tableHole).length;
        return (
          <KindSection key={kind} kind={kind} share={completeness[kind]} holes={holes}>
            <ul className={styles.items}>
              {mine
                .filter((fact) => !onlyHoles || isHole(fact))
                .map((fact) => (
                  <FactItem
                    key={fact.id}
                    fact={fact}
                    {...(fact.keptIn && {
                      elsewhere: {
                        value: fieldWords(account, fact.keptIn as AccountField, lang),
                        label: m.fromAccount,
                        fillLabel: m.keptOnAccount,
                        to: `/accounts/${account.id}?tab=information&edit=account`,
                      },
                    })}
                  />
                ))}
              {tables
                .filter((list) => !onlyHoles || tableHole(list))
                .map((list) => (
                  <RowsTable key={list} list={list} />
                ))}
            </ul>
          </KindSection>
        );
      })}
    </InformationProvider>
  );
}
