import { useState } from 'react';
import { roleWords } from '#information/ask-words.ts';
import { useInformation } from '#information/information-context.tsx';
import { informationMessages } from '#information/information.messages.ts';
import type { RecordedRow } from '#information/information.ts';
import { type InformationList, informationLists } from '#information/information-row.ts';
import { cellsOf, headsOf, inOrder } from '#information/row-cells.ts';
import { SourceText } from '#information/SourceText.tsx';
import { WhoTells } from '#information/WhoTells.tsx';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { useToday } from '#ui/session.tsx';
import styles from '#information/Information.module.css';

const RowForm = onDemand(async () => (await import('#information/RowForm.tsx')).RowForm);

/** A table of information: its rows, each opened by a tap; empty, a hole like any other. */
export function RowsTable({ list }: { list: InformationList }) {
  const m = useMessages(informationMessages);
  const lang = useLang();
  const today = useToday();
  const { rows, couldTell, canEdit } = useInformation();
  const [editing, setEditing] = useState<{ row?: RecordedRow; contactId?: string }>();
  const { name, question, ask, enough } = informationLists[list];
  const mine = inOrder(rows.filter(({ content }) => content.list === list));
  const hole = mine.length < enough;
  const heads = headsOf(list, m.table);
  return (
    <li className={styles.item} data-hole={hole || undefined}>
      <div className={styles.head}>
        <span className={styles.name}>{name[lang]}</span>
        {hole && <span className={styles.question}>{question[lang]}</span>}
        {canEdit && (
          <button
            type="button"
            className={styles.act}
            aria-label={spoken(m.table.add, name[lang])}
            onClick={() => setEditing({})}
          >
            {m.table.add}
          </button>
        )}
      </div>
      {hole && (
        <div className={styles.under}>
          <WhoTells
            people={couldTell[list] ?? []}
            role={roleWords(ask, lang)}
            onChoose={canEdit ? (contactId) => setEditing({ contactId }) : undefined}
          />
        </div>
      )}
      {mine.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head}>{head}</th>
              ))}
              <th>{m.table.source}</th>
            </tr>
          </thead>
          <tbody>
            {mine.map((one) => (
              <tr key={one.rowId}>
                {cellsOf(one.content, { m: m.table, lang, today }).map((cell, at) => (
                  <td key={heads[at]} data-label={heads[at]} data-none={cell === '' || undefined}>
                    {at === 0 && canEdit ? (
                      <button type="button" className={styles.open} onClick={() => setEditing({ row: one })}>
                        {cell}
                      </button>
                    ) : (
                      cell || '—'
                    )}
                  </td>
                ))}
                <td data-label={m.table.source}>
                  <SourceText told={one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing && (
        <RowForm
          list={list}
          known={editing.row}
          contactId={editing.contactId}
          place={mine.length + 1}
          onClose={() => setEditing(undefined)}
        />
      )}
    </li>
  );
}
