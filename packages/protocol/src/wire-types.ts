export type {
  LoginAnswer,
  LoginRequest,
  RegisterAnswer,
  RegisterRequest,
  SessionAnswer,
  ShopSummary,
  UserAnswer,
} from "./schemas/accounts.ts";
export type {
  AcknowledgeAnswer,
  AcknowledgeRequest,
  AlertAnswer,
  AlertListAnswer,
  AlertSettings,
  AlertSettingsRequest,
} from "./schemas/alerts.ts";
export type {
  AcceptInvitationRequest,
  DeviceAnswer,
  DeviceChangeRequest,
  InvitationAnswer,
  InviteRequest,
  MemberAnswer,
  MemberChangeRequest,
} from "./schemas/members.ts";
export type { ProductImportReport } from "./schemas/product-import.ts";
export type { ProductAnswer, ProductChangeRequest, ProductCreateRequest } from "./schemas/products.ts";
export type { AnalyticsAnswer, ByDateAnswer, DashboardAnswer, TrendAnswer } from "./schemas/reports.ts";
export type { SaleAnswer, SaleBatchAnswer, SaleBatchRequest } from "./schemas/sales.ts";
export type { ShopChangeRequest, ShopSettingsAnswer } from "./schemas/shop.ts";
export type { MovementAnswer, MovementCreateRequest } from "./schemas/stock.ts";
