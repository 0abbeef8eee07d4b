import { ORPCError } from '@orpc/client';
import { useCallback, useState } from 'react';
import type { ImportNoun } from '#imports/import-noun.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { importClient } from '#imports/imports.queries.tsx';
import { sendPlain } from '#ui/client.tsx';
import { useMessages } from '#ui/lang.tsx';

const PART = 4_000_000;
const LARGEST = 100 * 1024 * 1024;

type Uploading = { percent: number } | { reading: true } | undefined;

/** Sends a file piece by piece and has it read; a piece that the network drops is sent once more. */
export function useUpload(onRead: (importId: string) => void) {
  const m = useMessages(importMessages);
  const [uploading, setUploading] = useState<Uploading>();
  const [error, setError] = useState<unknown>();
  const upload = useCallback(
    async (noun: ImportNoun, file: File) => {
      setError(undefined);
      let begun: string | undefined;
      try {
        if (file.size > LARGEST) throw new ORPCError('file.tooLarge', { status: 413, message: m.tooBig });
        setUploading({ percent: 0 });
        const { id } = await importClient.create({ noun, fileName: file.name.slice(-200) });
        begun = id;
        for (let at = 0, position = 0; at < Math.max(1, file.size); at += PART, position++) {
          const piece = file.slice(at, at + PART);
          await sendPart(id, position, piece).catch(() => sendPart(id, position, piece));
          setUploading({ percent: Math.min(100, Math.round(((at + PART) / file.size) * 100)) });
        }
        setUploading({ reading: true });
        await importClient.read({ id });
        onRead(id);
      } catch (failure) {
        setError(failure);
        // An import without a file that can be read is of no use to anybody.
        if (begun) await importClient.discard({ id: begun }).catch(() => undefined);
      } finally {
        setUploading(undefined);
      }
    },
    [m, onRead],
  );
  return { upload, uploading, error };
}

async function sendPart(id: string, position: number, piece: Blob): Promise<void> {
  await sendPlain(`/api/imports/${id}/parts/${position}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: piece,
  });
}
