import { devices } from "@playwright/test";

/** The two devices that Duka is drawn for, in daylight and at night. */
export const looks = {
  "phone-light": { name: "phone-light", use: phone("light") },
  "phone-dark": { name: "phone-dark", use: phone("dark") },
  "desk-light": { name: "desk-light", use: desk("light") },
  "desk-dark": { name: "desk-dark", use: desk("dark") },
};

type Scheme = "light" | "dark";

function phone(colorScheme: Scheme) {
  const { userAgent } = devices["Pixel 5"];
  return { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, userAgent, colorScheme };
}

function desk(colorScheme: Scheme) {
  return { viewport: { width: 1280, height: 800 }, colorScheme };
}
