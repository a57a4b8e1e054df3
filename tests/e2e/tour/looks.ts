import { devices } from "@playwright/test";

/** The two devices that Duka is drawn for, in daylight and at night. */
export const looks = [
  { name: "phone-light", use: phone("light") },
  { name: "phone-dark", use: phone("dark") },
  { name: "desk-light", use: desk("light") },
  { name: "desk-dark", use: desk("dark") },
] as const;

type Scheme = "light" | "dark";

function phone(colorScheme: Scheme) {
  const { userAgent } = devices["Pixel 5"];
  return { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, userAgent, colorScheme };
}

function desk(colorScheme: Scheme) {
  return { viewport: { width: 1280, height: 800 }, colorScheme };
}
