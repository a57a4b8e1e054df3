CREATE TABLE `alert_settings` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `user_id` bigint(20) NOT NULL,
  `notify_email` smallint(6) NOT NULL,
  `notify_inapp` smallint(6) NOT NULL,
  PRIMARY KEY (`shop_id`,`user_id`),
  CONSTRAINT `alert_settings_member_fk` FOREIGN KEY (`shop_id`, `user_id`) REFERENCES `members` (`shop_id`, `user_id`)
) ENGINE=InnoDB;

CREATE TABLE `alerts` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `id` bigint(20) NOT NULL,
  `product_id` bigint(20) NOT NULL,
  `open_product_id` bigint(20) DEFAULT NULL,
  `severity` varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `stock_at_trigger_thousandths` bigint(20) NOT NULL,
  `reorder_level_at_trigger_thousandths` bigint(20) NOT NULL,
  `triggered_at_ms` bigint(20) NOT NULL,
  `acknowledged_at_ms` bigint(20) DEFAULT NULL,
  `acknowledged_by` bigint(20) DEFAULT NULL,
  `acknowledged_severity` varchar(16) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `closed_at_ms` bigint(20) DEFAULT NULL,
  `version` bigint(20) NOT NULL,
  PRIMARY KEY (`shop_id`,`id`),
  UNIQUE KEY `alerts_open_product` (`shop_id`,`open_product_id`),
  KEY `alerts_version` (`shop_id`,`version`,`id`),
  KEY `alerts_product` (`shop_id`,`product_id`,`id`),
  CONSTRAINT `alerts_product_fk` FOREIGN KEY (`shop_id`, `product_id`) REFERENCES `products` (`shop_id`, `id`),
  CONSTRAINT `alerts_open_is_own` CHECK (`open_product_id` is null or `open_product_id` = `product_id`)
) ENGINE=InnoDB;

