import type { DemoSignIn } from "@tidao/services/demo";

export interface Welcome {
  webUrl: string;
  adminUrl: string;
  /** Where mail goes. */
  mail: string;
  signIns: DemoSignIn[];
}

/** What is printed when the product is served: where, and as whom to look around. */
export function welcome({ webUrl, adminUrl, mail, signIns }: Welcome): string {
  const lines = [
    "",
    `  Learners and instructors   ${webUrl}`,
    `  Editors and admins         ${adminUrl}`,
    `  Mail                       ${mail}`,
    "",
  ];
  if (signIns.length > 0) {
    const widths = (["role", "email"] as const).map((key) => Math.max(...signIns.map((signIn) => signIn[key].length)));
    lines.push("  Demo sign-ins (e-mail, password)");
    for (const { role, email, password } of signIns) {
      lines.push(`    ${role.padEnd(widths[0] ?? 0)}   ${email.padEnd(widths[1] ?? 0)}   ${password}`);
    }
    lines.push("");
  }
  lines.push("  Ctrl-C stops everything. Data and logs stay in .data", "");
  return lines.join("\n");
}
