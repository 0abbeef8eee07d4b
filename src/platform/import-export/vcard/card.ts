import { propertyOf, valueOf, type CardProperty } from '#platform/import-export/vcard/card-property.ts';

/** A card 名片, its properties as they stand. */
export type Card = {
  properties: readonly CardProperty[];
  /** The file ends within it. */
  cut?: true;
};

const MOST_PROPERTIES = 500;

/** Gathers the cards of a file from its logical lines. */
export class Cards {
  #open: CardProperty[] | undefined;
  /** Cards within it: the assistant's (AGENT), who is somebody else. */
  #within = 0;

  /** @returns the card that the line ends */
  take(line: string): Card | undefined {
    const property = propertyOf(line);
    if (!property) return undefined;
    const isMark = valueOf(property).toUpperCase() === 'VCARD';
    if (property.name === 'BEGIN' && isMark) return this.#begin();
    if (property.name === 'END' && isMark) return this.#end();
    if (this.#open && this.#within === 0 && this.#open.length < MOST_PROPERTIES) this.#open.push(property);
    return undefined;
  }

  /** What is left at the end of the file. */
  rest(): Card | undefined {
    const card = this.#open && { properties: this.#open, cut: true as const };
    this.#open = undefined;
    return card;
  }

  #begin(): Card | undefined {
    const last = this.#open?.at(-1);
    if (this.#within > 0 || (last?.name === 'AGENT' && last.raw.trim() === '')) {
      this.#within++;
      return undefined;
    }
    // One that begins before the last has ended: some programs forget the end.
    const before = this.#open;
    this.#open = [];
    return before && { properties: before };
  }

  #end(): Card | undefined {
    if (this.#within > 0) {
      this.#within--;
      return undefined;
    }
    const ended = this.#open;
    this.#open = undefined;
    return ended && { properties: ended };
  }
}

/** The label that an address book gave a property (Apple's X-ABLabel), without its marks. */
export function labelOf({ properties }: Card, { group }: CardProperty): string {
  if (group === '') return '';
  const label = properties.find((other) => other.group === group && other.name === 'X-ABLABEL');
  return label ? valueOf(label).replace(/^_\$!<(.*)>!\$_$/, '$1') : '';
}
