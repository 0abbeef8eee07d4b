import { refuse } from '#shared/refusal.ts';
import { Refused } from '#platform/http/refused.server.ts';

type Tag = { name: string; attributes: { [name: string]: string } };

export type XmlHandlers = {
  open?: (name: string, attributes: { [name: string]: string }) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Reads XML as it arrives; yields after each piece, so that what was gathered can be handed on. Names without prefix. */
export async function* readXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): AsyncGenerator<void> {
  const { default: sax } = await import('sax');
  const parser = sax.parser(true, { position: false });
  const { open, text, close } = handlers;
  Object.assign(parser, {
    onerror: refuseDamaged,
    ...(open && { onopentag: (tag: Tag) => open(local(tag.name), tag.attributes) }),
    ...(text && { ontext: text, oncdata: text }),
    ...(close && { onclosetag: (name: string) => close(local(name)) }),
  });
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}

export async function readWholeXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(bytes, handlers));
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function refuseDamaged(): never {
  throw new Refused(refuse('file.damaged'));
}
