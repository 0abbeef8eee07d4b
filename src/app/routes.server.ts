import { attachmentRoutes } from '#attachments/attachments.routes.server.ts';
import { auditExport } from '#audit/audit-export.server.ts';
import { exportRoutes } from '#platform/import-export/list-export.server.ts';
import type { App } from '#platform/http/server.server.ts';

/** One line per slice that serves more than JSON: uploads, downloads, exports. */
export function slicesRoutes(app: App): void {
  attachmentRoutes(app);
  exportRoutes(app, [auditExport]);
}
