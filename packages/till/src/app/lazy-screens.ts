import { lazy } from "react";

// The selling screens come in one piece; what is used once a day comes when it is asked for.
// The service worker has all of it, so "asked for" never means "from the network".

export const LazyWelcomeScreen = lazy(async () => ({
  default: (await import("../screens/welcome-screen.tsx")).WelcomeScreen,
}));

export const LazySignInAgainScreen = lazy(async () => ({
  default: (await import("../screens/sign-in-again-screen.tsx")).SignInAgainScreen,
}));

export const LazyProductScreen = lazy(async () => ({
  default: (await import("../screens/product-screen.tsx")).ProductScreen,
}));

export const LazyTillScreen = lazy(async () => ({
  default: (await import("../screens/till-screen.tsx")).TillScreen,
}));
