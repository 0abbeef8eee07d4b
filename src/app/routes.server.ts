import type { App } from '#platform/http/server.server.ts';

/** One line per slice that serves more than JSON: uploads, downloads, exports. */
export function slicesRoutes(_app: App): void {}