CREATE TABLE `device_incarnations` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `device_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `incarnation` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `contiguous_device_seq` bigint(20) NOT NULL,
  `first_seen_at_ms` bigint(20) NOT NULL,
  `last_seen_at_ms` bigint(20) NOT NULL,
  PRIMARY KEY (`shop_id`,`device_id`,`incarnation`),
  CONSTRAINT `device_incarnations_device_fk` FOREIGN KEY (`shop_id`, `device_id`) REFERENCES `devices` (`shop_id`, `id`)
) ENGINE=InnoDB;

CREATE TABLE `device_results` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `device_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `incarnation` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `device_seq` bigint(20) NOT NULL,
  `item_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `status` varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `sale_id` bigint(20) DEFAULT NULL,
  `received_at_ms` bigint(20) NOT NULL,
  PRIMARY KEY (`shop_id`,`device_id`,`incarnation`,`device_seq`,`item_id`),
  CONSTRAINT `device_results_device_fk` FOREIGN KEY (`shop_id`, `device_id`) REFERENCES `devices` (`shop_id`, `id`)
) ENGINE=InnoDB;

CREATE TABLE `devices` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `incarnation` char(36) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `enrolled_by` bigint(20) NOT NULL,
  `created_at_ms` bigint(20) NOT NULL,
  `last_seen_at_ms` bigint(20) DEFAULT NULL,
  `revoked_at_ms` bigint(20) DEFAULT NULL,
  `app_version` varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  `reported_at_ms` bigint(20) DEFAULT NULL,
  `unsent_count` bigint(20) DEFAULT NULL,
  `oldest_unsent_age_ms` bigint(20) DEFAULT NULL,
  `unsent_value_minor` bigint(20) DEFAULT NULL,
  `storage_persisted` smallint(6) DEFAULT NULL,
  `storage_usage_bytes` bigint(20) DEFAULT NULL,
  `storage_quota_bytes` bigint(20) DEFAULT NULL,
  `clock_offset_ms` bigint(20) DEFAULT NULL,
  `clock_error_ms` bigint(20) DEFAULT NULL,
  `next_device_seq` bigint(20) DEFAULT NULL,
  PRIMARY KEY (`shop_id`,`id`),
  CONSTRAINT `devices_shop_fk` FOREIGN KEY (`shop_id`) REFERENCES `shops` (`id`)
) ENGINE=InnoDB;

CREATE TABLE `due_jobs` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `due_at_ms` bigint(20) NOT NULL,
  PRIMARY KEY (`shop_id`),
  KEY `due_jobs_due_at` (`due_at_ms`)
) ENGINE=InnoDB;

CREATE TABLE `global_counters` (
  `name` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `next` bigint(20) NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB;

CREATE TABLE `invitations` (
  `code_hash` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `username` varchar(150) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `username_key` varchar(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `email` varchar(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  `role` varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `invited_by` bigint(20) NOT NULL,
  `created_at_ms` bigint(20) NOT NULL,
  `expires_at_ms` bigint(20) NOT NULL,
  `accepted_at_ms` bigint(20) DEFAULT NULL,
  `revoked_at_ms` bigint(20) DEFAULT NULL,
  PRIMARY KEY (`code_hash`),
  UNIQUE KEY `invitations_id` (`id`),
  KEY `invitations_shop` (`shop_id`,`username_key`)
) ENGINE=InnoDB;

CREATE TABLE `jobs` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `kind` varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `job_key` varchar(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `payload` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `created_at_ms` bigint(20) NOT NULL,
  `due_at_ms` bigint(20) NOT NULL,
  `lease_token` char(36) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `failure_count` bigint(20) NOT NULL,
  `unknown_count` bigint(20) NOT NULL,
  `last_problem` varchar(64) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `finished_at_ms` bigint(20) DEFAULT NULL,
  `outcome` varchar(16) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  PRIMARY KEY (`shop_id`,`kind`,`job_key`),
  KEY `jobs_due` (`shop_id`,`finished_at_ms`,`due_at_ms`),
  CONSTRAINT `jobs_shop_fk` FOREIGN KEY (`shop_id`) REFERENCES `shops` (`id`)
) ENGINE=InnoDB;

CREATE TABLE `login_attempts` (
  `subject` varchar(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `failures` bigint(20) NOT NULL,
  `window_started_at_ms` bigint(20) NOT NULL,
  PRIMARY KEY (`subject`),
  KEY `login_attempts_window` (`window_started_at_ms`)
) ENGINE=InnoDB;

CREATE TABLE `members` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `user_id` bigint(20) NOT NULL,
  `role` varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `created_at_ms` bigint(20) NOT NULL,
  `removed_at_ms` bigint(20) DEFAULT NULL,
  PRIMARY KEY (`shop_id`,`user_id`),
  CONSTRAINT `members_shop_fk` FOREIGN KEY (`shop_id`) REFERENCES `shops` (`id`)
) ENGINE=InnoDB;

CREATE TABLE `product_daily_sales` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `product_id` bigint(20) NOT NULL,
  `business_date` date NOT NULL,
  `quantity_thousandths` bigint(20) NOT NULL,
  `revenue_minor` bigint(20) NOT NULL,
  `line_count` bigint(20) NOT NULL,
  PRIMARY KEY (`shop_id`,`product_id`,`business_date`),
  CONSTRAINT `product_daily_sales_product_fk` FOREIGN KEY (`shop_id`, `product_id`) REFERENCES `products` (`shop_id`, `id`)
) ENGINE=InnoDB;

CREATE TABLE `products` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `id` bigint(20) NOT NULL,
  `uid` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `sku` varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  `sku_key` varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  `barcode` varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  `barcode_key` varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  `name` varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `description` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `unit_price_minor` bigint(20) NOT NULL,
  `unit` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `is_volatile` smallint(6) NOT NULL,
  `stock_thousandths` bigint(20) DEFAULT NULL,
  `reorder_level_thousandths` bigint(20) DEFAULT NULL,
  `active` smallint(6) NOT NULL,
  `price_sold_at_ms` bigint(20) DEFAULT NULL,
  `created_by` bigint(20) NOT NULL,
  `created_at_ms` bigint(20) NOT NULL,
  `updated_at_ms` bigint(20) NOT NULL,
  `version` bigint(20) NOT NULL,
  PRIMARY KEY (`shop_id`,`id`),
  UNIQUE KEY `products_uid` (`shop_id`,`uid`),
  UNIQUE KEY `products_sku_key` (`shop_id`,`sku_key`),
  UNIQUE KEY `products_barcode_key` (`shop_id`,`barcode_key`),
  KEY `products_version` (`shop_id`,`version`,`id`),
  CONSTRAINT `products_shop_fk` FOREIGN KEY (`shop_id`) REFERENCES `shops` (`id`)
) ENGINE=InnoDB;

CREATE TABLE `quarantined_items` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `device_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `incarnation` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `device_seq` bigint(20) NOT NULL,
  `item_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `kind` varchar(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `body` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `sha256` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `code` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `detail` varchar(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `received_at_ms` bigint(20) NOT NULL,
  `resolved_at_ms` bigint(20) DEFAULT NULL,
  `resolved_by` bigint(20) DEFAULT NULL,
  `resolution` varchar(32) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `resolution_reason` varchar(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  PRIMARY KEY (`shop_id`,`id`),
  KEY `quarantined_items_received` (`shop_id`,`device_id`,`incarnation`,`device_seq`),
  CONSTRAINT `quarantined_items_device_fk` FOREIGN KEY (`shop_id`, `device_id`) REFERENCES `devices` (`shop_id`, `id`)
) ENGINE=InnoDB;

CREATE TABLE `sale_conflicts` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `external_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `conflict_number` bigint(20) NOT NULL,
  `fingerprint` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `content` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `received_at_ms` bigint(20) NOT NULL,
  `device_id` char(36) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  PRIMARY KEY (`shop_id`,`external_id`,`conflict_number`),
  CONSTRAINT `sale_conflicts_sale_fk` FOREIGN KEY (`shop_id`, `external_id`) REFERENCES `sales` (`shop_id`, `external_id`)
) ENGINE=InnoDB;

