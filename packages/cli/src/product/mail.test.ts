import { expect, it } from "vitest";
import { mailPlace, mailUrl } from "./mail";

it("mail is files of this machine where no server is set", () => {
  expect(mailUrl({})).toMatch(/^file:\/\/\/.*\/\.data\/mail$/);
  expect(mailPlace({})).toMatch(/^files in \/.*\/\.data\/mail$/);
});

it("of a mail server the terminal shows the name and not the password", () => {
  expect(mailPlace({ SMTP_URL: "smtps://ada:secret@mail.example.org:465" })).toBe(
    "by SMTP through mail.example.org:465",
  );
});
