"use client";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { showToast } from "@tidao/ui/toast";
import { api } from "../../../api";
import { ProblemLine } from "../problem-line";
import { type Failure, useCall } from "../use-call";

export interface DownloadButtonProps {
  assignmentId: string;
  words: { download: string; downloading: string; downloaded: string };
  failure: Failure;
}

/** The results as a file. */
export function DownloadButton({ assignmentId, words, failure }: DownloadButtonProps) {
  const { busy, problem, run } = useCall(failure);
  const download = () =>
    run(
      () => api.teach.exportResults.mutate({ assignmentId }),
      ({ fileName, csv }) => {
        save(fileName, csv);
        showToast(formatMessage(failure.locale, words.downloaded, { file: fileName }));
      },
    );
  return (
    <>
      <Button busy={busy} onClick={() => void download()}>
        <Icon name="download" />
        {busy ? words.downloading : words.download}
      </Button>
      <ProblemLine text={problem} />
    </>
  );
}

function save(fileName: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // a browser may begin to read it only after this turn
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
