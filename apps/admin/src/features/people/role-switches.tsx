"use client";
import { formatMessage } from "@tidao/i18n/icu";
import { Notice } from "@tidao/ui/notice";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "../../api";
import { type AddedRole, addedRoles, type Person } from "./people-filter";
import { type PersonWords, personProblem } from "./person-problem";
import { Switch } from "./switch";

interface RoleSwitchesProps {
  person: Pick<Person, "id" | "name" | "roles">;
  isSelf: boolean;
  mayChange: boolean;
  roleNames: Readonly<Record<AddedRole, string>>;
  say: PersonWords;
}

/** Each role is a switch that holds at once and can be taken back from the message that follows. */
export function RoleSwitches({ person: { id, name, roles }, isSelf, mayChange, roleNames, say }: RoleSwitchesProps) {
  const router = useRouter();
  const { words, locale } = say;
  const [held, setHeld] = useState<readonly AddedRole[]>(roles);
  // what the page was loaded with counts again once it is loaded anew; a key would lose the focus
  const [loaded, setLoaded] = useState(roles);
  if (loaded.join() !== roles.join()) {
    setLoaded(roles);
    setHeld(roles);
  }
  const [busy, setBusy] = useState<AddedRole>();
  const [problem, setProblem] = useState<{ role: AddedRole; text: string }>();

  const change = async (role: AddedRole, granted: boolean, canUndo = true) => {
    setBusy(role);
    setProblem(undefined);
    try {
      const answer = await api.users.setRole.mutate({ userId: id, role, granted });
      setHeld(answer.roles);
      showToast(
        formatMessage(locale, granted ? words.granted : words.revoked, { name, role: roleNames[role] }),
        canUndo ? { label: say.undo, run: () => void change(role, !granted, false) } : undefined,
      );
      router.refresh();
    } catch (failure) {
      setProblem({ role, text: personProblem(failure, say) });
    }
    setBusy(undefined);
  };
  return (
    <ul className="grid gap-4">
      {addedRoles.map((role) => {
        const isOn = held.includes(role);
        // nobody takes their own administrator's role: whoever slips would be locked out
        const isFixed = !mayChange || (isSelf && role === "admin" && isOn);
        return (
          <li key={role} className="grid gap-2">
            <Switch
              label={roleNames[role]}
              hint={words.roleHints[role]}
              on={isOn}
              busy={busy === role}
              fixed={isFixed}
              onChange={(granted) => void change(role, granted)}
            />
            {problem?.role === role && (
              <Notice kind="error" word={say.error} live>
                {problem.text}
              </Notice>
            )}
          </li>
        );
      })}
    </ul>
  );
}
