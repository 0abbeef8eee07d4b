/** Media types that say the same under another name. */
const aliases: { [mediaType: string]: string } = {
  'audio/mp4': 'audio/x-m4a',
  'audio/vnd.wave': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'image/heif': 'image/heic',
  'video/quicktime': 'video/mp4',
};

/** What a file is by its content; text, which has no mark of its own, by having no bytes that text has not. */
export async function mediaTypeOf(content: Uint8Array, name: string): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type');
  const detected = await fileTypeFromBuffer(content);
  if (detected) return aliases[detected.mime] ?? detected.mime;
  if (!isText(content) || looksLikeMarkup(content)) return 'application/octet-stream';
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
}

function isText(content: Uint8Array): boolean {
  const wide = content[0] === 0xff || content[0] === 0xfe;
  if (content.includes(0) && !wide) return false;
  if (wide || isIn('utf-8', content)) return true;
  return isIn('gb18030', content);
}

function isIn(encoding: string, content: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

/** HTML, SVG and scripts are text that something may run. */
function looksLikeMarkup(content: Uint8Array): boolean {
  const start = new TextDecoder().decode(content.subarray(0, 1024)).trimStart().toLowerCase();
  return /^(?:<!doctype|<html|<svg|<\?xml|<script|#!)/.test(start) || start.includes('<script');
}
