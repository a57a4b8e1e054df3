table alert_settings
  shop_id uuid not null
  user_id bigint not null
  notify_email smallint not null
  notify_inapp smallint not null
  constraint alert_settings_member_fk FOREIGN KEY (shop_id, user_id) REFERENCES members(shop_id, user_id)
  constraint alert_settings_pk PRIMARY KEY (shop_id, user_id)
  CREATE UNIQUE INDEX alert_settings_pk ON public.alert_settings USING btree (shop_id, user_id)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table alerts
  shop_id uuid not null
  id bigint not null
  product_id bigint not null
  open_product_id bigint
  severity character varying(16) collate C not null
  stock_at_trigger_thousandths bigint not null
  reorder_level_at_trigger_thousandths bigint not null
  triggered_at_ms bigint not null
  acknowledged_at_ms bigint
  acknowledged_by bigint
  acknowledged_severity character varying(16) collate C
  closed_at_ms bigint
  version bigint not null
  constraint alerts_open_is_own CHECK (((open_product_id IS NULL) OR (open_product_id = product_id)))
  constraint alerts_open_product UNIQUE (shop_id, open_product_id)
  constraint alerts_pk PRIMARY KEY (shop_id, id)
  constraint alerts_product_fk FOREIGN KEY (shop_id, product_id) REFERENCES products(shop_id, id)
  CREATE UNIQUE INDEX alerts_open_product ON public.alerts USING btree (shop_id, open_product_id)
  CREATE UNIQUE INDEX alerts_pk ON public.alerts USING btree (shop_id, id)
  CREATE INDEX alerts_product ON public.alerts USING btree (shop_id, product_id, id)
  CREATE INDEX alerts_version ON public.alerts USING btree (shop_id, version, id)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table device_incarnations
  shop_id uuid not null
  device_id uuid not null
  incarnation uuid not null
  contiguous_device_seq bigint not null
  first_seen_at_ms bigint not null
  last_seen_at_ms bigint not null
  constraint device_incarnations_device_fk FOREIGN KEY (shop_id, device_id) REFERENCES devices(shop_id, id)
  constraint device_incarnations_pk PRIMARY KEY (shop_id, device_id, incarnation)
  CREATE UNIQUE INDEX device_incarnations_pk ON public.device_incarnations USING btree (shop_id, device_id, incarnation)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table device_results
  shop_id uuid not null
  device_id uuid not null
  incarnation uuid not null
  device_seq bigint not null
  item_id uuid not null
  status character varying(16) collate C not null
  sale_id bigint
  received_at_ms bigint not null
  constraint device_results_device_fk FOREIGN KEY (shop_id, device_id) REFERENCES devices(shop_id, id)
  constraint device_results_pk PRIMARY KEY (shop_id, device_id, incarnation, device_seq, item_id)
  CREATE UNIQUE INDEX device_results_pk ON public.device_results USING btree (shop_id, device_id, incarnation, device_seq, item_id)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table devices
  shop_id uuid not null
  id uuid not null
  name character varying(128) collate C not null
  incarnation uuid
  enrolled_by bigint not null
  created_at_ms bigint not null
  last_seen_at_ms bigint
  revoked_at_ms bigint
  app_version character varying(64) collate C
  reported_at_ms bigint
  unsent_count bigint
  oldest_unsent_age_ms bigint
  unsent_value_minor bigint
  storage_persisted smallint
  storage_usage_bytes bigint
  storage_quota_bytes bigint
  clock_offset_ms bigint
  clock_error_ms bigint
  next_device_seq bigint
  constraint devices_pk PRIMARY KEY (shop_id, id)
  constraint devices_shop_fk FOREIGN KEY (shop_id) REFERENCES shops(id)
  CREATE UNIQUE INDEX devices_pk ON public.devices USING btree (shop_id, id)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table due_jobs
  shop_id uuid not null
  due_at_ms bigint not null
  constraint due_jobs_pk PRIMARY KEY (shop_id)
  CREATE INDEX due_jobs_due_at ON public.due_jobs USING btree (due_at_ms)
  CREATE UNIQUE INDEX due_jobs_pk ON public.due_jobs USING btree (shop_id)

table global_counters
  name character varying(64) collate C not null
  next bigint not null
  constraint global_counters_pk PRIMARY KEY (name)
  CREATE UNIQUE INDEX global_counters_pk ON public.global_counters USING btree (name)

