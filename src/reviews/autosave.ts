/** What a person types into a text that others may change, too. */
export type Typed = {
  /** As it was when she began; what she sees while she types nothing. */
  base: string;
  mine: string;
  /** What she sent last: no news when it is what the server says. */
  sent?: string;
  /** What somebody else saved meanwhile, while hers differs; she decides. */
  theirs: string | null;
};

export const untouched = (text: string): Typed => ({ base: text, mine: text, theirs: null });

export const isDirty = ({ base, mine }: Typed): boolean => mine !== base;

/** The text as it now stands on the server: taken over where she typed nothing, set beside hers where both wrote. */
export function heard(typed: Typed, server: string): Typed {
  if (server === typed.base) return typed.theirs === null ? typed : { ...typed, theirs: null };
  if (!isDirty(typed) || typed.mine === server) return untouched(server);
  // Hers has arrived as it was when it was sent; what she has typed since is still to be saved.
  if (server === typed.sent) return { base: server, mine: typed.mine, theirs: null };
  return server === typed.theirs ? typed : { ...typed, theirs: server };
}

export type Choice = 'both' | 'theirs' | 'mine';

/** She decides between hers and theirs; whatever she chooses is hers to save on top of theirs. */
export function settled(typed: Typed, choice: Choice): Typed {
  const theirs = typed.theirs ?? typed.base;
  const mine = choice === 'theirs' ? theirs : choice === 'mine' ? typed.mine : joined(theirs, typed.mine);
  return { base: theirs, mine, theirs: null };
}

function joined(theirs: string, mine: string): string {
  return [theirs, mine].filter((text) => text.trim() !== '').join('\n');
}
