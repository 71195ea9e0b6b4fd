import { escapeHtml, type Locale } from "@tidao/kernel";

/** What a letter is made of; both of its forms come from the same blocks. */
export type Block =
  | { kind: "text" | "note" | "heading"; text: string }
  | { kind: "action" | "link"; label: string; href: string }
  | { kind: "list"; items: { text: string; href: string }[] };

export const toText = (blocks: readonly Block[]): string => `${blocks.map(textOf).join("\n\n")}\n`;

function textOf(block: Block): string {
  switch (block.kind) {
    case "action":
    case "link":
      return `${block.label}\n${block.href}`;
    case "list":
      return block.items.map(({ text, href }) => `- ${text}\n  ${href}`).join("\n");
    default:
      return block.text;
  }
}

const languageTags = { zh: "zh-CN", en: "en" } as const;
// mail programmes know neither style sheets nor variables
const body = "margin:0;padding:24px;background:#faf9f6;color:#23262b;font:16px/1.6 system-ui,-apple-system,'PingFang SC','Microsoft YaHei',sans-serif";
const button = "display:inline-block;padding:10px 18px;border-radius:6px;background:#146a7d;color:#ffffff;text-decoration:none;font-weight:600";
const link = "color:#146a7d";
const quiet = "color:#5d636c;font-size:14px";

export function toHtml(
  blocks: readonly Block[],
  { locale, subject, copyLink }: { locale: Locale; subject: string; copyLink: string },
): string {
  return [
    "<!doctype html>",
    `<html lang="${languageTags[locale]}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="${escapeHtml(body)}"><div style="max-width:34em;margin:0 auto">`,
    ...blocks.map((block) => htmlOf(block, copyLink)),
    "</div></body></html>\n",
  ].join("\n");
}

function htmlOf(block: Block, copyLink: string): string {
  switch (block.kind) {
    case "heading":
      return `<h2 style="font-size:16px;margin:24px 0 4px">${escapeHtml(block.text)}</h2>`;
    case "note":
      return `<p style="${quiet}">${escapeHtml(block.text)}</p>`;
    case "action": {
      const href = escapeHtml(block.href);
      return `<p><a href="${href}" style="${button}">${escapeHtml(block.label)}</a></p>\n<p style="${quiet}">${escapeHtml(copyLink)}<br><a href="${href}" style="${link};word-break:break-all">${href}</a></p>`;
    }
    case "link":
      return `<p><a href="${escapeHtml(block.href)}" style="${link}">${escapeHtml(block.label)}</a></p>`;
    case "list":
      return `<ul style="margin:0;padding-left:20px">${block.items.map(({ text, href }) => `<li><a href="${escapeHtml(href)}" style="${link}">${escapeHtml(text)}</a></li>`).join("")}</ul>`;
    default:
      return `<p>${escapeHtml(block.text)}</p>`;
  }
}