table invitations
  code_hash character varying(64) collate C not null
  id uuid not null
  shop_id uuid not null
  username character varying(150) collate C not null
  username_key character varying(300) collate C not null
  email character varying(254) collate C
  role character varying(16) collate C not null
  invited_by bigint not null
  created_at_ms bigint not null
  expires_at_ms bigint not null
  accepted_at_ms bigint
  revoked_at_ms bigint
  constraint invitations_id UNIQUE (id)
  constraint invitations_pk PRIMARY KEY (code_hash)
  CREATE UNIQUE INDEX invitations_id ON public.invitations USING btree (id)
  CREATE UNIQUE INDEX invitations_pk ON public.invitations USING btree (code_hash)
  CREATE INDEX invitations_shop ON public.invitations USING btree (shop_id, username_key)

table jobs
  shop_id uuid not null
  kind character varying(32) collate C not null
  job_key character varying(80) collate C not null
  payload text collate C not null
  created_at_ms bigint not null
  due_at_ms bigint not null
  lease_token uuid
  failure_count bigint not null
  unknown_count bigint not null
  last_problem character varying(64) collate C
  finished_at_ms bigint
  outcome character varying(16) collate C
  constraint jobs_pk PRIMARY KEY (shop_id, kind, job_key)
  constraint jobs_shop_fk FOREIGN KEY (shop_id) REFERENCES shops(id)
  CREATE INDEX jobs_due ON public.jobs USING btree (shop_id, finished_at_ms, due_at_ms)
  CREATE UNIQUE INDEX jobs_pk ON public.jobs USING btree (shop_id, kind, job_key)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table login_attempts
  subject character varying(80) collate C not null
  failures bigint not null
  window_started_at_ms bigint not null
  constraint login_attempts_pk PRIMARY KEY (subject)
  CREATE UNIQUE INDEX login_attempts_pk ON public.login_attempts USING btree (subject)
  CREATE INDEX login_attempts_window ON public.login_attempts USING btree (window_started_at_ms)

