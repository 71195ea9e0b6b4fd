import type { WebRouter } from "@tidao/api/client";
import { codeOf, serverCaller } from "@tidao/next-kit/caller";
import { currentActor, requestScope, signInPath } from "@tidao/next-kit/session";
import { isUuid } from "../../../../../is-uuid";

type Caller = Awaited<ReturnType<typeof serverCaller<WebRouter>>>;

/** The reader's own file, put together piece by piece as the browser takes it. */
export async function GET(_: Request, { params }: { params: Promise<{ exportId: string }> }): Promise<Response> {
  const { locale } = requestScope();
  const page = `/${locale}/account/data`;
  if ((await currentActor()).kind !== "user") return seeOther(signInPath(page));
  const { exportId } = await params;
  const caller = await serverCaller<WebRouter>();
  if (!isUuid(exportId)) return seeOther(page);
  try {
    // before the head goes out: what is no longer there leads to the page that says so
    const first = await caller.accountData.getExportChunk({ exportId, number: 0 });
    return new Response(streamOf(caller, exportId, first), {
      headers: {
        "content-type": "application/zip",
        "content-length": String(first.bytesOfAll),
        "content-disposition": `attachment; filename="tidao-data-${new Date().toISOString().slice(0, 10)}.zip"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (codeOf(error) === "NOT_FOUND") return seeOther(page);
    throw error;
  }
}
const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

function streamOf(
  caller: Caller,
  exportId: string,
  first: { base64: string; last: boolean },
): ReadableStream<Uint8Array> {
  let next: { base64: string; last: boolean } | undefined = first;
  let number = 0;
  return new ReadableStream({
    pull: async (controller) => {
      const piece = next ?? (await caller.accountData.getExportChunk({ exportId, number }));
      next = undefined;
      number++;
      controller.enqueue(Buffer.from(piece.base64, "base64"));
      if (piece.last) controller.close();
    },
  });
}
