import { sql, type RawBuilder } from 'kysely';
import { v7 } from 'uuid';

/** UUIDv7, made in the application: sorts by creation and never meets another tenant's. */
export function newId(): string {
  return v7();
}

/**
 * The same made by PostgreSQL, for rows of which it alone knows how many there are: milliseconds, the thousandths of the
 * next (RFC 9562 §6.2, method 3), random bits.
 *
 * @param row a column of the row that is not null: what does not name the row is evaluated once for all
 */
export function newIdInSql(row: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(
    select (lpad(to_hex(us / 1000), 12, '0') || '7' || lpad(to_hex(us % 1000 * 4096 / 1000), 3, '0') || substr(random, 17))::uuid
    from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as us,
      replace(gen_random_uuid()::text, '-', '') as random where ${row} is not null) made)`;
}
