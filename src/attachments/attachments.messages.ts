import type { Messages } from '#shared/messages.ts';

const zh = {
  title: '附件',
  add: '上传附件',
  limits: '拖到这里，或点“上传附件”。PDF、Office、WPS、图片、录音、文本，每个不超过 20 MB。',
  download: (name: string) => `下载 ${name}`,
  remove: '删除',
  removeOne: (name: string) => `删除 ${name}`,
  removed: '附件已删除',
  uploading: (name: string) => `正在上传 ${name}`,
  failed: '上传没有成功，请检查网络后重试。',
};

const en = {
  title: 'Files',
  add: 'Add a file',
  limits: 'Drop files here, or press "Add a file". PDF, Office, WPS, pictures, recordings, text; up to 20 MB each.',
  download: (name: string) => `Download ${name}`,
  remove: 'Remove',
  removeOne: (name: string) => `Remove ${name}`,
  removed: 'File removed',
  uploading: (name: string) => `Sending ${name}`,
  failed: 'The file could not be sent. Check the network and try again.',
} satisfies Messages<typeof zh>;

export const attachmentMessages = { zh, en };
