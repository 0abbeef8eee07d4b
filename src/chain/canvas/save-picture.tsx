import type { Picture } from '#chain/canvas/map-as-svg.ts';

/** More than this on one side no browser draws. */
const MOST = 12_000;

/** Hands a drawing to the person as a file. */
export function saveSvg({ svg }: Picture, name: string): void {
  save(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`);
}

/** The same drawing as dots, twice as fine where it fits. @throws where this device cannot draw it */
export async function savePng({ svg, width, height }: Picture, name: string): Promise<void> {
  const scale = Math.min(2, MOST / Math.max(width, height));
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const dots = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!dots) throw new Error('The picture is too large to be drawn.');
    save(dots, `${name}.png`);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // After the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
