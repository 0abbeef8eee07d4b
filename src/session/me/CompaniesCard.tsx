import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { companiesContract } from '#session/companies.contract.ts';
import { COMPANY_COOKIE } from '#session/company-cookie.ts';
import { meMessages } from '#session/me/me.messages.ts';
import { queriesFor } from '#ui/client.tsx';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from '#session/me/Me.module.css';

const companies = queriesFor(companiesContract, 'companies');

/** For people who work for several companies; nothing for those of one. */
export function CompaniesCard() {
  const m = useMessages(meMessages);
  const { data } = useQuery(companies.list.queryOptions({ input: {} }));
  const rows = data?.rows ?? [];
  if (rows.length < 2) return null;
  return (
    <SectionCard title={m.companies} note={m.companiesHint}>
      <ul>
        {rows.map((company) => (
          <li key={company.id} className={styles.line}>
            <span className={styles.words}>{company.name}</span>
            {company.current ? (
              <Tag tone="accent">{m.current}</Tag>
            ) : (
              <Button onClick={() => workIn(company.id)}>{m.switchTo}</Button>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

/** The choice proves nothing, so that a plain cookie carries it; all is loaded anew. */
function workIn(companyId: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${COMPANY_COOKIE}=${companyId}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  location.assign('/');
}
