CREATE TABLE "alert_settings" ("shop_id" text not null, "user_id" integer not null, "notify_email" integer not null, "notify_inapp" integer not null, constraint "alert_settings_pk" primary key ("shop_id", "user_id"), constraint "alert_settings_member_fk" foreign key ("shop_id", "user_id") references "members" ("shop_id", "user_id")) strict;

CREATE TABLE "alerts" ("shop_id" text not null, "id" integer not null, "product_id" integer not null, "open_product_id" integer, "severity" text not null, "stock_at_trigger_thousandths" integer not null, "reorder_level_at_trigger_thousandths" integer not null, "triggered_at_ms" integer not null, "acknowledged_at_ms" integer, "acknowledged_by" integer, "acknowledged_severity" text, "closed_at_ms" integer, "version" integer not null, constraint "alerts_pk" primary key ("shop_id", "id"), constraint "alerts_open_product" unique ("shop_id", "open_product_id"), constraint "alerts_product_fk" foreign key ("shop_id", "product_id") references "products" ("shop_id", "id"), constraint "alerts_open_is_own" check (open_product_id is null or open_product_id = product_id)) strict;

CREATE INDEX "alerts_product" on "alerts" ("shop_id", "product_id", "id");

CREATE INDEX "alerts_version" on "alerts" ("shop_id", "version", "id");

CREATE TABLE "device_incarnations" ("shop_id" text not null, "device_id" text not null, "incarnation" text not null, "contiguous_device_seq" integer not null, "first_seen_at_ms" integer not null, "last_seen_at_ms" integer not null, constraint "device_incarnations_pk" primary key ("shop_id", "device_id", "incarnation"), constraint "device_incarnations_device_fk" foreign key ("shop_id", "device_id") references "devices" ("shop_id", "id")) strict;

CREATE TABLE "device_results" ("shop_id" text not null, "device_id" text not null, "incarnation" text not null, "device_seq" integer not null, "item_id" text not null, "status" text not null, "sale_id" integer, "received_at_ms" integer not null, constraint "device_results_pk" primary key ("shop_id", "device_id", "incarnation", "device_seq", "item_id"), constraint "device_results_device_fk" foreign key ("shop_id", "device_id") references "devices" ("shop_id", "id")) strict;

CREATE TABLE "devices" ("shop_id" text not null, "id" text not null, "name" text not null, "incarnation" text, "enrolled_by" integer not null, "created_at_ms" integer not null, "last_seen_at_ms" integer, "revoked_at_ms" integer, "app_version" text, "reported_at_ms" integer, "unsent_count" integer, "oldest_unsent_age_ms" integer, "unsent_value_minor" integer, "storage_persisted" integer, "storage_usage_bytes" integer, "storage_quota_bytes" integer, "clock_offset_ms" integer, "clock_error_ms" integer, "next_device_seq" integer, constraint "devices_pk" primary key ("shop_id", "id"), constraint "devices_shop_fk" foreign key ("shop_id") references "shops" ("id")) strict;

CREATE TABLE "due_jobs" ("shop_id" text not null, "due_at_ms" integer not null, constraint "due_jobs_pk" primary key ("shop_id")) strict;

CREATE INDEX "due_jobs_due_at" on "due_jobs" ("due_at_ms");

CREATE TABLE "global_counters" ("name" text not null, "next" integer not null, constraint "global_counters_pk" primary key ("name")) strict;

CREATE TABLE "invitations" ("code_hash" text not null, "id" text not null, "shop_id" text not null, "username" text not null, "username_key" text not null, "email" text, "role" text not null, "invited_by" integer not null, "created_at_ms" integer not null, "expires_at_ms" integer not null, "accepted_at_ms" integer, "revoked_at_ms" integer, constraint "invitations_pk" primary key ("code_hash"), constraint "invitations_id" unique ("id")) strict;

CREATE INDEX "invitations_shop" on "invitations" ("shop_id", "username_key");

CREATE TABLE "jobs" ("shop_id" text not null, "kind" text not null, "job_key" text not null, "payload" text not null, "created_at_ms" integer not null, "due_at_ms" integer not null, "lease_token" text, "failure_count" integer not null, "unknown_count" integer not null, "last_problem" text, "finished_at_ms" integer, "outcome" text, constraint "jobs_pk" primary key ("shop_id", "kind", "job_key"), constraint "jobs_shop_fk" foreign key ("shop_id") references "shops" ("id")) strict;