table members
  shop_id uuid not null
  user_id bigint not null
  role character varying(16) collate C not null
  created_at_ms bigint not null
  removed_at_ms bigint
  constraint members_pk PRIMARY KEY (shop_id, user_id)
  constraint members_shop_fk FOREIGN KEY (shop_id) REFERENCES shops(id)
  CREATE UNIQUE INDEX members_pk ON public.members USING btree (shop_id, user_id)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table product_daily_sales
  shop_id uuid not null
  product_id bigint not null
  business_date date not null
  quantity_thousandths bigint not null
  revenue_minor bigint not null
  line_count bigint not null
  constraint product_daily_sales_pk PRIMARY KEY (shop_id, product_id, business_date)
  constraint product_daily_sales_product_fk FOREIGN KEY (shop_id, product_id) REFERENCES products(shop_id, id)
  CREATE UNIQUE INDEX product_daily_sales_pk ON public.product_daily_sales USING btree (shop_id, product_id, business_date)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table products
  shop_id uuid not null
  id bigint not null
  uid uuid not null
  sku character varying(64) collate C
  sku_key character varying(255) collate C
  barcode character varying(64) collate C
  barcode_key character varying(255) collate C
  name character varying(255) collate C not null
  description text collate C not null
  unit_price_minor bigint not null
  unit character varying(32) collate C not null
  is_volatile smallint not null
  stock_thousandths bigint
  reorder_level_thousandths bigint
  active smallint not null
  price_sold_at_ms bigint
  created_by bigint not null
  created_at_ms bigint not null
  updated_at_ms bigint not null
  version bigint not null
  constraint products_barcode_key UNIQUE (shop_id, barcode_key)
  constraint products_pk PRIMARY KEY (shop_id, id)
  constraint products_shop_fk FOREIGN KEY (shop_id) REFERENCES shops(id)
  constraint products_sku_key UNIQUE (shop_id, sku_key)
  constraint products_uid UNIQUE (shop_id, uid)
  CREATE UNIQUE INDEX products_barcode_key ON public.products USING btree (shop_id, barcode_key)
  CREATE UNIQUE INDEX products_pk ON public.products USING btree (shop_id, id)
  CREATE UNIQUE INDEX products_sku_key ON public.products USING btree (shop_id, sku_key)
  CREATE UNIQUE INDEX products_uid ON public.products USING btree (shop_id, uid)
  CREATE INDEX products_version ON public.products USING btree (shop_id, version, id)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table quarantined_items
  shop_id uuid not null
  id uuid not null
  device_id uuid not null
  incarnation uuid not null
  device_seq bigint not null
  item_id uuid not null
  kind character varying(32) collate C not null
  body text collate C not null
  sha256 character varying(64) collate C not null
  code character varying(64) collate C not null
  detail character varying(1000) collate C not null
  received_at_ms bigint not null
  resolved_at_ms bigint
  resolved_by bigint
  resolution character varying(32) collate C
  resolution_reason character varying(1000) collate C
  constraint quarantined_items_device_fk FOREIGN KEY (shop_id, device_id) REFERENCES devices(shop_id, id)
  constraint quarantined_items_pk PRIMARY KEY (shop_id, id)
  CREATE UNIQUE INDEX quarantined_items_pk ON public.quarantined_items USING btree (shop_id, id)
  CREATE INDEX quarantined_items_received ON public.quarantined_items USING btree (shop_id, device_id, incarnation, device_seq)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table sale_conflicts
  shop_id uuid not null
  external_id uuid not null
  conflict_number bigint not null
  fingerprint character varying(64) collate C not null
  content text collate C not null
  received_at_ms bigint not null
  device_id uuid
  constraint sale_conflicts_pk PRIMARY KEY (shop_id, external_id, conflict_number)
  constraint sale_conflicts_sale_fk FOREIGN KEY (shop_id, external_id) REFERENCES sales(shop_id, external_id)
  CREATE UNIQUE INDEX sale_conflicts_pk ON public.sale_conflicts USING btree (shop_id, external_id, conflict_number)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table sale_contents
  shop_id uuid not null
  sale_id bigint not null
  content text collate C not null
  constraint sale_contents_pk PRIMARY KEY (shop_id, sale_id)
  constraint sale_contents_sale_fk FOREIGN KEY (shop_id, sale_id) REFERENCES sales(shop_id, id)
  CREATE UNIQUE INDEX sale_contents_pk ON public.sale_contents USING btree (shop_id, sale_id)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table sale_lines
  shop_id uuid not null
  sale_id bigint not null
  line_number bigint not null
  product_id bigint not null
  product_name character varying(255) collate C not null
  quantity_thousandths bigint not null
  unit_price_minor bigint not null
  subtotal_minor bigint not null
  constraint sale_lines_pk PRIMARY KEY (shop_id, sale_id, line_number)
  constraint sale_lines_product_fk FOREIGN KEY (shop_id, product_id) REFERENCES products(shop_id, id)
  constraint sale_lines_sale_fk FOREIGN KEY (shop_id, sale_id) REFERENCES sales(shop_id, id)
  CREATE UNIQUE INDEX sale_lines_pk ON public.sale_lines USING btree (shop_id, sale_id, line_number)
  CREATE INDEX sale_lines_product ON public.sale_lines USING btree (shop_id, product_id, sale_id)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table sale_tenders
  shop_id uuid not null
  sale_id bigint not null
  tender_number bigint not null
  method character varying(64) collate C not null
  amount_minor bigint not null
  reference character varying(128) collate C
  constraint sale_tenders_pk PRIMARY KEY (shop_id, sale_id, tender_number)
  constraint sale_tenders_sale_fk FOREIGN KEY (shop_id, sale_id) REFERENCES sales(shop_id, id)
  CREATE UNIQUE INDEX sale_tenders_pk ON public.sale_tenders USING btree (shop_id, sale_id, tender_number)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table sales
  shop_id uuid not null
  id bigint not null
  external_id uuid not null
  fingerprint character varying(64) collate C not null
  sold_by bigint not null
  device_id uuid
  device_incarnation uuid
  device_seq bigint
  source_device character varying(128) collate C not null
  receipt_number character varying(64) collate C
  note character varying(1000) collate C
  total_minor bigint not null
  client_timestamp_ms bigint
  corrected_at_ms bigint
  clock_offset_ms bigint
  clock_error_ms bigint
  received_at_ms bigint not null
  synced_at_ms bigint not null
  business_date date not null
  flags character varying(1000) collate C not null
  constraint sales_external_id UNIQUE (shop_id, external_id)
  constraint sales_pk PRIMARY KEY (shop_id, id)
  constraint sales_shop_fk FOREIGN KEY (shop_id) REFERENCES shops(id)
  CREATE INDEX sales_business_date ON public.sales USING btree (shop_id, business_date, id)
  CREATE UNIQUE INDEX sales_external_id ON public.sales USING btree (shop_id, external_id)
  CREATE UNIQUE INDEX sales_pk ON public.sales USING btree (shop_id, id)
  CREATE INDEX sales_receipt_number ON public.sales USING btree (shop_id, receipt_number)
  CREATE INDEX sales_sold_by ON public.sales USING btree (shop_id, sold_by, id)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table server_settings
  name character varying(64) collate C not null
  value character varying(1000) collate C not null
  constraint server_settings_pk PRIMARY KEY (name)
  CREATE UNIQUE INDEX server_settings_pk ON public.server_settings USING btree (name)

