import { DownloadOutlined, SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { apiDocsMessages } from '#apidocs/apidocs.messages.ts';
import { matching, operationsOf, type ApiDocument } from '#apidocs/api-document.ts';
import { groupWords } from '#apidocs/group-words.ts';
import { OperationCard } from '#apidocs/OperationCard.tsx';
import styles from '#apidocs/ApiDocs.module.css';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

const source = '/api/openapi.json';

async function fetchDocument({ signal }: { signal: AbortSignal }): Promise<ApiDocument> {
  const response = await fetch(source, { signal });
  if (!response.ok) throw new TypeError(`${source}: ${response.status}`);
  return response.json() as Promise<ApiDocument>;
}

/** Every endpoint, to be read and searched; it is written from the contracts themselves. */
export function ApiDocsPage() {
  const m = useMessages(apiDocsMessages);
  const lang = useLang();
  const can = useCan();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text);
  const { data, error, refetch } = useQuery({ queryKey: ['openapi'], queryFn: fetchDocument, staleTime: Infinity });
  const operations = useMemo(() => (data ? operationsOf(data) : []), [data]);
  const found = matching(operations, asked);
  const groups = [...Map.groupBy(found, ({ group }) => group)];
  return (
    <div className={styles.page}>
      <PageHeader
        title={m.title}
        acts={
          <a className={styles.download} href={source} download="longmen-openapi.json">
            <DownloadOutlined aria-hidden="true" /> {m.download}
          </a>
        }
      />
      <div className={styles.intro}>
        <p>
          {m.hint} {can('apiKey.write') && <Link to="/settings/api-keys">{m.keys}</Link>}
        </p>
        <ul>
          {m.conventions.split('\n').map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </div>
      <label className={styles.search}>
        <SearchOutlined aria-hidden="true" />
        <input
          type="search"
          value={text}
          aria-label={m.search}
          placeholder={m.search}
          onChange={(at) => setText(at.target.value)}
        />
        {data && <span role="status">{m.found(String(found.length))}</span>}
      </label>
      {error && <RefusalAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={10} />}
      {data && found.length === 0 && <p className={styles.none}>{m.nothing}</p>}
      {data &&
        groups.map(([group, its]) => (
          <SectionCard key={group} flush title={groupWords(group)[lang]} note={its.length}>
            {its.map((operation) => (
              <OperationCard key={operation.id} document={data} operation={operation} />
            ))}
          </SectionCard>
        ))}
    </div>
  );
}
