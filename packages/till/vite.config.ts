import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const apiServer = process.env["DUKA_DEV_SERVER"] ?? "http://127.0.0.1:3000";

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      // A waiting version is offered to the cashier, never swapped in under a sale.
      registerType: "prompt",
      // The server's CSP has no inline script; src/app/app-update.ts registers the worker.
      injectRegister: false,
      includeAssets: ["icon.svg"],
      manifest: {
        id: "/",
        name: "Duka",
        short_name: "Duka",
        description: "Sell with or without a network.",
        start_url: "/",
        scope: "/",
        display: "standalone",
        background_color: "#f4f1ea",
        theme_color: "#0b5d48",
        icons: [
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        ],
      },
      workbox: {
        navigateFallback: "/index.html",
        navigateFallbackDenylist: [/^\/api\//, /^\/health\//, /^\/ready\//, /^\/metrics/],
        globPatterns: ["**/*.{js,css,html,svg,png,webmanifest}"],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  build: { target: "es2022", sourcemap: true },
  server: { proxy: { "/api": { target: apiServer } } },
});