table shop_daily_sales
  shop_id uuid not null
  business_date date not null
  sale_count bigint not null
  total_minor bigint not null
  constraint shop_daily_sales_pk PRIMARY KEY (shop_id, business_date)
  constraint shop_daily_sales_shop_fk FOREIGN KEY (shop_id) REFERENCES shops(id)
  CREATE UNIQUE INDEX shop_daily_sales_pk ON public.shop_daily_sales USING btree (shop_id, business_date)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table shops
  id uuid not null
  name character varying(255) collate C not null
  currency character varying(3) collate C not null
  time_zone character varying(64) collate C not null
  day_cut_minutes bigint not null
  version bigint not null
  next_product_id bigint not null
  next_sale_id bigint not null
  next_movement_id bigint not null
  next_alert_id bigint not null
  created_at_ms bigint not null
  language character varying(8) collate C
  constraint shops_pk PRIMARY KEY (id)
  CREATE UNIQUE INDEX shops_pk ON public.shops USING btree (id)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table stock_movements
  shop_id uuid not null
  id bigint not null
  product_id bigint not null
  delta_thousandths bigint not null
  resulting_stock_thousandths bigint not null
  movement_type character varying(16) collate C not null
  reason character varying(255) collate C not null
  performed_by bigint
  sale_id bigint
  external_id uuid
  fingerprint character varying(64) collate C
  moved_at_ms bigint not null
  constraint stock_movements_external_id UNIQUE (shop_id, external_id)
  constraint stock_movements_pk PRIMARY KEY (shop_id, id)
  constraint stock_movements_product_fk FOREIGN KEY (shop_id, product_id) REFERENCES products(shop_id, id)
  CREATE UNIQUE INDEX stock_movements_external_id ON public.stock_movements USING btree (shop_id, external_id)
  CREATE UNIQUE INDEX stock_movements_pk ON public.stock_movements USING btree (shop_id, id)
  CREATE INDEX stock_movements_product ON public.stock_movements USING btree (shop_id, product_id, id)
  row level security, forced
  policy duka_operator for * to the owner using (current_setting('duka.operator'::text, true) = 'on'::text) with check (current_setting('duka.operator'::text, true) = 'on'::text)
  policy duka_shop for * to public using (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid) with check (shop_id = (NULLIF(current_setting('duka.shop'::text, true), ''::text))::uuid)

table tokens
  token_hash character varying(64) collate C not null
  id uuid not null
  kind character varying(16) collate C not null
  user_id bigint not null
  shop_id uuid not null
  device_id uuid
  device_name character varying(128) collate C not null
  created_at_ms bigint not null
  last_used_at_ms bigint not null
  expires_at_ms bigint
  revoked_at_ms bigint
  constraint tokens_id UNIQUE (id)
  constraint tokens_pk PRIMARY KEY (token_hash)
  CREATE UNIQUE INDEX tokens_id ON public.tokens USING btree (id)
  CREATE UNIQUE INDEX tokens_pk ON public.tokens USING btree (token_hash)
  CREATE INDEX tokens_shop_device ON public.tokens USING btree (shop_id, device_id)
  CREATE INDEX tokens_user ON public.tokens USING btree (user_id)

table user_shops
  user_id bigint not null
  shop_id uuid not null
  joined_at_ms bigint not null
  constraint user_shops_pk PRIMARY KEY (user_id, shop_id)
  CREATE UNIQUE INDEX user_shops_pk ON public.user_shops USING btree (user_id, shop_id)

table users
  id bigint not null
  username character varying(150) collate C not null
  username_key character varying(300) collate C not null
  email character varying(254) collate C not null
  email_key character varying(508) collate C not null
  password_hash character varying(255) collate C not null
  first_name character varying(150) collate C not null
  last_name character varying(150) collate C not null
  created_at_ms bigint not null
  constraint users_email_key UNIQUE (email_key)
  constraint users_pk PRIMARY KEY (id)
  constraint users_username_key UNIQUE (username_key)
  CREATE UNIQUE INDEX users_email_key ON public.users USING btree (email_key)
  CREATE UNIQUE INDEX users_pk ON public.users USING btree (id)
  CREATE UNIQUE INDEX users_username_key ON public.users USING btree (username_key)
