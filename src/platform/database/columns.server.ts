import { type AliasedExpression, sql } from 'kysely';

/**
 * Columns of a select as one piece of SQL, which the query builder passes on as it is.
 *
 * @param text SQL of our own, `d.id, d.close_on as "closeOn"`; say what comes of it by `$castTo`
 */
export function columns(text: string): AliasedExpression<unknown, string> {
  const piece = sql.raw(text);
  const node = piece.toOperationNode();
  return { expression: piece, alias: '', toOperationNode: () => node as never };
}
