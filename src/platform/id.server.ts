import { v7 } from 'uuid';

/** UUIDv7, made in the application: sorts by creation and never meets another tenant's. */
export function newId(): string {
  return v7();
}
