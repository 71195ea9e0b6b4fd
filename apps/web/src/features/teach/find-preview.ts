import "server-only";
import type { WebRouter } from "@tidao/api/client";
import { codeOf, serverCaller } from "@tidao/next-kit/caller";
import type { ApiData } from "../../api-data";
import { isId } from "./address-id";

/** The question that the address wants to see. One that is not there any more is no reason not to show the page. */
export async function findPreview(query: {
  preview?: string | string[];
  /** A version, when it is not the newest. */
  v?: string | string[];
  seed?: string | string[];
}): Promise<ApiData["sets"]["getBankQuestion"] | null> {
  const { preview, v, seed } = query;
  if (typeof preview !== "string" || preview.length > 80) return null;
  const api = await serverCaller<WebRouter>();
  const input = {
    questionId: preview,
    versionId: isId(v) ? v : null,
    seed: typeof seed === "string" && /^1?\d{1,2}$/.test(seed) ? Number(seed) : 0,
  };
  return api.sets.getBankQuestion(input).catch((error: unknown) => {
    if (codeOf(error) === "NOT_FOUND") return null;
    throw error;
  });
}