CREATE TABLE `sale_contents` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `sale_id` bigint(20) NOT NULL,
  `content` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (`shop_id`,`sale_id`),
  CONSTRAINT `sale_contents_sale_fk` FOREIGN KEY (`shop_id`, `sale_id`) REFERENCES `sales` (`shop_id`, `id`)
) ENGINE=InnoDB;

CREATE TABLE `sale_lines` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `sale_id` bigint(20) NOT NULL,
  `line_number` bigint(20) NOT NULL,
  `product_id` bigint(20) NOT NULL,
  `product_name` varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `quantity_thousandths` bigint(20) NOT NULL,
  `unit_price_minor` bigint(20) NOT NULL,
  `subtotal_minor` bigint(20) NOT NULL,
  PRIMARY KEY (`shop_id`,`sale_id`,`line_number`),
  KEY `sale_lines_product` (`shop_id`,`product_id`,`sale_id`),
  CONSTRAINT `sale_lines_product_fk` FOREIGN KEY (`shop_id`, `product_id`) REFERENCES `products` (`shop_id`, `id`),
  CONSTRAINT `sale_lines_sale_fk` FOREIGN KEY (`shop_id`, `sale_id`) REFERENCES `sales` (`shop_id`, `id`)
) ENGINE=InnoDB;

CREATE TABLE `sale_tenders` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `sale_id` bigint(20) NOT NULL,
  `tender_number` bigint(20) NOT NULL,
  `method` varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `amount_minor` bigint(20) NOT NULL,
  `reference` varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  PRIMARY KEY (`shop_id`,`sale_id`,`tender_number`),
  CONSTRAINT `sale_tenders_sale_fk` FOREIGN KEY (`shop_id`, `sale_id`) REFERENCES `sales` (`shop_id`, `id`)
) ENGINE=InnoDB;

