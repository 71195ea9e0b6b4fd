"use client";
import { ArchiveButton, type ArchiveProps } from "../keeping-buttons";
import { DownloadButton, type DownloadButtonProps } from "./download-button";
import { EditButton, type EditButtonProps } from "./edit-button";

interface AssignmentToolsProps {
  /** Null where nothing can be changed. */
  edit: EditButtonProps | null;
  /** Null where it is put away already. */
  keeping: Omit<ArchiveProps, "failure"> | null;
  download: Omit<DownloadButtonProps, "failure">;
  failure: DownloadButtonProps["failure"];
}

/** What can be done with an assignment: one part for the browser, which costs a page less than three. */
export function AssignmentTools({ edit, keeping, download, failure }: AssignmentToolsProps) {
  return (
    <div className="toolbar">
      {edit && <EditButton {...edit} />}
      {keeping && <ArchiveButton {...keeping} failure={failure} />}
      <DownloadButton {...download} failure={failure} />
    </div>
  );
}
