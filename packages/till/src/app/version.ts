import packageJson from "../../package.json" with { type: "json" };

/** The till's version, sent with every push. */
export const APP_VERSION: string = packageJson.version;
