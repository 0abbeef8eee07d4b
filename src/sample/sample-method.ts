import { z } from 'zod';

const Text = z.string().min(1);
const Past = z.int().min(-365).max(-1);

/** The first line that reads so, below another where that is named, becomes others of the same indent. */
const Edit = z.strictObject({ below: Text.optional(), line: Text, becomes: Text });

/** A shipped method that the company makes its own: published, else still a draft. */
export const SampleMethod = z.strictObject({
  method: Text,
  by: Text,
  at: Past.describe('the draft was begun'),
  edits: z.array(Edit).min(1),
  published: z.strictObject({ at: Past, note: Text }).optional(),
});
export type SampleMethod = z.infer<typeof SampleMethod>;

/** @throws Error naming the line that is not there */
export function edited(source: string, edits: SampleMethod['edits']): string {
  const lines = source.split('\n');
  for (const { below, line, becomes } of edits) {
    const from = below === undefined ? 0 : placeOf(lines, below, 0);
    const place = placeOf(lines, line, from);
    const indent = lines[place]!.slice(0, -lines[place]!.trimStart().length);
    lines.splice(
      place,
      1,
      ...becomes
        .trimEnd()
        .split('\n')
        .map((text) => indent + text),
    );
  }
  return lines.join('\n');
}

function placeOf(lines: readonly string[], sought: string, from: number): number {
  const place = lines.findIndex((line, at) => at >= from && line.trim() === sought);
  if (place < 0) throw new Error(`there is no line ${sought}`);
  return place;
}
