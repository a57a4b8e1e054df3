import { fileURLToPath } from "node:url";
import { openEmptyShop } from "../harness/shop.ts";
import { test } from "../harness/test.ts";
import { TillPage } from "../harness/till-page.ts";
import { looks } from "./looks.ts";
import { tourTheTill } from "./tour.ts";

const FOLDER = fileURLToPath(new URL("../../../.duka/screenshots", import.meta.url));

// A trace of every look would cost more than the looking.
test.use({ trace: "off" });

for (const { name, use } of Object.values(looks)) {
  test.describe(name, () => {
    test.use(use);

    test(`every screen, ${name}`, async ({ page, serverUrl }) => {
      test.setTimeout(180_000);
      const shop = await openEmptyShop(serverUrl);
      let count = 0;
      for await (const stop of tourTheTill(new TillPage(page), shop)) {
        count += 1;
        await page.waitForTimeout(200);
        await page.screenshot({ path: `${FOLDER}/${name}-${String(count).padStart(2, "0")}-${stop}.png` });
      }
    });
  });
}
