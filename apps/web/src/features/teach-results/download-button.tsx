"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { showToast } from "@tidao/ui/toast";
import { api } from "../../api";
import { ProblemLine } from "../teach/problem-line";
import { type Failure, useCall } from "../teach/use-call";

interface DownloadButtonProps {
  assignmentId: string;
  words: Pick<Messages["teachResults"]["list"], "download" | "downloading" | "downloaded">;
  failure: Failure;
}

/** The results as a file; asking for it is a change, as it is noted in the audit trail. */
export function DownloadButton({ assignmentId, words, failure }: DownloadButtonProps) {
  const { busy, problem, run } = useCall(failure);
  const download = () =>
    run(
      () => api.teach.exportResults.mutate({ assignmentId }),
      ({ fileName, csv }) => {
        saveFile(fileName, new Blob([csv], { type: "text/csv;charset=utf-8" }));
        showToast(formatMessage(failure.locale, words.downloaded, { file: fileName }));
      },
    );
  return (
    <>
      <Button size="small" busy={busy} onClick={() => void download()}>
        <Icon name="download" size={14} />
        {busy ? words.downloading : words.download}
      </Button>
      <ProblemLine text={problem} />
    </>
  );
}

function saveFile(name: string, content: Blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // the browser has taken hold of it by then
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
