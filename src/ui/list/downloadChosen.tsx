import { sendPlain } from '#ui/client.tsx';

/** Exports these records as a workbook. */
export async function downloadChosen(list: string, rows: readonly { id: string }[]): Promise<void> {
  const ids = rows.map(({ id }) => id).join(',');
  const body = new URLSearchParams({ format: 'xlsx', ids });
  const response = await sendPlain(`/api/exports/${list}`, { method: 'POST', body });
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = named ? decodeURIComponent(named) : `${list}.xlsx`;
  link.click();
  // The browser has begun to read it long before.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
