import { AxeBuilder } from "@axe-core/playwright";
import { openEmptyShop } from "./harness/shop.ts";
import { expect, test } from "./harness/test.ts";
import { TillPage } from "./harness/till-page.ts";
import { looks } from "./tour/looks.ts";
import { tourTheTill } from "./tour/tour.ts";

// A trace of every look would cost more than the looking.
test.use({ trace: "off" });

// Both sizes and both schemes; the other two pairings have no rule of their own.
for (const { name, use } of [looks["phone-light"], looks["desk-dark"]]) {
  test.describe(name, () => {
    test.use(use);

    test(`axe finds nothing on any screen (${name})`, async ({ page, serverUrl }) => {
      test.setTimeout(180_000);
      const shop = await openEmptyShop(serverUrl);
      const found: string[] = [];
      for await (const stop of tourTheTill(new TillPage(page), shop)) {
        // A colour in the middle of its transition is no colour of ours.
        await page.waitForTimeout(200);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${stop}: ${id}: ${html}`)));
      }
      expect(found).toEqual([]);
    });
  });
}
