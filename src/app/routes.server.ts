import { accountExport } from '#accounts/account-export.server.ts';
import { attachmentRoutes } from '#attachments/attachments.routes.server.ts';
import { auditExport } from '#audit/audit-export.server.ts';
import { dealExport } from '#deals/deal-export.server.ts';
import {
  changesExport,
  cohortsExport,
  funnelExport,
  pipelineExport,
  slicesExport,
} from '#funnel/funnel-export.server.ts';
import { giftExport } from '#compliance/gifts/gift-export.server.ts';
import { importRoutes } from '#imports/import-routes.server.ts';
import { partnerExport } from '#partners/partner-export.server.ts';
import { registrationExport } from '#partners/registrations/registration-export.server.ts';
import { contactExport } from '#people/contact-export.server.ts';
import { productExport } from '#products/product-export.server.ts';
import { exportRoutes } from '#platform/import-export/list-export.server.ts';
import type { App } from '#platform/http/server.server.ts';

/** One line per slice that serves more than JSON: uploads, downloads, exports. */
export function slicesRoutes(app: App): void {
  attachmentRoutes(app);
  importRoutes(app);
  exportRoutes(app, [auditExport, accountExport, contactExport, dealExport, productExport, giftExport]);
  exportRoutes(app, [partnerExport, registrationExport]);
  exportRoutes(app, [funnelExport, cohortsExport, slicesExport, pipelineExport, changesExport]);
}