CREATE INDEX "jobs_due" on "jobs" ("shop_id", "finished_at_ms", "due_at_ms");

CREATE TABLE "login_attempts" ("subject" text not null, "failures" integer not null, "window_started_at_ms" integer not null, constraint "login_attempts_pk" primary key ("subject")) strict;

CREATE INDEX "login_attempts_window" on "login_attempts" ("window_started_at_ms");

CREATE TABLE "members" ("shop_id" text not null, "user_id" integer not null, "role" text not null, "created_at_ms" integer not null, "removed_at_ms" integer, constraint "members_pk" primary key ("shop_id", "user_id"), constraint "members_shop_fk" foreign key ("shop_id") references "shops" ("id")) strict;

CREATE TABLE "product_daily_sales" ("shop_id" text not null, "product_id" integer not null, "business_date" text not null, "quantity_thousandths" integer not null, "revenue_minor" integer not null, "line_count" integer not null, constraint "product_daily_sales_pk" primary key ("shop_id", "product_id", "business_date"), constraint "product_daily_sales_product_fk" foreign key ("shop_id", "product_id") references "products" ("shop_id", "id")) strict;

CREATE TABLE "products" ("shop_id" text not null, "id" integer not null, "uid" text not null, "sku" text, "sku_key" text, "barcode" text, "barcode_key" text, "name" text not null, "description" text not null, "unit_price_minor" integer not null, "unit" text not null, "is_volatile" integer not null, "stock_thousandths" integer, "reorder_level_thousandths" integer, "active" integer not null, "price_sold_at_ms" integer, "created_by" integer not null, "created_at_ms" integer not null, "updated_at_ms" integer not null, "version" integer not null, constraint "products_pk" primary key ("shop_id", "id"), constraint "products_uid" unique ("shop_id", "uid"), constraint "products_sku_key" unique ("shop_id", "sku_key"), constraint "products_barcode_key" unique ("shop_id", "barcode_key"), constraint "products_shop_fk" foreign key ("shop_id") references "shops" ("id")) strict;

CREATE INDEX "products_version" on "products" ("shop_id", "version", "id");

CREATE TABLE "quarantined_items" ("shop_id" text not null, "id" text not null, "device_id" text not null, "incarnation" text not null, "device_seq" integer not null, "item_id" text not null, "kind" text not null, "body" text not null, "sha256" text not null, "code" text not null, "detail" text not null, "received_at_ms" integer not null, "resolved_at_ms" integer, "resolved_by" integer, "resolution" text, "resolution_reason" text, constraint "quarantined_items_pk" primary key ("shop_id", "id"), constraint "quarantined_items_device_fk" foreign key ("shop_id", "device_id") references "devices" ("shop_id", "id")) strict;

CREATE INDEX "quarantined_items_received" on "quarantined_items" ("shop_id", "device_id", "incarnation", "device_seq");

CREATE TABLE "sale_conflicts" ("shop_id" text not null, "external_id" text not null, "conflict_number" integer not null, "fingerprint" text not null, "content" text not null, "received_at_ms" integer not null, "device_id" text, constraint "sale_conflicts_pk" primary key ("shop_id", "external_id", "conflict_number"), constraint "sale_conflicts_sale_fk" foreign key ("shop_id", "external_id") references "sales" ("shop_id", "external_id")) strict;

CREATE TABLE "sale_contents" ("shop_id" text not null, "sale_id" integer not null, "content" text not null, constraint "sale_contents_pk" primary key ("shop_id", "sale_id"), constraint "sale_contents_sale_fk" foreign key ("shop_id", "sale_id") references "sales" ("shop_id", "id")) strict;

CREATE TABLE "sale_lines" ("shop_id" text not null, "sale_id" integer not null, "line_number" integer not null, "product_id" integer not null, "product_name" text not null, "quantity_thousandths" integer not null, "unit_price_minor" integer not null, "subtotal_minor" integer not null, constraint "sale_lines_pk" primary key ("shop_id", "sale_id", "line_number"), constraint "sale_lines_sale_fk" foreign key ("shop_id", "sale_id") references "sales" ("shop_id", "id"), constraint "sale_lines_product_fk" foreign key ("shop_id", "product_id") references "products" ("shop_id", "id")) strict;

