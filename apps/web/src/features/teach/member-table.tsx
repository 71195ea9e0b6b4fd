"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { Table } from "@tidao/ui/table";
import { showToast } from "@tidao/ui/toast";
import { useState } from "react";
import { api } from "../../api";
import { ConfirmDialog } from "./confirm-dialog";
import { type Failure, useCall } from "./use-call";

interface Member {
  userId: string;
  name: string;
  email: string;
  handedIn: number;
  /** Already worded, in the reader's zone. */
  joined: { text: string; iso: string; title: string };
}
interface MemberTableProps {
  classId: string;
  members: readonly Member[];
  /** Assignments that can have been handed in. */
  assignments: number;
  /** A class that is archived is only read. */
  readOnly: boolean;
  words: Messages["teach"]["room"]["members"];
  cancel: string;
  failure: Failure;
}

export function MemberTable({ classId, members, assignments, readOnly, words, cancel, failure }: MemberTableProps) {
  const { busy, problem, run, clear } = useCall(failure);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [asking, setAsking] = useState(false);
  const say = (sentence: string, params: Record<string, string | number>) =>
    formatMessage(failure.locale, sentence, params);
  const remove = ({ userId, name }: Member) =>
    run(
      () => api.teach.removeMember.mutate({ classId, userId }),
      () => {
        setAsking(false);
        showToast(say(words.removed, { name }));
      },
    );
  return (
    <>
      <Table label={words.title} stickyColumn>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.handedIn}</th>
            <th scope="col">{words.joined}</th>
            <th scope="col">{words.email}</th>
            {!readOnly && (
              <th scope="col">
                <span className="sr-only">{words.remove}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.userId}>
              <th scope="row" className="sm:max-w-56">
                {member.name}
              </th>
              <td className="whitespace-nowrap">
                {say(words.handedInOf, { count: member.handedIn, total: assignments })}
              </td>
              <td className="whitespace-nowrap">
                <time dateTime={member.joined.iso} title={member.joined.title}>
                  {member.joined.text}
                </time>
              </td>
              <td className="whitespace-nowrap">{member.email}</td>
              {!readOnly && (
                <td className="py-0.5! text-end whitespace-nowrap">
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={say(words.removeLabel, { name: member.name })}
                    onClick={() => {
                      clear();
                      setLeaving(member);
                      setAsking(true);
                    }}
                  >
                    {words.remove}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={say(words.removeTitle, { name: leaving?.name ?? "" })}
        confirm={words.remove}
        cancel={cancel}
        busy={busy}
        problem={problem}
        onConfirm={() => leaving && void remove(leaving)}
      >
        {words.removeBody}
      </ConfirmDialog>
    </>
  );
}
