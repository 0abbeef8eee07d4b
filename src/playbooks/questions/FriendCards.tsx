import { friendTopics } from '#method/question-bank.ts';
import { questionMessages } from '#playbooks/questions/questions.messages.ts';
import type { Bank } from '#playbooks/questions/questions.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/questions/FriendCards.module.css';

/** False friends by what they seem to tell about: what is heard, why it does not count, how to find out. */
export function FriendCards({ friends }: { friends: Bank['falseFriends'] }) {
  const m = useMessages(questionMessages);
  const lang = useLang();
  return [...Map.groupBy(friends, ({ topic }) => topic)].map(([topic, those]) => (
    <section key={topic} className={styles.topic} aria-labelledby={`topic-${topic}`}>
      <h2 id={`topic-${topic}`}>{friendTopics[topic][lang]}</h2>
      <ul className={styles.friends}>
        {those.map(({ id, looks, why, verify }) => (
          <li key={id}>
            <h3>{looks[lang]}</h3>
            <p>
              <b>{m.why}</b>
              {why[lang]}
            </p>
            <p>
              <b>{m.verify}</b>
              {verify[lang]}
            </p>
          </li>
        ))}
      </ul>
    </section>
  ));
}