CREATE INDEX "sale_lines_product" on "sale_lines" ("shop_id", "product_id", "sale_id");

CREATE TABLE "sale_tenders" ("shop_id" text not null, "sale_id" integer not null, "tender_number" integer not null, "method" text not null, "amount_minor" integer not null, "reference" text, constraint "sale_tenders_pk" primary key ("shop_id", "sale_id", "tender_number"), constraint "sale_tenders_sale_fk" foreign key ("shop_id", "sale_id") references "sales" ("shop_id", "id")) strict;

CREATE TABLE "sales" ("shop_id" text not null, "id" integer not null, "external_id" text not null, "fingerprint" text not null, "sold_by" integer not null, "device_id" text, "device_incarnation" text, "device_seq" integer, "source_device" text not null, "receipt_number" text, "note" text, "total_minor" integer not null, "client_timestamp_ms" integer, "corrected_at_ms" integer, "clock_offset_ms" integer, "clock_error_ms" integer, "received_at_ms" integer not null, "synced_at_ms" integer not null, "business_date" text not null, "flags" text not null, constraint "sales_pk" primary key ("shop_id", "id"), constraint "sales_external_id" unique ("shop_id", "external_id"), constraint "sales_shop_fk" foreign key ("shop_id") references "shops" ("id")) strict;

CREATE INDEX "sales_business_date" on "sales" ("shop_id", "business_date", "id");

CREATE INDEX "sales_receipt_number" on "sales" ("shop_id", "receipt_number");

CREATE INDEX "sales_sold_by" on "sales" ("shop_id", "sold_by", "id");

CREATE TABLE "server_settings" ("name" text not null, "value" text not null, constraint "server_settings_pk" primary key ("name")) strict;

CREATE TABLE "shop_daily_sales" ("shop_id" text not null, "business_date" text not null, "sale_count" integer not null, "total_minor" integer not null, constraint "shop_daily_sales_pk" primary key ("shop_id", "business_date"), constraint "shop_daily_sales_shop_fk" foreign key ("shop_id") references "shops" ("id")) strict;

CREATE TABLE "shops" ("id" text not null, "name" text not null, "currency" text not null, "time_zone" text not null, "day_cut_minutes" integer not null, "version" integer not null, "next_product_id" integer not null, "next_sale_id" integer not null, "next_movement_id" integer not null, "next_alert_id" integer not null, "created_at_ms" integer not null, "language" text, constraint "shops_pk" primary key ("id")) strict;

CREATE TABLE "stock_movements" ("shop_id" text not null, "id" integer not null, "product_id" integer not null, "delta_thousandths" integer not null, "resulting_stock_thousandths" integer not null, "movement_type" text not null, "reason" text not null, "performed_by" integer, "sale_id" integer, "external_id" text, "fingerprint" text, "moved_at_ms" integer not null, constraint "stock_movements_pk" primary key ("shop_id", "id"), constraint "stock_movements_external_id" unique ("shop_id", "external_id"), constraint "stock_movements_product_fk" foreign key ("shop_id", "product_id") references "products" ("shop_id", "id")) strict;

CREATE INDEX "stock_movements_product" on "stock_movements" ("shop_id", "product_id", "id");

CREATE TABLE "tokens" ("token_hash" text not null, "id" text not null, "kind" text not null, "user_id" integer not null, "shop_id" text not null, "device_id" text, "device_name" text not null, "created_at_ms" integer not null, "last_used_at_ms" integer not null, "expires_at_ms" integer, "revoked_at_ms" integer, constraint "tokens_pk" primary key ("token_hash"), constraint "tokens_id" unique ("id")) strict;

CREATE INDEX "tokens_shop_device" on "tokens" ("shop_id", "device_id");

CREATE INDEX "tokens_user" on "tokens" ("user_id");

CREATE TABLE "user_shops" ("user_id" integer not null, "shop_id" text not null, "joined_at_ms" integer not null, constraint "user_shops_pk" primary key ("user_id", "shop_id")) strict;

CREATE TABLE "users" ("id" integer not null, "username" text not null, "username_key" text not null, "email" text not null, "email_key" text not null, "password_hash" text not null, "first_name" text not null, "last_name" text not null, "created_at_ms" integer not null, constraint "users_pk" primary key ("id"), constraint "users_username_key" unique ("username_key"), constraint "users_email_key" unique ("email_key")) strict;
