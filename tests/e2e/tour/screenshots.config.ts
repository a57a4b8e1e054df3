import { defineConfig } from "@playwright/test";
import base from "../../../playwright.config.ts";

/** `npm run screenshots`: a picture of every screen, in .duka/screenshots. */
export default defineConfig({ ...base, testDir: ".", testMatch: "screenshots.ts" });
