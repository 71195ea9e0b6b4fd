export const account = {
  title: "Account",
  name: "Name",
  email: "E-mail address",
  language: "Language",
  zone: "Time zone",
  zoneHint: "Days and due times are shown in it.",
  theme: "Theme",
  saved: "Saved.",
  sessions: {
    title: "Where you are signed in",
    current: "This device",
    since: "since {time}",
    revoke: "Sign out there",
    revokeOthers: "Sign out everywhere else",
    revoked: "Signed out there.",
  },
} as const;