CREATE TABLE `sales` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `id` bigint(20) NOT NULL,
  `external_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `fingerprint` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `sold_by` bigint(20) NOT NULL,
  `device_id` char(36) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `device_incarnation` char(36) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `device_seq` bigint(20) DEFAULT NULL,
  `source_device` varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `receipt_number` varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  `note` varchar(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  `total_minor` bigint(20) NOT NULL,
  `client_timestamp_ms` bigint(20) DEFAULT NULL,
  `corrected_at_ms` bigint(20) DEFAULT NULL,
  `clock_offset_ms` bigint(20) DEFAULT NULL,
  `clock_error_ms` bigint(20) DEFAULT NULL,
  `received_at_ms` bigint(20) NOT NULL,
  `synced_at_ms` bigint(20) NOT NULL,
  `business_date` date NOT NULL,
  `flags` varchar(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (`shop_id`,`id`),
  UNIQUE KEY `sales_external_id` (`shop_id`,`external_id`),
  KEY `sales_business_date` (`shop_id`,`business_date`,`id`),
  KEY `sales_sold_by` (`shop_id`,`sold_by`,`id`),
  KEY `sales_receipt_number` (`shop_id`,`receipt_number`),
  CONSTRAINT `sales_shop_fk` FOREIGN KEY (`shop_id`) REFERENCES `shops` (`id`)
) ENGINE=InnoDB;

CREATE TABLE `server_settings` (
  `name` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `value` varchar(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB;

CREATE TABLE `shop_daily_sales` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `business_date` date NOT NULL,
  `sale_count` bigint(20) NOT NULL,
  `total_minor` bigint(20) NOT NULL,
  PRIMARY KEY (`shop_id`,`business_date`),
  CONSTRAINT `shop_daily_sales_shop_fk` FOREIGN KEY (`shop_id`) REFERENCES `shops` (`id`)
) ENGINE=InnoDB;

CREATE TABLE `shops` (
  `id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `currency` varchar(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `time_zone` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `day_cut_minutes` bigint(20) NOT NULL,
  `version` bigint(20) NOT NULL,
  `next_product_id` bigint(20) NOT NULL,
  `next_sale_id` bigint(20) NOT NULL,
  `next_movement_id` bigint(20) NOT NULL,
  `next_alert_id` bigint(20) NOT NULL,
  `created_at_ms` bigint(20) NOT NULL,
  `language` varchar(8) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `stock_movements` (
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `id` bigint(20) NOT NULL,
  `product_id` bigint(20) NOT NULL,
  `delta_thousandths` bigint(20) NOT NULL,
  `resulting_stock_thousandths` bigint(20) NOT NULL,
  `movement_type` varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `reason` varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `performed_by` bigint(20) DEFAULT NULL,
  `sale_id` bigint(20) DEFAULT NULL,
  `external_id` char(36) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `fingerprint` varchar(64) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `moved_at_ms` bigint(20) NOT NULL,
  PRIMARY KEY (`shop_id`,`id`),
  UNIQUE KEY `stock_movements_external_id` (`shop_id`,`external_id`),
  KEY `stock_movements_product` (`shop_id`,`product_id`,`id`),
  CONSTRAINT `stock_movements_product_fk` FOREIGN KEY (`shop_id`, `product_id`) REFERENCES `products` (`shop_id`, `id`)
) ENGINE=InnoDB;

CREATE TABLE `tokens` (
  `token_hash` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `kind` varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `user_id` bigint(20) NOT NULL,
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `device_id` char(36) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `device_name` varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `created_at_ms` bigint(20) NOT NULL,
  `last_used_at_ms` bigint(20) NOT NULL,
  `expires_at_ms` bigint(20) DEFAULT NULL,
  `revoked_at_ms` bigint(20) DEFAULT NULL,
  PRIMARY KEY (`token_hash`),
  UNIQUE KEY `tokens_id` (`id`),
  KEY `tokens_user` (`user_id`),
  KEY `tokens_shop_device` (`shop_id`,`device_id`)
) ENGINE=InnoDB;

CREATE TABLE `user_shops` (
  `user_id` bigint(20) NOT NULL,
  `shop_id` char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `joined_at_ms` bigint(20) NOT NULL,
  PRIMARY KEY (`user_id`,`shop_id`)
) ENGINE=InnoDB;

CREATE TABLE `users` (
  `id` bigint(20) NOT NULL,
  `username` varchar(150) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `username_key` varchar(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `email` varchar(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `email_key` varchar(508) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `password_hash` varchar(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `first_name` varchar(150) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `last_name` varchar(150) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `created_at_ms` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `users_username_key` (`username_key`),
  UNIQUE KEY `users_email_key` (`email_key`)
) ENGINE=InnoDB;
