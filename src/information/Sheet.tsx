import type { ReactNode } from 'react';
import { fieldWords } from '#information/field-words.ts';
import { accountFacts } from '#information/account-catalogue.ts';
import {
  type AccountField,
  accountKinds,
  informationKinds,
  type InformationFact,
} from '#information/information-fact.ts';
import type { AccountInformation, ProjectInformation } from '#information/information.contract.ts';
import { informationMessages } from '#information/information.messages.ts';
import type { RecordedFact, RecordedRow } from '#information/information.ts';
import { accountLists, type InformationList, informationLists } from '#information/information-row.ts';
import { valueWords } from '#information/information-words.ts';
import { projectFacts } from '#information/project-catalogue.ts';
import { emptySeats, missingOf, personAttributes, seats } from '#information/people-known.ts';
import { postOf, rolesOf } from '#information/person-words.ts';
import { cellsOf, headsOf, inOrder } from '#information/row-cells.ts';
import styles from '#information/Sheet.module.css';
import { useSourceWords } from '#information/SourceText.tsx';
import { messages } from '#method/method.messages.ts';
import { dayWords } from '#ui/day-words.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';

type Props = { view: AccountInformation; project: ProjectInformation | undefined };

/** The sheet as it goes on paper. People by name, post and part in a purchase: nothing else of them leaves the house. */
export function Sheet({ view, project }: Props) {
  const m = useMessages(informationMessages);
  const lang = useLang();
  const today = useToday();
  const { account, completeness, facts, rows } = view;
  const known = new Map(facts.map((fact) => [fact.item, fact]));
  return (
    <article className={styles.sheet}>
      <header>
        <h2>{account.name}</h2>
        <p className={styles.shares}>
          <strong>
            {m.overall} {m.percent(completeness.overall)}
          </strong>
          {accountKinds.map((kind) => (
            <span key={kind}>
              {informationKinds[kind][lang]} {m.percent(completeness[kind])}
            </span>
          ))}
        </p>
      </header>
      {accountKinds.map((kind) => (
        <Part key={kind} title={`${informationKinds[kind][lang]} ${m.percent(completeness[kind])}`}>
          {kind === 'people' ? (
            <People view={view} />
          ) : (
            <Facts
              facts={accountFacts.filter((fact) => fact.kind === kind)}
              known={known}
              keptWords={({ keptIn }) => fieldWords(account, keptIn as AccountField, lang)}
              keptLabel={m.fromAccount}
            />
          )}
          {accountLists
            .filter((list) => informationLists[list].kind === kind)
            .map((list) => (
              <Rows key={list} list={list} rows={rows} />
            ))}
        </Part>
      ))}
      {project && (
        <Part ownPage title={`${m.project.of(project.deal.name)} ${m.percent(project.completeness)}`}>
          <Facts
            facts={projectFacts}
            known={new Map(project.facts.map((fact) => [fact.item, fact]))}
            keptWords={(fact) => keptWords(fact, project, lang)}
            keptLabel={m.fromDeal}
          />
          <Rows list="contenders" rows={project.rows} />
        </Part>
      )}
      <footer>
        <span>{m.onPaper.internal}</span>
        <span>{m.onPaper.weights}</span>
        <span>{m.onPaper.printedOn(dayWords(today, today, lang))}</span>
      </footer>
    </article>
  );
}

function keptWords({ keptIn, type }: InformationFact, { kept, deal }: ProjectInformation, lang: 'zh' | 'en') {
  const value = kept[keptIn!.slice('deal:'.length)];
  if (value === undefined) return null;
  const isMoney = type.kind === 'number' && type.unit === 'minorUnits';
  return valueWords(type, isMoney ? { amount: Number(value), currency: deal.currency } : value, lang);
}

function Part({ title, ownPage, children }: { title: string; ownPage?: boolean; children: ReactNode }) {
  return (
    <section className={ownPage ? styles.project : undefined}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

type FactsProps = {
  facts: readonly InformationFact[];
  known: ReadonlyMap<string, RecordedFact>;
  keptWords: (fact: InformationFact) => string | null;
  keptLabel: string;
};

function Facts({ facts, known, keptWords: wordsKept, keptLabel }: FactsProps) {
  const { onPaper: m, askedInVain } = useMessages(informationMessages);
  const words = useMessages(messages);
  const lang = useLang();
  const today = useToday();
  const whom = useSourceWords();
  return (
    <table className={styles.facts}>
      <thead>
        <tr>
          <th>{m.item}</th>
          <th>{m.content}</th>
          <th>{m.source}</th>
          <th>{m.day}</th>
          <th>{m.sure}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => {
          const one = known.get(fact.id);
          const value = fact.keptIn
            ? wordsKept(fact)
            : one && one.value !== null
              ? valueWords(fact.type, one.value, lang)
              : null;
          const hole = one?.state === 'unknown' ? `${m.hole} · ${askedInVain}` : m.hole;
          return (
            <tr key={fact.id} data-hole={value === null || undefined}>
              <th scope="row">{fact.name[lang]}</th>
              <td>{value ?? `${hole}${lang === 'zh' ? '：' : ': '}${fact.question[lang]}`}</td>
              <td>{fact.keptIn ? value && keptLabel : one && whom(one)}</td>
              <td>{!fact.keptIn && one && dayWords(one.observedOn, today, lang)}</td>
              <td>{!fact.keptIn && one && one.state === 'known' && words.strengths[one.strength]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Rows({ list, rows }: { list: InformationList; rows: readonly RecordedRow[] }) {
  const { table: m, onPaper } = useMessages(informationMessages);
  const lang = useLang();
  const today = useToday();
  const whom = useSourceWords();
  const { name, question } = informationLists[list];
  const mine = inOrder(rows.filter(({ content }) => content.list === list));
  return (
    <>
      <h4>{name[lang]}</h4>
      {mine.length === 0 && (
        <p className={styles.hole}>
          {onPaper.hole}
          {lang === 'zh' ? '：' : ': '}
          {question[lang]}
        </p>
      )}
      {mine.length > 0 && (
        <Table
          heads={[...headsOf(list, m), onPaper.source, onPaper.day]}
          rows={mine.map((one) => ({
            key: one.rowId,
            cells: [...cellsOf(one.content, { m, lang, today }), whom(one), dayWords(one.observedOn, today, lang)],
          }))}
        />
      )}
    </>
  );
}

function People({ view: { people } }: { view: AccountInformation }) {
  const { people: m } = useMessages(informationMessages);
  const lang = useLang();
  const and = lang === 'zh' ? '、' : ', ';
  const free = emptySeats(people).map((seat) => seats[seat][lang]);
  return (
    <>
      {people.length > 0 && (
        <Table
          heads={[m.name, m.post, m.role, m.missing]}
          rows={people.map((one) => {
            const missing = missingOf(one).map((attribute) => personAttributes[attribute][lang]);
            return {
              key: one.id ?? one.name,
              cells: [one.name, postOf(one, lang), rolesOf(one, lang), missing.join(and)],
            };
          })}
        />
      )}
      {free.length > 0 && <p className={styles.hole}>{m.seat(free.join(and))}</p>}
    </>
  );
}

function Table({ heads, rows }: { heads: readonly string[]; rows: readonly { key: string; cells: string[] }[] }) {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              <td key={heads[at]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
