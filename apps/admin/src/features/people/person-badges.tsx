import { Badge } from "@tidao/ui/badge";
import { pageWords } from "../../page-words";
import { addedRoles, type Person } from "./people-filter";

/** What was added to the account; a plain learner has none. */
export function RoleBadges({ roles }: Pick<Person, "roles">) {
  const { roles: names } = pageWords().words.admin;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {addedRoles
        .filter((role) => roles.includes(role))
        .map((role) => (
          <Badge key={role} tone={role === "admin" ? "accent" : "neutral"}>
            {names[role]}
          </Badge>
        ))}
    </span>
  );
}

export function SuspendedBadge() {
  return (
    <Badge tone="warning" shape="warning">
      {pageWords().words.admin.users.suspended}
    </Badge>
  );
}
