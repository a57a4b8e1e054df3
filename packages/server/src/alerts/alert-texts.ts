import type { AlertSeverity } from "@duka/domain";
import type { Language } from "./alert-language.ts";

/** One product that is running out, in words and figures ready to print. */
export type LowStockWords = {
  readonly name: string;
  /** As people write it in their language, with its unit. */
  readonly stock: string;
  readonly reorderLevel: string;
  readonly severity: AlertSeverity;
};

/** Everything that Duka says about low stock in one language. */
export type AlertTexts = {
  readonly severity: Readonly<Record<AlertSeverity, string>>;
  readonly message: (words: LowStockWords) => string;
  readonly subjectOfOne: (product: string, shop: string) => string;
  readonly subjectOfMany: (count: string, shop: string) => string;
  readonly intro: (shop: string, time: string) => string;
  readonly more: (count: string) => string;
  readonly footer: string;
};

export const ALERT_TEXTS: Readonly<Record<Language, AlertTexts>> = {
  en: {
    severity: { info: "low", warning: "very low", critical: "almost gone" },
    message: ({ name, stock, reorderLevel }) => `${name}: ${stock} left, reorder level ${reorderLevel}`,
    subjectOfOne: (product, shop) => `Low stock: ${product} (${shop})`,
    subjectOfMany: (count, shop) => `Low stock: ${count} products (${shop})`,
    intro: (shop, time) => `Running low in ${shop}, as of ${time}:`,
    more: (count) => `… and ${count} more.`,
    footer: "You can switch these mails off in Duka, in the settings of the alerts.",
  },
  fr: {
    severity: { info: "bas", warning: "très bas", critical: "presque épuisé" },
    message: ({ name, stock, reorderLevel }) => `${name} : il reste ${stock}, seuil de commande ${reorderLevel}`,
    subjectOfOne: (product, shop) => `Stock bas : ${product} (${shop})`,
    subjectOfMany: (count, shop) => `Stock bas : ${count} produits (${shop})`,
    intro: (shop, time) => `Bientôt épuisé chez ${shop}, au ${time} :`,
    more: (count) => `… et ${count} autres.`,
    footer: "Vous pouvez désactiver ces messages dans Duka, dans les réglages des alertes.",
  },
  sw: {
    severity: { info: "kidogo", warning: "kidogo sana", critical: "karibu kuisha" },
    message: ({ name, stock, reorderLevel }) => `${name}: zimebaki ${stock}, kiwango cha kuagiza ${reorderLevel}`,
    subjectOfOne: (product, shop) => `Bidhaa inaisha: ${product} (${shop})`,
    subjectOfMany: (count, shop) => `Bidhaa zinaisha: ${count} (${shop})`,
    intro: (shop, time) => `Zinazokaribia kuisha katika ${shop}, hadi ${time}:`,
    more: (count) => `… na nyingine ${count}.`,
    footer: "Unaweza kuzima barua hizi katika Duka, kwenye mipangilio ya tahadhari.",
  },
  ar: {
    severity: { info: "منخفض", warning: "منخفض جدًا", critical: "على وشك النفاد" },
    message: ({ name, stock, reorderLevel }) => `${name}: المتبقي ${stock}، حد إعادة الطلب ${reorderLevel}`,
    subjectOfOne: (product, shop) => `مخزون منخفض: ${product} (${shop})`,
    subjectOfMany: (count, shop) => `مخزون منخفض: ${count} منتجات (${shop})`,
    intro: (shop, time) => `أوشك على النفاد في ${shop} حتى ${time}:`,
    more: (count) => `… و${count} أخرى.`,
    footer: "يمكنك إيقاف هذه الرسائل في Duka من إعدادات التنبيهات.",
  },
};
